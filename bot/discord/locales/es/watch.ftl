# /watch y /watches, y lo que se dice de las preguntas vigiladas.
watch-begin = Vigilar
watch-once = enseguida
watch-daily = una vez al día
watch-weekly = una vez a la semana
watch-begun-channel = Vigilo «{ $question }» y aviso en { $channel } de lo nuevo ({ $when }).
watch-begun-direct = Vigilo «{ $question }» y te escribo lo nuevo ({ $when }).
watch-known = { $n ->
    [0] Todavía nada la responde.
    [one] Ya se conoce { $n } pasaje.
   *[other] Ya se conocen { $n } pasajes.
}
watch-new = Novedades de una pregunta vigilada
watch-first = Antes no había respuesta.
watch-turned = { $source }: antes, también lo contrario
watch-gone = Ya no está
watch-gone-under = antes en «{ $side }»
watch-noticed = advertido el { $day }
watch-whole = Respuesta entera
watch-stop = Dejar de vigilar
watch-stopped = Ya no se vigila: «{ $question }».
watch-no-more = Esta pregunta ya no se vigila.
watch-title = Preguntas vigiladas
watch-none = Aquí no tienes preguntas vigiladas. Empieza con `/watch`.
watch-direct = mensajes directos
watch-since = desde el { $day }
watch-paused = en pausa
watch-pause = Pausar
watch-resume = Seguir
watch-remove = Quitar
watch-not-yours = Solo quien puede gestionar mensajes puede hacer vigilar preguntas aquí.
watch-not-your-watch = Solo quien la hizo vigilar y los moderadores pueden cambiarlo.
watch-no-channel = No puedo escribir en { $channel }: elige un canal de texto o un hilo que puedas leer y donde yo pueda escribir.
watch-off = Aquí no se vigilan preguntas: watch.enabled está desactivado.
watch-limit-person = Tienes { $n } preguntas vigiladas, el máximo: quita una con `/watches`.
watch-limit-server = En este servidor se vigilan { $n } preguntas, el máximo: quita una con `/watches`.
watch-ended-channel = Ya no vigilo «{ $question }»: el canal ya no existe o no puedo escribir en él.
watch-ended-question = Ya no vigilo «{ $question }»: ya no puedo leerla como una pregunta.
