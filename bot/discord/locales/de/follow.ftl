# /follow, /unfollow and /follows, for the operators.
follow-looking = Ich suche einen Feed bei { $name } …
follow-begun = Ab jetzt wird verfolgt: { $name }
follow-again = Wird wieder verfolgt: { $name }
follow-already = Wird schon verfolgt: { $name }
follow-listed = { $n ->
    [0] Dort steht zurzeit kein Artikel.
    [one] Dort steht zurzeit { $n } Artikel.
   *[other] Dort stehen zurzeit { $n } Artikel.
}
follow-elsewhere = Ich selbst verfolge nichts (follow.enabled ist aus): Das tut „whosays follow --run“.
follow-ended = Wird nicht mehr verfolgt: { $name }. Die Artikel bleiben.
follow-unknown = Wird nicht verfolgt: { $name }. Wähle etwas aus der Liste, die sich beim Tippen öffnet.
follow-none = Es wird nichts verfolgt.
follow-title = Was verfolgt wird
follow-waiting = { $n } in Wartestellung
follow-unread = noch nicht gelesen
follow-read = gelesen { $when }
follow-paused = angehalten; zum Fortsetzen erneut verfolgen
follow-failing = schlägt fehl seit { $when }
