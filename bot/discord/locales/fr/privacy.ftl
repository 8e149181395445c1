# /privacy.
privacy-title = Ce que je garde sur vous
privacy-nothing = Aucune question ni aucun avis de votre part.
privacy-amount = { $questions ->
    [0] aucune question
    [one] { $questions } question avec sa réponse
   *[other] { $questions } questions avec leurs réponses
}, { $feedback ->
    [0] aucun avis
    [one] { $feedback } avis
   *[other] { $feedback } avis
}{ $watches ->
    [0] {""}
    [one] , { $watches } question surveillée
   *[other] , { $watches } questions surveillées
}
privacy-kept = Conservé : { privacy-amount }, depuis le { $oldest }.
privacy-what = Avec une question, je garde votre identifiant, le serveur et le salon, ce qui a été consulté, le moment et la réponse, pour que ses boutons fonctionnent. Avec un avis, je garde votre identifiant, le serveur, le moment, la question, le passage et ce que vous avez dit.
privacy-watches = Pour une question surveillée, je garde votre identifiant, le serveur et le salon, la question et ce qui en a été dit, jusqu’à ce que vous la retiriez avec `/watches` ou l’effaciez ici.
privacy-read = Je ne lis que ce qui m’est adressé : commandes, mentions et messages privés.
privacy-who = Cela reste chez les responsables de ce bot. Ils peuvent le lire ; personne d’autre ne le reçoit.
privacy-until = C’est supprimé au bout de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}, quand je quitte le serveur, ou quand vous le demandez.
privacy-delete = Supprimer mes questions et mes avis
privacy-sure = Supprimer ceci : { privacy-amount } ? Les boutons sous ces réponses cesseront de fonctionner. Les messages restent jusqu’à ce que vous les supprimiez ; une sauvegarde faite par les responsables de ce bot reste telle quelle.
privacy-yes = Supprimer
privacy-no = Garder
privacy-deleted = Supprimé : { privacy-amount }.
