# /follow, /unfollow and /follows, for the operators.
follow-looking = Шукаю стрічку за адресою { $name }…
follow-begun = Відтепер відстежується: { $name }
follow-again = Знову відстежується: { $name }
follow-already = Уже відстежується: { $name }
follow-listed = { $n ->
    [0] Зараз там немає жодної статті.
    [one] Зараз там { $n } стаття.
    [few] Зараз там { $n } статті.
   *[many] Зараз там { $n } статей.
}
follow-elsewhere = Сам бот нічого не відстежує (follow.enabled вимкнено): це робить «whosays follow --run».
follow-ended = Більше не відстежується: { $name }. Статті лишаються.
follow-unknown = Не відстежується: { $name }. Виберіть зі списку, що відкривається під час введення.
follow-none = Нічого не відстежується.
follow-title = Що відстежується
follow-waiting = чекають: { $n }
follow-unread = ще не прочитано
follow-read = прочитано { $when }
follow-paused = призупинено; почніть відстежувати знову, щоб продовжити
follow-failing = не вдається з моменту: { $when }
