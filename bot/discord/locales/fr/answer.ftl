# The answer to a question. Names and quotations are put in as they are; ** ** stands around bold text.

# Positions: short headings.
answer-supports = Dit oui
answer-refutes = Dit non
answer-neutral = Laisse la question ouverte
answer-quoted = « { $text } »
answer-account = Version { $n }
answer-continued = { $heading } (suite)

# "3 sources say yes, 3 say no, 1 leaves it open; 4 searched": the first count names the sources.
answer-count-supports = { $n ->
    [one] { $n } source dit oui
   *[other] { $n } sources disent oui
}
answer-count-refutes = { $n ->
    [one] { $n } source dit non
   *[other] { $n } sources disent non
}
answer-count-neutral = { $n ->
    [one] { $n } source laisse la question ouverte
   *[other] { $n } sources laissent la question ouverte
}
answer-count-supports-too = { $n ->
    [one] { $n } dit oui
   *[other] { $n } disent oui
}
answer-count-refutes-too = { $n ->
    [one] { $n } dit non
   *[other] { $n } disent non
}
answer-count-neutral-too = { $n ->
    [one] { $n } laisse la question ouverte
   *[other] { $n } laissent la question ouverte
}
answer-sources = { $n ->
    [one] { $n } source
   *[other] { $n } sources
}
answer-accounts = { $n ->
    [one] { $n } version
   *[other] { $n } versions
}
answer-searched-sources = { $n ->
    [one] { $n } consultée
   *[other] { $n } consultées
}
answer-conflict = Les positions s’excluent mutuellement.

# A passage.
answer-no-date = date inconnue
answer-not-verified = source non vérifiée
answer-speaker = Qui le dit : { $speaker }
answer-speaker-via = Qui le dit : { $speaker }, via { $origin }
answer-via = Via { $origin }
answer-language = en { $language }
answer-article = Article
answer-choose-full = Paragraphe entier de…

# Below the passages.
answer-leaning = { $n ->
    [one] { $n } source s’appuie sur { $origin } : { $sources }
   *[other] { $n } sources s’appuient sur { $origin } : { $sources }
}
answer-near-copy = { $n ->
    [0] { $source }, « { $title } » : copie de { $original }
    [one] { $source }, « { $title } » : copie de { $original }, à une phrase près
   *[other] { $source }, « { $title } » : copie de { $original }, à { $n } phrases près
}
answer-copies = { $n ->
    [one] { $source }, « { $title } » : existe aussi à une autre adresse
   *[other] { $source }, « { $title } » : existe aussi à { $n } autres adresses
}
answer-silent-on-event = Sur l’événement, rien de clair trouvé sur ce point : { $names }
answer-others = { $n ->
    [one] { $n } autre source consultée ; la dernière page la nomme
   *[other] { $n } autres sources consultées ; la dernière page les nomme
}
answer-silent = Consultées, rien trouvé : { $names }
answer-searched = Recherche dans { $sources ->
    [one] { $sources } source
   *[other] { $sources } sources
}, { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}, { $paragraphs ->
    [one] { $paragraphs } paragraphe
   *[other] { $paragraphs } paragraphes
}.
answer-unread = { $n ->
    [one] Dont { $n } article dans une langue que les modèles ne lisent pas.
   *[other] Dont { $n } articles dans des langues que les modèles ne lisent pas.
}
answer-later = { $n ->
    [one] { $n } autre article n’est conservé que dans une version ultérieure.
   *[other] { $n } autres articles ne sont conservés que dans une version ultérieure.
}
answer-page = Page { $page } sur { $pages }

# What is not covered.
answer-uncovered = La bibliothèque ne contient rien sur cette question.
answer-uncovered-within = Dans ces limites, la bibliothèque ne contient rien sur cette question.
answer-unclear = Rien de clair n’a été trouvé sur cette question.
answer-misspelt = Aucun article ne contient le mot « { $word } » ; vouliez-vous dire « { $nearest } » ?
answer-nothing = Aucun article n’a été parcouru : la bibliothèque n’en contient aucun dans ces limites.
answer-nearest = Titres les plus proches :
answer-on-event = Articles sur l’événement :

# Buttons.
answer-previous = Précédent
answer-next = Suivant
answer-by-source = Par source
answer-by-position = Par position
answer-feedback = Votre avis
answer-share = Partager dans le salon
answer-delete = Supprimer

# A whole paragraph.
answer-by-authors = Par { $authors }
answer-updated = mis à jour le { $day }
answer-posted = posté le { $day }
answer-paragraph = Paragraphe { $n }
answer-part = Partie { $part } sur { $parts }
answer-also-at = Aussi ici
answer-wrong-side = Mauvais côté
answer-wrong-source = Mauvaise source

# Feedback.
answer-feedback-what = Qu’est-ce qui ne va pas dans cette réponse ?
answer-not-helpful = Pas utile
answer-choose-side = Mauvais côté : choisissez le passage
answer-choose-source = Mauvaise source : choisissez le passage
answer-choice = { $source } : { $side }

# Over time: what the dates alone say of a passage.
answer-by-time = Au fil du temps
answer-undated = { $heading } – date inconnue
answer-over-time-is = Au fil du temps, par date de publication ; ce qui n’a pas de date vient en dernier.
answer-first-report = premier à l’annoncer
answer-among-first-reports = parmi les premiers à l’annoncer
answer-first-denial = premier démenti
answer-among-first-denials = parmi les premiers démentis
answer-corrected = corrigé
answer-dated-ahead = daté dans le futur
answer-first-published = première publication le { $day }
