# What the library holds: /sources and /article.
browse-empty = Тут поки немає статей.
browse-sources = Джерела
browse-articles = { $n ->
    [one] { $n } стаття
    [few] { $n } статті
   *[many] { $n } статей
}
browse-held = { $sources ->
    [one] { $sources } джерело
    [few] { $sources } джерела
   *[many] { $sources } джерел
}, { $articles ->
    [one] { $articles } стаття
    [few] { $articles } статті
   *[many] { $articles } статей
}
browse-newest = найновіша від { $day }
browse-choose-source = Показати статті джерела
browse-choose-article = Прочитати статтю
browse-all-sources = Усі джерела
browse-home = Головна сторінка
browse-original = Відкрити статтю
browse-near-copy = { $n ->
    [0] копія ({ $original })
    [one] копія ({ $original }), крім { $n } речення
    [few] копія ({ $original }), крім { $n } речень
   *[many] копія ({ $original }), крім { $n } речень
}
browse-copies = { $n ->
    [one] є ще за { $n } адресою
    [few] є ще за { $n } адресами
   *[many] є ще за { $n } адресами
}
browse-untitled = (без заголовка)
browse-gone-source = Цього джерела більше немає в бібліотеці.
browse-gone-article = Цієї статті більше немає в бібліотеці.
browse-no-article = Статті з таким заголовком немає; виберіть її зі списку під час введення або перегляньте /{ command-sources }.
browse-several-articles = Це є в заголовках кількох статей; виберіть одну зі списку під час введення.
