# /add and /remove, for the operators.
operate-not-yours = Менять библиотеку и то, что отслеживается, могут только операторы этого бота; попросите их.
operate-nobody = У этого бота ещё нет операторов, поэтому менять библиотеку из Discord не может никто. Их называет в настройках тот, кто запустил бота: WHOSAYS_DISCORD__OPERATORS.
operate-one-of = Пожалуйста, укажите либо адрес, либо файл.
operate-too-large = В этом файле { $size } кБ, а принимается не больше { $most } кБ; пожалуйста, пришлите текст покороче.
operate-lost = Не удалось получить этот файл от Discord; пожалуйста, прикрепите его ещё раз.
operate-fetching = Получаю { $name }…
operate-reading = Читаю { $name }…
operate-added = Добавлено
operate-copy = Эта статья уже есть в библиотеке; это ещё одна её копия
operate-updated = Обновлено
operate-unchanged = Это уже есть в библиотеке; ничего не изменилось
operate-refused = Не добавлено: { $reason }
operate-held = { $n ->
    [one] { $n } абзац
    [few] { $n } абзаца
   *[many] { $n } абзацев
}
operate-vouch = Чтобы указать, кто это опубликовал, пришлите файл ещё раз с параметром «{ command-add-option-source }».
operate-read = Прочитать
operate-remove-title = Удалить эту статью из библиотеки?
operate-remove-what = Библиотека общая для всех серверов, на которых я есть. Пропадут её текст и прежние версии. Ответы, которые её цитируют, останутся как есть.
operate-remove = Удалить
operate-keep = Оставить
operate-removed = Удалено: { $title }
operate-kept = Оставлено: { $title }
