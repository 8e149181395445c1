# What is said around asking.
ask-no-question = Aquí cada pregunta va por sí sola: haz una completa, por ejemplo «¿Ha dimitido el ministro?».
ask-two-questions = Eso es más de una pregunta; haz una cada vez, por ejemplo «¿Ha dimitido el ministro?».
ask-topic = Eso es un tema y no una pregunta; haz una pregunta completa sobre él, por ejemplo «¿Ha dimitido el ministro?».
ask-language = No leo el idioma de esa pregunta; hazla en uno que lea: { $languages }.
ask-no-text = En ese mensaje no hay texto sobre el que preguntar; elige uno con palabras.
ask-part-title = Preguntar por este mensaje
ask-part = Sobre qué preguntar
ask-part-why = El mensaje es largo: deja la afirmación o la pregunta en 300 caracteres como máximo.
ask-mention-empty = Mencióname con una pregunta completa, por ejemplo «¿Ha dimitido el ministro?»; para preguntar por un mensaje, abre su menú, luego Aplicaciones y luego «{ command-what-do-sources-say }».
ask-too-long = Eso tiene { $length } caracteres; pregunta con { $longest } como máximo.
ask-no-day = No entiendo qué día es «{ $given }»; escríbelo como 2024-11-07, o como «ayer» o «noviembre de 2024».
ask-days-crossed = { $since } es posterior a { $until }; intercambia «{ command-ask-option-since }» y «{ command-ask-option-until }».
ask-no-source = Aquí no tengo ninguna fuente «{ $name }»; elige una de las que se ofrecen mientras escribes, o mira /{ command-sources }.
ask-nothing-here = Aquí no hay nada que consultar: este servidor ha ocultado todas las fuentes; un moderador puede cambiarlo con /{ command-settings }.
ask-other-channel = Pregúntame en { $channels }, por favor.
ask-too-fast =
    { $seconds ->
        [one] Acabas de preguntar mucho; espera un segundo, por favor.
       *[other] Acabas de preguntar mucho; espera { $seconds } segundos, por favor.
    }
ask-server-too-fast =
    { $seconds ->
        [one] En este servidor se acaba de preguntar mucho; espera un segundo, por favor.
       *[other] En este servidor se acaba de preguntar mucho; espera { $seconds } segundos, por favor.
    }
ask-busy =
    { $waiting ->
        [one] Ya hay una pregunta esperando y mi cola está llena; vuelve a preguntar dentro de un minuto.
       *[other] Ya hay { $waiting } preguntas esperando y mi cola está llena; vuelve a preguntar dentro de un minuto.
    }
ask-slow = Mi biblioteca está ocupada en este momento; vuelve a preguntar dentro de un minuto.
ask-closing = Me están reiniciando; vuelve a preguntar dentro de un minuto.
ask-gone = Esta respuesta o uno de sus artículos ya no se guarda; vuelve a preguntar, por favor.
ask-not-yours = Eso solo pueden hacerlo quien preguntó y los moderadores.
ask-filter-since = desde el { $day }
ask-filter-until = hasta el { $day }
ask-filter-at = a { $day }: lo publicado hasta entonces, en la versión de entonces
ask-filter-hidden = algunas fuentes están ocultas en este servidor
