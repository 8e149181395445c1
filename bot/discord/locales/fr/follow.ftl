# /follow, /unfollow and /follows, for the operators.
follow-looking = Je cherche un flux à l’adresse { $name } …
follow-begun = Suivi à partir de maintenant : { $name }
follow-again = Suivi de nouveau : { $name }
follow-already = Déjà suivi : { $name }
follow-listed = { $n ->
    [0] Aucun article n’y figure en ce moment.
    [one] { $n } article y figure en ce moment.
   *[other] { $n } articles y figurent en ce moment.
}
follow-elsewhere = Je ne suis rien moi-même (follow.enabled est désactivé) : « whosays follow --run » s’en charge.
follow-ended = N’est plus suivi : { $name }. Ses articles restent.
follow-unknown = N’est pas suivi : { $name }. Choisissez dans la liste qui s’ouvre pendant la saisie.
follow-none = Rien n’est suivi.
follow-title = Ce qui est suivi
follow-waiting = { $n } en attente
follow-unread = pas encore lu
follow-read = lu { $when }
follow-paused = en pause ; suivez-le à nouveau pour reprendre
follow-failing = en échec depuis { $when }
