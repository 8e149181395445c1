# /follow, /unfollow and /follows, for the operators.
follow-looking = Ищу ленту по адресу { $name }…
follow-begun = Теперь отслеживается: { $name }
follow-again = Снова отслеживается: { $name }
follow-already = Уже отслеживается: { $name }
follow-listed = { $n ->
    [0] Сейчас там нет ни одной статьи.
    [one] Сейчас там { $n } статья.
    [few] Сейчас там { $n } статьи.
   *[many] Сейчас там { $n } статей.
}
follow-elsewhere = Сам бот ничего не отслеживает (follow.enabled выключено): это делает «whosays follow --run».
follow-ended = Больше не отслеживается: { $name }. Статьи остаются.
follow-unknown = Не отслеживается: { $name }. Выберите из списка, который открывается при вводе.
follow-none = Ничего не отслеживается.
follow-title = Что отслеживается
follow-waiting = ждут: { $n }
follow-unread = ещё не прочитано
follow-read = прочитано { $when }
follow-paused = приостановлено; начните отслеживать снова, чтобы продолжить
follow-failing = не удаётся с момента: { $when }
