# /watch et /watches, et ce qui est dit des questions suivies.
watch-begin = Surveiller
watch-once = aussitôt
watch-daily = une fois par jour
watch-weekly = une fois par semaine
watch-begun-channel = Je surveille « { $question } » et je signale les nouveautés dans { $channel } ({ $when }).
watch-begun-direct = Je surveille « { $question } » et je vous écris les nouveautés ({ $when }).
watch-known = { $n ->
    [0] Rien n’y répond encore.
    [one] { $n } passage est déjà connu.
   *[other] { $n } passages sont déjà connus.
}
watch-new = Du nouveau sur une question surveillée
watch-first = Il n’y avait pas de réponse avant.
watch-turned = { $source } : le contraire aussi, auparavant
watch-gone = N’y est plus
watch-gone-under = auparavant sous « { $side } »
watch-noticed = remarqué le { $day }
watch-whole = Réponse entière
watch-stop = Ne plus surveiller
watch-stopped = N’est plus surveillée : « { $question } ».
watch-no-more = Cette question n’est plus surveillée.
watch-title = Questions surveillées
watch-none = Vous ne faites surveiller aucune question ici. `/watch` permet de commencer.
watch-direct = messages privés
watch-since = depuis le { $day }
watch-paused = en pause
watch-pause = Mettre en pause
watch-resume = Reprendre
watch-remove = Retirer
watch-not-yours = Seuls les membres qui peuvent gérer les messages peuvent faire surveiller des questions ici.
watch-not-your-watch = Seuls la personne qui la fait surveiller et les modérateurs peuvent changer cela.
watch-no-channel = Je ne peux pas écrire dans { $channel } : choisissez un salon textuel ou un fil que vous pouvez lire et où je peux écrire.
watch-off = Les questions ne sont pas surveillées ici : watch.enabled est désactivé.
watch-limit-person = Vous faites surveiller { $n } questions, c’est le maximum : retirez-en une avec `/watches`.
watch-limit-server = { $n } questions sont surveillées sur ce serveur, c’est le maximum : retirez-en une avec `/watches`.
watch-ended-channel = Je ne surveille plus « { $question } » : le salon n’existe plus, ou je ne peux pas y écrire.
watch-ended-question = Je ne surveille plus « { $question } » : je ne peux plus la lire comme une question.
