# What is said around asking.
ask-no-question = Ici, chaque question se suffit à elle-même : posez-la en entier, par exemple « Le ministre a-t-il démissionné ? ».
ask-two-questions = Cela fait plus d’une question ; posez-les une par une, par exemple « Le ministre a-t-il démissionné ? ».
ask-topic = C’est un sujet et non une question ; posez une question entière à ce propos, par exemple « Le ministre a-t-il démissionné ? ».
ask-language = Je ne lis pas la langue de cette question ; posez-la dans une langue que je lis : { $languages }.
ask-no-text = Ce message ne contient pas de texte sur lequel chercher ; choisissez-en un qui contient des mots.
ask-part-title = Interroger ce message
ask-part = Sur quoi chercher
ask-part-why = Le message est long : gardez l’affirmation ou la question, en 300 caractères au plus.
ask-mention-empty = Mentionnez-moi avec une question entière, par exemple « Le ministre a-t-il démissionné ? » ; pour interroger un message, ouvrez son menu, puis Applications, puis « { command-what-do-sources-say } ».
ask-too-long = Cela fait { $length } caractères ; posez votre question en { $longest } au plus.
ask-no-day = Je ne comprends pas de quel jour il s’agit : « { $given } » ; écrivez-le comme 2024-11-07, « hier » ou « novembre 2024 ».
ask-days-crossed = { $since } vient après { $until } ; échangez « { command-ask-option-since } » et « { command-ask-option-until } ».
ask-no-source = Je n’ai pas ici de source « { $name } » ; choisissez-en une parmi celles proposées pendant la saisie, ou voyez /{ command-sources }.
ask-nothing-here = Il n’y a rien à chercher ici : ce serveur a masqué toutes les sources ; la modération peut le changer avec /{ command-settings }.
ask-other-channel = Posez-moi vos questions dans { $channels }.
ask-too-fast =
    { $seconds ->
        [one] Vous venez de poser beaucoup de questions ; patientez une seconde.
       *[other] Vous venez de poser beaucoup de questions ; patientez { $seconds } secondes.
    }
ask-server-too-fast =
    { $seconds ->
        [one] Ce serveur vient de poser beaucoup de questions ; patientez une seconde.
       *[other] Ce serveur vient de poser beaucoup de questions ; patientez { $seconds } secondes.
    }
ask-busy =
    { $waiting ->
        [one] Une question attend déjà et ma file est pleine ; reposez la vôtre dans une minute.
       *[other] { $waiting } questions attendent déjà et ma file est pleine ; reposez la vôtre dans une minute.
    }
ask-slow = Ma bibliothèque est occupée en ce moment ; reposez votre question dans une minute.
ask-closing = Je redémarre ; reposez votre question dans une minute.
ask-gone = Cette réponse ou l’un de ses articles n’est plus conservé ; veuillez reposer la question.
ask-not-yours = Seules la personne qui a posé la question et la modération peuvent le faire.
ask-filter-since = depuis le { $day }
ask-filter-until = jusqu’au { $day }
ask-filter-at = au { $day } : ce qui était paru à cette date, dans la version d’alors
ask-filter-hidden = certaines sources sont masquées sur ce serveur
