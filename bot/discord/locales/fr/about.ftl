# /help and /about.
about-help-title = Ce que dit chaque source
about-help-what = Interrogez-moi sur l’actualité. Je montre ce qu’en dit chaque source de la bibliothèque : ses propres mots, côte à côte, avec qui l’a dit et où. Je n’écris pas de réponse à moi et je ne donne raison à personne.
about-help-asking = Comment poser une question
about-help-ask = `/{ command-ask }` avec une question ; ajoutez une source, des dates, ou une réponse visible de vous uniquement
about-help-mention = Mentionnez-moi dans un message, ou écrivez-moi directement
about-help-reply = Répondez à l’une de mes réponses en me mentionnant, pour demander autre chose
about-help-menu = Clic droit sur un message, puis Applications, puis « { command-what-do-sources-say } »
about-help-alone = Chaque question se suffit à elle-même : demandez « Lavrov a-t-il félicité Trump ? » plutôt que « Et Lavrov ? ».
about-help-more = Et aussi
about-help-sources = `/{ command-sources }` montre ce que contient la bibliothèque, `/{ command-article }` permet de le lire
about-help-watch = `/watch` vous signale ce qui est nouveau sur une question, `/watches` montre et retire ce qui est surveillé
about-help-about = `/{ command-about }` dit ce que je suis, `/{ command-privacy }` ce que je garde sur vous et comment le supprimer
about-help-settings = `/{ command-settings }` est pour les personnes qui gèrent ce serveur
about-help-operator = `/{ command-add }` et `/{ command-remove }` modifient la bibliothèque ; `/{ command-follow }`, `/{ command-unfollow }` et `/{ command-follows }` disent ce qui est suivi
about-title = whosays { $version }
about-what = Je montre ce que chaque source dit d’une question, dans ses propres mots. Je n’écris jamais de réponse à moi et ne donne jamais raison à personne.
about-library = Bibliothèque : { $sources ->
    [one] { $sources } source
   *[other] { $sources } sources
}, { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}, { $paragraphs ->
    [one] { $paragraphs } paragraphe
   *[other] { $paragraphs } paragraphes
}.
about-grown = Dernier article ajouté le { $day }.
about-models = Modèles : { $encoder } trouve les passages, { $stance } distingue le oui du non. Les deux tournent sur la machine de ce bot.
about-own-stance = celui de whosays
about-privacy = Vie privée
about-privacy-kept = Je garde ce que vous demandez, où, et la réponse pendant { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}, pour que les boutons fonctionnent.
about-privacy-read = Je ne lis que ce qui m’est adressé : commandes, mentions, messages privés.
about-privacy-yours = Rien n’est transmis à d’autres ; `/{ command-privacy }` montre et supprime ce qui est à vous.
