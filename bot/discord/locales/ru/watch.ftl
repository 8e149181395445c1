# /watch и /watches и то, что сообщается по отслеживаемым вопросам.
watch-begin = Следить
watch-once = сразу
watch-daily = раз в день
watch-weekly = раз в неделю
watch-begun-channel = Слежу за вопросом «{ $question }» и сообщаю новое в { $channel } ({ $when }).
watch-begun-direct = Слежу за вопросом «{ $question }» и пишу вам новое ({ $when }).
watch-known = { $n ->
    [0] Пока на него ничто не отвечает.
    [one] Уже известен { $n } отрывок.
    [few] Уже известны { $n } отрывка.
   *[many] Уже известно { $n } отрывков.
}
watch-new = Новое по отслеживаемому вопросу
watch-first = Раньше ответа не было.
watch-turned = { $source }: раньше и противоположное
watch-gone = Больше там нет
watch-gone-under = раньше в «{ $side }»
watch-noticed = замечено { $day }
watch-whole = Весь ответ
watch-stop = Больше не следить
watch-stopped = Больше не отслеживается: «{ $question }».
watch-no-more = Этот вопрос больше не отслеживается.
watch-title = Отслеживаемые вопросы
watch-none = Здесь вы не следите ни за одним вопросом. Начать можно командой `/watch`.
watch-direct = личные сообщения
watch-since = с { $day }
watch-paused = приостановлен
watch-pause = Приостановить
watch-resume = Продолжить
watch-remove = Убрать
watch-not-yours = Поручать слежение за вопросами здесь могут только те, кто управляет сообщениями.
watch-not-your-watch = Изменить это могут только тот, кто поручил слежение, и модераторы.
watch-no-channel = Я не могу писать в { $channel }: выберите текстовый канал или ветку, которую вы можете читать и где я могу писать.
watch-off = За вопросами здесь не следят: watch.enabled выключен.
watch-limit-person = Вы следите за { $n } вопросами, больше нельзя: уберите один через `/watches`.
watch-limit-server = На этом сервере отслеживается вопросов: { $n }, больше нельзя. Уберите один через `/watches`.
watch-ended-channel = Я больше не слежу за вопросом «{ $question }»: канала больше нет, или мне нельзя там писать.
watch-ended-question = Я больше не слежу за вопросом «{ $question }»: его больше нельзя прочесть как один вопрос.
