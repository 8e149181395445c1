# The answer to a question. Names and quotations are put in as they are; ** ** stands around bold text.

# Positions: short headings.
answer-supports = Кажуть «так»
answer-refutes = Кажуть «ні»
answer-neutral = Залишають питання відкритим
answer-quoted = «{ $text }»
answer-account = Версія { $n }
answer-continued = { $heading } (продовження)

# "3 sources say yes, 3 say no, 1 leaves it open; 4 searched": the first count names the sources.
answer-count-supports = { $n ->
    [one] { $n } джерело каже «так»
    [few] { $n } джерела кажуть «так»
   *[many] { $n } джерел кажуть «так»
}
answer-count-refutes = { $n ->
    [one] { $n } джерело каже «ні»
    [few] { $n } джерела кажуть «ні»
   *[many] { $n } джерел кажуть «ні»
}
answer-count-neutral = { $n ->
    [one] { $n } джерело залишає питання відкритим
    [few] { $n } джерела залишають питання відкритим
   *[many] { $n } джерел залишають питання відкритим
}
answer-count-supports-too = { $n ->
    [one] { $n } каже «так»
    [few] { $n } кажуть «так»
   *[many] { $n } кажуть «так»
}
answer-count-refutes-too = { $n ->
    [one] { $n } каже «ні»
    [few] { $n } кажуть «ні»
   *[many] { $n } кажуть «ні»
}
answer-count-neutral-too = { $n ->
    [one] { $n } залишає питання відкритим
    [few] { $n } залишають питання відкритим
   *[many] { $n } залишають питання відкритим
}
answer-sources = { $n ->
    [one] { $n } джерело
    [few] { $n } джерела
   *[many] { $n } джерел
}
answer-accounts = { $n ->
    [one] { $n } версія
    [few] { $n } версії
   *[many] { $n } версій
}
answer-searched-sources = усього переглянуто: { $n }
answer-conflict = Позиції виключають одна одну.

# A passage.
answer-no-date = дата невідома
answer-not-verified = джерело не перевірено
answer-speaker = Хто каже: { $speaker }
answer-speaker-via = Хто каже: { $speaker }, через { $origin }
answer-via = Через { $origin }
answer-language = мова: { $language }
answer-article = Стаття
answer-choose-full = Увесь абзац з…

# Below the passages.
answer-leaning = { $n ->
    [one] { $n } джерело спирається на { $origin }: { $sources }
    [few] { $n } джерела спираються на { $origin }: { $sources }
   *[many] { $n } джерел спираються на { $origin }: { $sources }
}
answer-near-copy = { $n ->
    [0] { $source }, «{ $title }»: копія ({ $original })
    [one] { $source }, «{ $title }»: копія ({ $original }), крім { $n } речення
    [few] { $source }, «{ $title }»: копія ({ $original }), крім { $n } речень
   *[many] { $source }, «{ $title }»: копія ({ $original }), крім { $n } речень
}
answer-copies = { $n ->
    [one] { $source }, «{ $title }»: є ще за { $n } адресою
    [few] { $source }, «{ $title }»: є ще за { $n } адресами
   *[many] { $source }, «{ $title }»: є ще за { $n } адресами
}
answer-silent-on-event = Про подію, нічого ясного про це не знайдено: { $names }
answer-others = { $n ->
    [one] Переглянуто ще { $n } джерело; перелік — на останній сторінці
    [few] Переглянуто ще { $n } джерела; перелік — на останній сторінці
   *[many] Переглянуто ще { $n } джерел; перелік — на останній сторінці
}
answer-silent = Переглянуто, нічого не знайдено: { $names }
answer-searched = Переглянуто: { $sources ->
    [one] { $sources } джерело
    [few] { $sources } джерела
   *[many] { $sources } джерел
}, { $articles ->
    [one] { $articles } стаття
    [few] { $articles } статті
   *[many] { $articles } статей
}, { $paragraphs ->
    [one] { $paragraphs } абзац
    [few] { $paragraphs } абзаци
   *[many] { $paragraphs } абзаців
}.
answer-unread = { $n ->
    [one] З них { $n } стаття мовою, якої моделі не читають.
    [few] З них { $n } статті мовами, яких моделі не читають.
   *[many] З них { $n } статей мовами, яких моделі не читають.
}
answer-later = { $n ->
    [one] Ще { $n } стаття є лише в пізнішій редакції.
    [few] Ще { $n } статті є лише в пізнішій редакції.
   *[many] Ще { $n } статей є лише в пізнішій редакції.
}
answer-page = Сторінка { $page } з { $pages }

# What is not covered.
answer-uncovered = У бібліотеці немає нічого щодо цього питання.
answer-uncovered-within = У цих межах у бібліотеці немає нічого щодо цього питання.
answer-unclear = Щодо цього питання не знайшлося нічого певного.
answer-misspelt = Слова «{ $word }» немає в жодній статті; можливо, «{ $nearest }»?
answer-nothing = Жодної статті не переглянуто: у цих межах бібліотека статей не має.
answer-nearest = Найближчі заголовки:
answer-on-event = Статті про подію:

# Buttons.
answer-previous = Назад
answer-next = Далі
answer-by-source = За джерелами
answer-by-position = За позиціями
answer-feedback = Відгук
answer-share = Показати в каналі
answer-delete = Видалити

# A whole paragraph.
answer-by-authors = Автори: { $authors }
answer-updated = оновлено { $day }
answer-posted = опубліковано { $day }
answer-paragraph = Абзац { $n }
answer-part = Частина { $part } з { $parts }
answer-also-at = Також тут
answer-wrong-side = Не той бік
answer-wrong-source = Не те джерело

# Feedback.
answer-feedback-what = Що не так із цією відповіддю?
answer-not-helpful = Не допомогло
answer-choose-side = Не той бік: виберіть уривок
answer-choose-source = Не те джерело: виберіть уривок
answer-choice = { $source }: { $side }

# Over time: what the dates alone say of a passage.
answer-by-time = За часом
answer-undated = { $heading } – дата невідома
answer-over-time-is = За часом публікації; що не має дати, стоїть останнім.
answer-first-report = перше повідомлення
answer-among-first-reports = серед перших повідомлень
answer-first-denial = перше спростування
answer-among-first-denials = серед перших спростувань
answer-corrected = виправлено
answer-dated-ahead = датовано майбутнім
answer-first-published = уперше опубліковано { $day }
