# What the library holds: /sources and /article.
browse-empty = Hier gibt es noch keine Artikel.
browse-sources = Quellen
browse-articles = { $n ->
    [one] { $n } Artikel
   *[other] { $n } Artikel
}
browse-held = { $sources ->
    [one] { $sources } Quelle
   *[other] { $sources } Quellen
}, { $articles ->
    [one] { $articles } Artikel
   *[other] { $articles } Artikel
}
browse-newest = der neueste vom { $day }
browse-choose-source = Artikel einer Quelle zeigen
browse-choose-article = Einen Artikel lesen
browse-all-sources = Alle Quellen
browse-home = Startseite
browse-original = Artikel öffnen
browse-near-copy = { $n ->
    [0] eine Kopie von { $original }
    [one] bis auf einen Satz eine Kopie von { $original }
   *[other] bis auf { $n } Sätze eine Kopie von { $original }
}
browse-copies = { $n ->
    [one] auch unter einer weiteren Adresse vorhanden
   *[other] auch unter { $n } weiteren Adressen vorhanden
}
browse-untitled = (ohne Titel)
browse-gone-source = Diese Quelle ist nicht mehr in der Bibliothek.
browse-gone-article = Dieser Artikel ist nicht mehr in der Bibliothek.
browse-no-article = Kein Artikel hat diesen Titel; wähl einen beim Tippen aus der Liste oder sieh unter /{ command-sources } nach.
browse-several-articles = Mehrere Artikel haben das im Titel; wähl einen beim Tippen aus der Liste.
