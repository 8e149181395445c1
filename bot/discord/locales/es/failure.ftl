# What is said when something does not work. $reference is a number that the operator's log has.
failure-unexpected = Algo ha fallado por mi parte; inténtalo de nuevo y, si vuelve a pasar, dale al responsable del bot el número { $reference }.
failure-library = Ahora mismo no se puede leer mi biblioteca; inténtalo de nuevo en unos minutos (número { $reference }).
failure-models = Ahora mismo no puedo atender preguntas; dale al responsable del bot el número { $reference }.
failure-forbidden = No se me permite escribir ahí; un moderador puede darme los permisos de ver el canal y enviar mensajes (número { $reference }).
failure-discord = Discord no ha aceptado mi respuesta; inténtalo de nuevo (número { $reference }).
failure-input = { $what }
failure-not-allowed = No puedes usar este comando aquí; un moderador puede decirte dónde o darte el permiso.
failure-old-command = Este comando ha cambiado; reinicia Discord para ver el nuevo.
failure-old-button = Este botón es de una versión anterior de mí; vuelve a preguntar, por favor.
