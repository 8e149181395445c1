# What the library holds: /sources and /article.
browse-empty = There are no articles here yet.
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
browse-newest = newest { $day }
browse-choose-source = Show the articles of a source
browse-choose-article = Read an article
browse-all-sources = All sources
browse-home = Home page
browse-original = Open the article
browse-near-copy = { $n ->
    [0] a copy of { $original }
    [one] a copy of { $original } but for { $n } sentence
   *[other] a copy of { $original } but for { $n } sentences
}
browse-copies = { $n ->
    [one] also held from { $n } other address
   *[other] also held from { $n } other addresses
}
browse-untitled = (no title)
browse-gone-source = That source is no longer in the library.
browse-gone-article = That article is no longer in the library.
browse-no-article = No article has that title; choose one from the list while you type, or see /sources.
browse-several-articles = Several articles have that in their titles; choose one from the list while you type.
