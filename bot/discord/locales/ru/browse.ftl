# What the library holds: /sources and /article.
browse-empty = Здесь пока нет статей.
browse-sources = Источники
browse-articles = { $n ->
    [one] { $n } статья
    [few] { $n } статьи
   *[many] { $n } статей
}
browse-held = { $sources ->
    [one] { $sources } источник
    [few] { $sources } источника
   *[many] { $sources } источников
}, { $articles ->
    [one] { $articles } статья
    [few] { $articles } статьи
   *[many] { $articles } статей
}
browse-newest = самая новая от { $day }
browse-choose-source = Показать статьи источника
browse-choose-article = Прочитать статью
browse-all-sources = Все источники
browse-home = Главная страница
browse-original = Открыть статью
browse-near-copy = { $n ->
    [0] копия ({ $original })
    [one] копия ({ $original }), кроме { $n } предложения
    [few] копия ({ $original }), кроме { $n } предложений
   *[many] копия ({ $original }), кроме { $n } предложений
}
browse-copies = { $n ->
    [one] есть ещё по { $n } адресу
    [few] есть ещё по { $n } адресам
   *[many] есть ещё по { $n } адресам
}
browse-untitled = (без заголовка)
browse-gone-source = Этого источника больше нет в библиотеке.
browse-gone-article = Этой статьи больше нет в библиотеке.
browse-no-article = Статьи с таким заголовком нет; выберите её из списка во время ввода или посмотрите /{ command-sources }.
browse-several-articles = Это есть в заголовках нескольких статей; выберите одну из списка во время ввода.
