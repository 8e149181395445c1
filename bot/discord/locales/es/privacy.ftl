# /privacy.
privacy-title = Qué guardo sobre ti
privacy-nothing = Ninguna pregunta ni opinión tuya.
privacy-amount = { $questions ->
    [0] ninguna pregunta
    [one] { $questions } pregunta con su respuesta
   *[other] { $questions } preguntas con sus respuestas
}, { $feedback ->
    [0] ninguna opinión
    [one] { $feedback } opinión
   *[other] { $feedback } opiniones
}{ $watches ->
    [0] {""}
    [one] , { $watches } pregunta vigilada
   *[other] , { $watches } preguntas vigiladas
}
privacy-kept = Guardado: { privacy-amount }, lo primero del { $oldest }.
privacy-what = Con una pregunta guardo tu identificador, el servidor y el canal, qué se consultó, cuándo y la respuesta, para que sus botones funcionen. Con una opinión guardo tu identificador, el servidor, cuándo, la pregunta, el pasaje y lo que dijiste.
privacy-watches = De una pregunta vigilada guardo tu identificador, el servidor y el canal, la pregunta y lo que se dijo de ella, hasta que la quites con `/watches` o la borres aquí.
privacy-read = Solo leo lo que se me dice a mí: comandos, menciones y mensajes directos.
privacy-who = Se queda con los responsables de este bot. Ellos pueden leerlo; nadie más lo recibe.
privacy-until = Se borra pasados { $days ->
    [one] { $days } día
   *[other] { $days } días
}, cuando dejo el servidor o cuando tú lo pides.
privacy-delete = Borrar mis preguntas y opiniones
privacy-sure = ¿Borrar esto: { privacy-amount }? Los botones de esas respuestas dejarán de funcionar. Los mensajes se quedan hasta que los borres; una copia de seguridad que hayan hecho los responsables de este bot se queda como está.
privacy-yes = Borrar
privacy-no = Conservar
privacy-deleted = Borrado: { privacy-amount }.
