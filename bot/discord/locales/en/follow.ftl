# /follow, /unfollow and /follows, for the operators.
follow-looking = Looking for a feed at { $name } …
follow-begun = Followed from now on: { $name }
follow-again = Followed again: { $name }
follow-already = Followed already: { $name }
follow-listed = { $n ->
    [0] No article is listed there now.
    [one] { $n } article is listed there now.
   *[other] { $n } articles are listed there now.
}
follow-elsewhere = I do not follow anything myself (follow.enabled is off): “whosays follow --run” does.
follow-ended = No longer followed: { $name }. Its articles stay.
follow-unknown = Not followed: { $name }. Choose one from the list that opens while you type.
follow-none = Nothing is followed.
follow-title = What is followed
follow-waiting = { $n } waiting
follow-unread = not read yet
follow-read = read { $when }
follow-paused = paused; follow it again to go on
follow-failing = failing since { $when }
