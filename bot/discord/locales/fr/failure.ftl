# What is said when something does not work. $reference is a number that the operator's log has.
failure-unexpected = Quelque chose s’est mal passé de mon côté ; réessayez et, si cela se reproduit, donnez le numéro { $reference } au responsable du bot.
failure-library = Ma bibliothèque est illisible en ce moment ; réessayez dans quelques minutes (numéro { $reference }).
failure-models = Je ne peux pas traiter de questions en ce moment ; donnez le numéro { $reference } au responsable du bot.
failure-forbidden = Je n’ai pas le droit d’écrire là-bas ; la modération peut m’accorder les permissions de voir le salon et d’envoyer des messages (numéro { $reference }).
failure-discord = Discord n’a pas accepté ma réponse ; veuillez réessayer (numéro { $reference }).
failure-input = { $what }
failure-not-allowed = Vous ne pouvez pas utiliser cette commande ici ; la modération peut vous dire où, ou vous en donner la permission.
failure-old-command = Cette commande a changé ; redémarrez Discord pour voir la nouvelle.
failure-old-button = Ce bouton vient d’une version plus ancienne de moi ; veuillez reposer la question.
