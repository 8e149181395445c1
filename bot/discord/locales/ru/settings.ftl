# /settings, for those who manage a server.
settings-title = Настройки этого сервера
settings-what = Они действуют для всех здесь. Изменения сохраняются сразу.
settings-yes = включено
settings-no = выключено
settings-channels = Каналы, в которых я отвечаю
settings-channels-all = все
settings-channel-gone = удалённый канал
settings-choose-channels = Выберите каналы; ни одного – значит все
settings-private = Ответы видит только тот, кто спросил, если он не выберет иначе
settings-switch-on = Включить
settings-switch-off = Выключить
settings-feedback = Кнопка отзыва под ответами
settings-feedback-operator = выключено оператором на всех серверах
settings-watching = Следить за вопросами здесь могут поручать все, а не только модераторы
settings-per-source = Фрагментов одного источника в позиции
settings-per-source-default = { $n }, как задал оператор
settings-per-source-choice = { $n ->
    [one] { $n } фрагмент
    [few] { $n } фрагмента
   *[many] { $n } фрагментов
}
settings-choose-per-source = Выберите число фрагментов
settings-language = Язык моих надписей
settings-language-asker = язык того, кто спрашивает
settings-choose-language = Выберите язык
settings-hidden = Скрытые здесь источники
settings-hidden-none = нет
settings-hidden-more = { $names } и ещё { $n }
settings-choose-hidden = Выбрать источники
settings-hidden-title = Какие источники здесь скрыты?
settings-hidden-what = Скрытый источник не просматривается для вопросов, заданных на этом сервере, и не показывается в списках.
settings-hide = Скрыть на этой странице
settings-back = Назад к настройкам
settings-not-yours = Менять настройки этого сервера могут только те, кому можно им управлять.
settings-not-here = Настройки бывают у сервера; откройте /{ command-settings } на том, где я есть.
