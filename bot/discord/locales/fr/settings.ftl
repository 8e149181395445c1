# /settings, for those who manage a server.
settings-title = Réglages de ce serveur
settings-what = Ils valent pour tout le monde ici. Les changements sont enregistrés aussitôt.
settings-yes = activé
settings-no = désactivé
settings-channels = Salons où je réponds
settings-channels-all = tous
settings-channel-gone = un salon supprimé
settings-choose-channels = Choisissez des salons ; aucun veut dire tous
settings-private = Réponses visibles par la seule personne qui demande, sauf choix contraire
settings-switch-on = Activer
settings-switch-off = Désactiver
settings-feedback = Bouton d’avis sous les réponses
settings-feedback-operator = désactivé sur tous les serveurs par le responsable du bot
settings-watching = Tout le monde peut faire surveiller des questions ici, pas seulement les modérateurs
settings-per-source = Passages d’une source dans une position
settings-per-source-default = { $n }, comme l’a réglé le responsable du bot
settings-per-source-choice = { $n ->
    [one] { $n } passage
   *[other] { $n } passages
}
settings-choose-per-source = Choisissez le nombre de passages
settings-language = Langue de mes libellés
settings-language-asker = la langue de la personne qui demande
settings-choose-language = Choisissez une langue
settings-hidden = Sources masquées ici
settings-hidden-none = aucune
settings-hidden-more = { $names } et { $n ->
    [one] { $n } autre
   *[other] { $n } autres
}
settings-choose-hidden = Choisir les sources
settings-hidden-title = Quelles sources sont masquées ici ?
settings-hidden-what = Une source masquée n’est ni consultée pour les questions posées sur ce serveur, ni affichée dans les listes.
settings-hide = Masquer sur cette page
settings-back = Retour aux réglages
settings-not-yours = Seuls les membres qui peuvent gérer ce serveur peuvent changer ses réglages.
settings-not-here = Les réglages appartiennent à un serveur ; utilisez /{ command-settings } sur un serveur où je suis.
