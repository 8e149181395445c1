# /settings, for those who manage a server.
settings-title = Налаштування цього сервера
settings-what = Вони діють для всіх тут. Зміни зберігаються одразу.
settings-yes = увімкнено
settings-no = вимкнено
settings-channels = Канали, у яких я відповідаю
settings-channels-all = усі
settings-channel-gone = видалений канал
settings-choose-channels = Виберіть канали; жодного – означає всі
settings-private = Відповіді бачить лише той, хто запитав, якщо він не вибере інакше
settings-switch-on = Увімкнути
settings-switch-off = Вимкнути
settings-feedback = Кнопка відгуку під відповідями
settings-feedback-operator = вимкнено оператором на всіх серверах
settings-watching = Доручати стеження за питаннями тут можуть усі, а не лише модератори
settings-per-source = Уривків одного джерела в позиції
settings-per-source-default = { $n }, як задав оператор
settings-per-source-choice = { $n ->
    [one] { $n } уривок
    [few] { $n } уривки
   *[many] { $n } уривків
}
settings-choose-per-source = Виберіть кількість уривків
settings-language = Мова моїх написів
settings-language-asker = мова того, хто запитує
settings-choose-language = Виберіть мову
settings-hidden = Приховані тут джерела
settings-hidden-none = немає
settings-hidden-more = { $names } і ще { $n }
settings-choose-hidden = Вибрати джерела
settings-hidden-title = Які джерела тут приховано?
settings-hidden-what = Приховане джерело не переглядається для питань, поставлених на цьому сервері, і не показується у списках.
settings-hide = Приховати на цій сторінці
settings-back = Назад до налаштувань
settings-not-yours = Змінювати налаштування цього сервера можуть лише ті, кому можна ним керувати.
settings-not-here = Налаштування має сервер; відкрийте /{ command-settings } на тому, де я є.
