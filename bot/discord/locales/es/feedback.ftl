# Forms for feedback. Titles and names of fields take at most 45 characters, feedback-beside and
# feedback-comment-about at most 100.
feedback-helpful-title = No es útil
feedback-side-title = Lado equivocado
feedback-source-title = Fuente equivocada
feedback-side-right = ¿De qué lado está?
feedback-beside = No trata de la pregunta
feedback-helpful-comment = ¿Qué debería haber aquí?
feedback-side-comment = ¿Quieres añadir algo?
feedback-source-comment = Entonces, ¿quién lo dice?
feedback-comment-about = Lo leen los responsables de este bot. Puedes dejarlo vacío.
feedback-thanks = Gracias. Los responsables de este bot pueden leerlo durante { $days ->
    [one] { $days } día
   *[other] { $days } días
}; `/{ command-privacy }` lo borra antes.
feedback-off = Las opiniones están ahora desactivadas aquí; no se ha guardado nada.
