# /help and /about.
about-help-title = Qué dice cada fuente
about-help-what = Pregúntame por las noticias. Muestro qué dice de ello cada fuente de la biblioteca: sus propias palabras, lado a lado, con quién lo dijo y dónde. No escribo una respuesta mía ni le doy la razón a nadie.
about-help-asking = Cómo preguntar
about-help-ask = `/{ command-ask }` con una pregunta; añade una fuente, fechas o una respuesta que solo veas tú
about-help-mention = Mencióname en un mensaje o escríbeme directamente
about-help-reply = Responde a una de mis respuestas mencionándome, para preguntar otra cosa
about-help-menu = Clic derecho en un mensaje, luego Aplicaciones y luego «{ command-what-do-sources-say }»
about-help-alone = Cada pregunta va por sí sola: pregunta «¿Felicitó Lavrov a Trump?» y no «¿Y Lavrov?».
about-help-more = Más
about-help-sources = `/{ command-sources }` muestra lo que hay en la biblioteca; con `/{ command-article }` puedes leerlo
about-help-watch = `/watch` te avisa de lo nuevo sobre una pregunta, `/watches` muestra y quita lo que se vigila
about-help-about = `/{ command-about }` dice qué soy; `/{ command-privacy }`, qué guardo sobre ti y cómo borrarlo
about-help-settings = `/{ command-settings }` es para quienes gestionan este servidor
about-help-operator = `/{ command-add }` y `/{ command-remove }` cambian la biblioteca; `/{ command-follow }`, `/{ command-unfollow }` y `/{ command-follows }` dicen qué se sigue
about-title = whosays { $version }
about-what = Muestro qué dice cada fuente sobre una pregunta, con sus propias palabras. Nunca escribo una respuesta mía ni le doy la razón a nadie.
about-library = Biblioteca: { $sources ->
    [one] { $sources } fuente
   *[other] { $sources } fuentes
}, { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
}, { $paragraphs ->
    [one] { $paragraphs } párrafo
   *[other] { $paragraphs } párrafos
}.
about-grown = El último artículo se añadió el { $day }.
about-models = Modelos: { $encoder } encuentra los pasajes, { $stance } distingue el sí del no. Ambos se ejecutan en la máquina de este bot.
about-own-stance = el propio de whosays
about-privacy = Privacidad
about-privacy-kept = Guardo qué preguntas, dónde y la respuesta durante { $days ->
    [one] { $days } día
   *[other] { $days } días
}, para que los botones funcionen.
about-privacy-read = Solo leo lo que se me dice a mí: comandos, menciones, mensajes directos.
about-privacy-yours = Nada se entrega a nadie más; `/{ command-privacy }` muestra y borra lo tuyo.
