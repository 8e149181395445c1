# /add and /remove, for the operators.
operate-not-yours = Seuls les responsables de ce bot peuvent modifier sa bibliothèque et ce qu’il suit ; demandez-leur.
operate-nobody = Ce bot n’a pas encore de responsables : personne ne peut donc modifier sa bibliothèque depuis Discord. La personne qui l’héberge les nomme dans ses réglages : WHOSAYS_DISCORD__OPERATORS.
operate-one-of = Donnez soit une adresse, soit un fichier.
operate-too-large = Ce fichier fait { $size } ko et j’en accepte { $most } au plus ; envoyez un texte plus court.
operate-lost = Je n’ai pas pu obtenir ce fichier de Discord ; veuillez le joindre à nouveau.
operate-fetching = Je récupère { $name }…
operate-reading = Je lis { $name }…
operate-added = Ajouté
operate-copy = La bibliothèque a déjà cet article ; en voici une autre copie
operate-updated = Mis à jour
operate-unchanged = La bibliothèque l’a déjà ; rien n’a changé
operate-refused = Pas ajouté : { $reason }
operate-held = { $n ->
    [one] { $n } paragraphe
   *[other] { $n } paragraphes
}
operate-vouch = Pour dire qui l’a publié, envoyez-le à nouveau avec l’option « { command-add-option-source } ».
operate-read = Lire
operate-remove-title = Retirer cet article de la bibliothèque ?
operate-remove-what = Tous les serveurs où je suis partagent la bibliothèque. Son texte et ses versions antérieures disparaissent. Les réponses qui le citent restent telles quelles.
operate-remove = Retirer
operate-keep = Garder
operate-removed = Retiré : { $title }
operate-kept = Gardé : { $title }
