# /help and /about.
about-help-title = Что говорит каждый источник
about-help-what = Спрашивайте меня о новостях. Я показываю, что говорит об этом каждый источник из библиотеки: его собственными словами, рядом, с указанием, кто это сказал и где. Я не пишу собственного ответа и не решаю, кто прав.
about-help-asking = Как спросить
about-help-ask = `/{ command-ask }` и вопрос; можно выбрать источник, даты или ответ, который увидите только вы
about-help-mention = Упомяните меня в сообщении или напишите мне лично
about-help-reply = Ответьте на один из моих ответов и упомяните меня, чтобы спросить о другом
about-help-menu = Нажмите на сообщение правой кнопкой, затем «Приложения», затем «{ command-what-do-sources-say }»
about-help-alone = Каждый вопрос сам по себе: спрашивайте «Поздравил ли Лавров Трампа?», а не «А Лавров?».
about-help-more = Ещё
about-help-sources = `/{ command-sources }` показывает, что есть в библиотеке; `/{ command-article }` позволяет это прочитать
about-help-watch = `/watch` сообщает новое по вопросу, `/watches` показывает и убирает то, за чем следят
about-help-about = `/{ command-about }` говорит, кто я; `/{ command-privacy }` – что я храню о вас и как это удалить
about-help-settings = `/{ command-settings }` – для тех, кто управляет этим сервером
about-help-operator = `/{ command-add }` и `/{ command-remove }` меняют библиотеку; `/{ command-follow }`, `/{ command-unfollow }` и `/{ command-follows }` — что отслеживается
about-title = whosays { $version }
about-what = Я показываю, что говорит по вопросу каждый источник, его собственными словами. Я никогда не пишу собственного ответа и никогда не решаю, кто прав.
about-library = Библиотека: { $sources ->
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
about-grown = Последняя статья добавлена { $day }.
about-models = Модели: { $encoder } находит фрагменты, { $stance } отличает «да» от «нет». Обе работают на машине этого бота.
about-own-stance = собственная модель whosays
about-privacy = Конфиденциальность
about-privacy-kept = Ваш вопрос, место, где он задан, и ответ хранятся { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}, чтобы работали кнопки.
about-privacy-read = Я читаю только то, что обращено ко мне: команды, упоминания, личные сообщения.
about-privacy-yours = Никому другому ничего не передаётся; `/{ command-privacy }` показывает и удаляет ваше.
