# /add and /remove, for the operators.
operate-not-yours = Змінювати бібліотеку й те, що відстежується, можуть лише оператори цього бота; попросіть їх.
operate-nobody = У цього бота ще немає операторів, тому змінювати бібліотеку з Discord не може ніхто. Їх називає в налаштуваннях той, хто запустив бота: WHOSAYS_DISCORD__OPERATORS.
operate-one-of = Будь ласка, вкажіть або адресу, або файл.
operate-too-large = У цьому файлі { $size } кБ, а приймається не більше { $most } кБ; будь ласка, надішліть коротший текст.
operate-lost = Не вдалося отримати цей файл від Discord; будь ласка, прикріпіть його ще раз.
operate-fetching = Отримую { $name }…
operate-reading = Читаю { $name }…
operate-added = Додано
operate-copy = Ця стаття вже є в бібліотеці; це ще одна її копія
operate-updated = Оновлено
operate-unchanged = Це вже є в бібліотеці; нічого не змінилося
operate-refused = Не додано: { $reason }
operate-held = { $n ->
    [one] { $n } абзац
    [few] { $n } абзаци
   *[many] { $n } абзаців
}
operate-vouch = Щоб зазначити, хто це опублікував, надішліть файл ще раз із параметром «{ command-add-option-source }».
operate-read = Прочитати
operate-remove-title = Вилучити цю статтю з бібліотеки?
operate-remove-what = Бібліотека спільна для всіх серверів, на яких я є. Зникнуть її текст і попередні версії. Відповіді, які її цитують, лишаться як є.
operate-remove = Вилучити
operate-keep = Залишити
operate-removed = Вилучено: { $title }
operate-kept = Залишено: { $title }
