# What the library holds: /sources and /article.
browse-empty = Il n’y a pas encore d’articles ici.
browse-sources = Sources
browse-articles = { $n ->
    [one] { $n } article
   *[other] { $n } articles
}
browse-held = { $sources ->
    [one] { $sources } source
   *[other] { $sources } sources
}, { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}
browse-newest = le plus récent du { $day }
browse-choose-source = Montrer les articles d’une source
browse-choose-article = Lire un article
browse-all-sources = Toutes les sources
browse-home = Page d’accueil
browse-original = Ouvrir l’article
browse-near-copy = { $n ->
    [0] copie de { $original }
    [one] copie de { $original }, à une phrase près
   *[other] copie de { $original }, à { $n } phrases près
}
browse-copies = { $n ->
    [one] existe aussi à une autre adresse
   *[other] existe aussi à { $n } autres adresses
}
browse-untitled = (sans titre)
browse-gone-source = Cette source n’est plus dans la bibliothèque.
browse-gone-article = Cet article n’est plus dans la bibliothèque.
browse-no-article = Aucun article ne porte ce titre ; choisissez-en un dans la liste pendant la saisie, ou voyez /{ command-sources }.
browse-several-articles = Plusieurs articles ont cela dans leur titre ; choisissez-en un dans la liste pendant la saisie.
