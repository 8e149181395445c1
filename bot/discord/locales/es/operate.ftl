# /add and /remove, for the operators.
operate-not-yours = Solo los responsables de este bot pueden cambiar su biblioteca y lo que sigue; pídeselo a ellos.
operate-nobody = Este bot aún no tiene responsables, así que nadie puede cambiar su biblioteca desde Discord. Quien lo aloja los nombra en sus ajustes: WHOSAYS_DISCORD__OPERATORS.
operate-one-of = Indica una dirección o un archivo, no ambos.
operate-too-large = Ese archivo ocupa { $size } kB y acepto { $most } kB como máximo; envía un texto más corto.
operate-lost = No he podido obtener ese archivo de Discord; adjúntalo de nuevo, por favor.
operate-fetching = Obteniendo { $name }…
operate-reading = Leyendo { $name }…
operate-added = Añadido
operate-copy = La biblioteca ya tiene este artículo; esta es otra copia
operate-updated = Actualizado
operate-unchanged = La biblioteca ya lo tiene; nada ha cambiado
operate-refused = No se ha añadido: { $reason }
operate-held = { $n ->
    [one] { $n } párrafo
   *[other] { $n } párrafos
}
operate-vouch = Para decir quién lo publicó, envíalo otra vez con la opción «{ command-add-option-source }».
operate-read = Leerlo
operate-remove-title = ¿Quitar este artículo de la biblioteca?
operate-remove-what = Todos los servidores en los que estoy comparten la biblioteca. Se van su texto y sus versiones anteriores. Las respuestas que lo citan se quedan como están.
operate-remove = Quitar
operate-keep = Conservar
operate-removed = Quitado: { $title }
operate-kept = Conservado: { $title }
