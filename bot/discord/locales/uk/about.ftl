# /help and /about.
about-help-title = Що каже кожне джерело
about-help-what = Запитуйте мене про новини. Я показую, що каже про це кожне джерело з бібліотеки: його власними словами, поруч, із зазначенням, хто це сказав і де. Я не пишу власної відповіді й не вирішую, хто має рацію.
about-help-asking = Як запитати
about-help-ask = `/{ command-ask }` і питання; можна вибрати джерело, дати або відповідь, яку побачите лише ви
about-help-mention = Згадайте мене в повідомленні або напишіть мені особисто
about-help-reply = Дайте відповідь на одну з моїх відповідей і згадайте мене, щоб запитати про інше
about-help-menu = Натисніть на повідомлення правою кнопкою, потім «Застосунки», потім «{ command-what-do-sources-say }»
about-help-alone = Кожне питання саме по собі: питайте «Чи привітав Лавров Трампа?», а не «А Лавров?».
about-help-more = Ще
about-help-sources = `/{ command-sources }` показує, що є в бібліотеці; `/{ command-article }` дає змогу це прочитати
about-help-watch = `/watch` повідомляє нове за питанням, `/watches` показує і прибирає те, за чим стежать
about-help-about = `/{ command-about }` каже, хто я; `/{ command-privacy }` – що я зберігаю про вас і як це видалити
about-help-settings = `/{ command-settings }` – для тих, хто керує цим сервером
about-help-operator = `/{ command-add }` і `/{ command-remove }` змінюють бібліотеку; `/{ command-follow }`, `/{ command-unfollow }` і `/{ command-follows }` — що відстежується
about-title = whosays { $version }
about-what = Я показую, що каже щодо питання кожне джерело, його власними словами. Я ніколи не пишу власної відповіді й ніколи не вирішую, хто має рацію.
about-library = Бібліотека: { $sources ->
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
about-grown = Останню статтю додано { $day }.
about-models = Моделі: { $encoder } знаходить уривки, { $stance } відрізняє «так» від «ні». Обидві працюють на машині цього бота.
about-own-stance = власна модель whosays
about-privacy = Приватність
about-privacy-kept = Ваше питання, місце, де його поставлено, і відповідь зберігаються { $days ->
    [one] { $days } день
    [few] { $days } дні
   *[many] { $days } днів
}, щоб працювали кнопки.
about-privacy-read = Я читаю лише те, що звернено до мене: команди, згадки, особисті повідомлення.
about-privacy-yours = Нікому іншому нічого не передається; `/{ command-privacy }` показує й видаляє ваше.
