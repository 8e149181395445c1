# The answer to a question. Names and quotations are put in as they are; ** ** stands around bold text.

# Positions: short headings.
answer-supports = Говорят «да»
answer-refutes = Говорят «нет»
answer-neutral = Оставляют вопрос открытым
answer-quoted = «{ $text }»
answer-account = Версия { $n }
answer-continued = { $heading } (продолжение)

# "3 sources say yes, 3 say no, 1 leaves it open; 4 searched": the first count names the sources.
answer-count-supports = { $n ->
    [one] { $n } источник говорит «да»
    [few] { $n } источника говорят «да»
   *[many] { $n } источников говорят «да»
}
answer-count-refutes = { $n ->
    [one] { $n } источник говорит «нет»
    [few] { $n } источника говорят «нет»
   *[many] { $n } источников говорят «нет»
}
answer-count-neutral = { $n ->
    [one] { $n } источник оставляет вопрос открытым
    [few] { $n } источника оставляют вопрос открытым
   *[many] { $n } источников оставляют вопрос открытым
}
answer-count-supports-too = { $n ->
    [one] { $n } говорит «да»
    [few] { $n } говорят «да»
   *[many] { $n } говорят «да»
}
answer-count-refutes-too = { $n ->
    [one] { $n } говорит «нет»
    [few] { $n } говорят «нет»
   *[many] { $n } говорят «нет»
}
answer-count-neutral-too = { $n ->
    [one] { $n } оставляет вопрос открытым
    [few] { $n } оставляют вопрос открытым
   *[many] { $n } оставляют вопрос открытым
}
answer-sources = { $n ->
    [one] { $n } источник
    [few] { $n } источника
   *[many] { $n } источников
}
answer-accounts = { $n ->
    [one] { $n } версия
    [few] { $n } версии
   *[many] { $n } версий
}
answer-searched-sources = всего просмотрено: { $n }
answer-conflict = Позиции исключают друг друга.

# A passage.
answer-no-date = дата неизвестна
answer-not-verified = источник не проверен
answer-speaker = Кто говорит: { $speaker }
answer-speaker-via = Кто говорит: { $speaker }, через { $origin }
answer-via = Через { $origin }
answer-language = язык: { $language }
answer-article = Статья
answer-choose-full = Весь абзац из…

# Below the passages.
answer-leaning = { $n ->
    [one] { $n } источник опирается на { $origin }: { $sources }
    [few] { $n } источника опираются на { $origin }: { $sources }
   *[many] { $n } источников опираются на { $origin }: { $sources }
}
answer-near-copy = { $n ->
    [0] { $source }, «{ $title }»: копия ({ $original })
    [one] { $source }, «{ $title }»: копия ({ $original }), кроме { $n } предложения
    [few] { $source }, «{ $title }»: копия ({ $original }), кроме { $n } предложений
   *[many] { $source }, «{ $title }»: копия ({ $original }), кроме { $n } предложений
}
answer-copies = { $n ->
    [one] { $source }, «{ $title }»: есть ещё по { $n } адресу
    [few] { $source }, «{ $title }»: есть ещё по { $n } адресам
   *[many] { $source }, «{ $title }»: есть ещё по { $n } адресам
}
answer-silent-on-event = О событии, ничего ясного об этом не найдено: { $names }
answer-others = { $n ->
    [one] Просмотрен ещё { $n } источник; список — на последней странице
    [few] Просмотрено ещё { $n } источника; список — на последней странице
   *[many] Просмотрено ещё { $n } источников; список — на последней странице
}
answer-silent = Просмотрены, ничего не найдено: { $names }
answer-searched = Просмотрено: { $sources ->
    [one] { $sources } источник
    [few] { $sources } источника
   *[many] { $sources } источников
}, { $articles ->
    [one] { $articles } статья
    [few] { $articles } статьи
   *[many] { $articles } статей
}, { $paragraphs ->
    [one] { $paragraphs } абзац
    [few] { $paragraphs } абзаца
   *[many] { $paragraphs } абзацев
}.
answer-unread = { $n ->
    [one] Из них { $n } статья на языке, которого модели не читают.
    [few] Из них { $n } статьи на языках, которых модели не читают.
   *[many] Из них { $n } статей на языках, которых модели не читают.
}
answer-later = { $n ->
    [one] Ещё { $n } статья есть только в более поздней редакции.
    [few] Ещё { $n } статьи есть только в более поздней редакции.
   *[many] Ещё { $n } статей есть только в более поздней редакции.
}
answer-page = Страница { $page } из { $pages }

# What is not covered.
answer-uncovered = В библиотеке нет ничего по этому вопросу.
answer-uncovered-within = В этих пределах в библиотеке нет ничего по этому вопросу.
answer-unclear = По этому вопросу не нашлось ничего определённого.
answer-misspelt = Слова «{ $word }» нет ни в одной статье; может быть, «{ $nearest }»?
answer-nothing = Ни одна статья не просмотрена: в этих пределах в библиотеке статей нет.
answer-nearest = Ближайшие заголовки:
answer-on-event = Статьи о событии:

# Buttons.
answer-previous = Назад
answer-next = Далее
answer-by-source = По источникам
answer-by-position = По позициям
answer-feedback = Отзыв
answer-share = Показать в канале
answer-delete = Удалить

# A whole paragraph.
answer-by-authors = Авторы: { $authors }
answer-updated = обновлено { $day }
answer-posted = опубликовано { $day }
answer-paragraph = Абзац { $n }
answer-part = Часть { $part } из { $parts }
answer-also-at = Также здесь
answer-wrong-side = Не та сторона
answer-wrong-source = Не тот источник

# Feedback.
answer-feedback-what = Что не так с этим ответом?
answer-not-helpful = Не помогло
answer-choose-side = Не та сторона: выберите фрагмент
answer-choose-source = Не тот источник: выберите фрагмент
answer-choice = { $source }: { $side }

# Over time: what the dates alone say of a passage.
answer-by-time = По времени
answer-undated = { $heading } – дата неизвестна
answer-over-time-is = По времени публикации; что не имеет даты, стоит последним.
answer-first-report = первое сообщение
answer-among-first-reports = среди первых сообщений
answer-first-denial = первое опровержение
answer-among-first-denials = среди первых опровержений
answer-corrected = исправлено
answer-dated-ahead = датировано будущим
answer-first-published = впервые опубликовано { $day }
