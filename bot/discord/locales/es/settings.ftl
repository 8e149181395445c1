# /settings, for those who manage a server.
settings-title = Ajustes de este servidor
settings-what = Valen para todos aquí. Los cambios se guardan al momento.
settings-yes = activado
settings-no = desactivado
settings-channels = Canales donde respondo
settings-channels-all = todos
settings-channel-gone = un canal borrado
settings-choose-channels = Elige canales; ninguno significa todos
settings-private = Respuestas solo para quien pregunta, salvo que elija otra cosa
settings-switch-on = Activar
settings-switch-off = Desactivar
settings-feedback = Botón de opinión debajo de las respuestas
settings-feedback-operator = desactivado en todos los servidores por el responsable del bot
settings-watching = Todos pueden hacer vigilar preguntas aquí, no solo los moderadores
settings-per-source = Pasajes de una fuente en una posición
settings-per-source-default = { $n }, como lo tiene el responsable del bot
settings-per-source-choice = { $n ->
    [one] { $n } pasaje
   *[other] { $n } pasajes
}
settings-choose-per-source = Elige cuántos pasajes
settings-language = Idioma de mis rótulos
settings-language-asker = el idioma de quien pregunta
settings-choose-language = Elige un idioma
settings-hidden = Fuentes ocultas aquí
settings-hidden-none = ninguna
settings-hidden-more = { $names } y { $n ->
    [one] { $n } más
   *[other] { $n } más
}
settings-choose-hidden = Elegir fuentes
settings-hidden-title = ¿Qué fuentes están ocultas aquí?
settings-hidden-what = Una fuente oculta no se consulta para las preguntas hechas en este servidor ni aparece en las listas.
settings-hide = Ocultar en esta página
settings-back = Volver a los ajustes
settings-not-yours = Solo los miembros que pueden gestionar este servidor pueden cambiar sus ajustes.
settings-not-here = Los ajustes son de un servidor; usa /{ command-settings } en uno en el que yo esté.
