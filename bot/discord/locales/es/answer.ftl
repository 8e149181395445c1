# The answer to a question. Names and quotations are put in as they are; ** ** stands around bold text.

# Positions: short headings.
answer-supports = Dice que sí
answer-refutes = Dice que no
answer-neutral = Lo deja abierto
answer-quoted = «{ $text }»
answer-account = Versión { $n }
answer-continued = { $heading } (continuación)

# "3 sources say yes, 3 say no, 1 leaves it open; 4 searched": the first count names the sources.
answer-count-supports = { $n ->
    [one] { $n } fuente dice que sí
   *[other] { $n } fuentes dicen que sí
}
answer-count-refutes = { $n ->
    [one] { $n } fuente dice que no
   *[other] { $n } fuentes dicen que no
}
answer-count-neutral = { $n ->
    [one] { $n } fuente lo deja abierto
   *[other] { $n } fuentes lo dejan abierto
}
answer-count-supports-too = { $n ->
    [one] { $n } dice que sí
   *[other] { $n } dicen que sí
}
answer-count-refutes-too = { $n ->
    [one] { $n } dice que no
   *[other] { $n } dicen que no
}
answer-count-neutral-too = { $n ->
    [one] { $n } lo deja abierto
   *[other] { $n } lo dejan abierto
}
answer-sources = { $n ->
    [one] { $n } fuente
   *[other] { $n } fuentes
}
answer-accounts = { $n ->
    [one] { $n } versión
   *[other] { $n } versiones
}
answer-searched-sources = { $n ->
    [one] { $n } consultada
   *[other] { $n } consultadas
}
answer-conflict = Las posiciones se excluyen entre sí.

# A passage.
answer-no-date = fecha desconocida
answer-not-verified = fuente no verificada
answer-speaker = Quién lo dice: { $speaker }
answer-speaker-via = Quién lo dice: { $speaker }, a través de { $origin }
answer-via = A través de { $origin }
answer-language = en { $language }
answer-article = Artículo
answer-choose-full = Párrafo completo de…

# Below the passages.
answer-leaning = { $n ->
    [one] { $n } fuente se apoya en { $origin }: { $sources }
   *[other] { $n } fuentes se apoyan en { $origin }: { $sources }
}
answer-near-copy = { $n ->
    [0] { $source }, «{ $title }»: copia de { $original }
    [one] { $source }, «{ $title }»: copia de { $original } salvo una frase
   *[other] { $source }, «{ $title }»: copia de { $original } salvo { $n } frases
}
answer-copies = { $n ->
    [one] { $source }, «{ $title }»: está también en otra dirección
   *[other] { $source }, «{ $title }»: está también en otras { $n } direcciones
}
answer-silent-on-event = Sobre el suceso, sin nada claro hallado sobre este punto: { $names }
answer-others = { $n ->
    [one] { $n } fuente más consultada; la última página la nombra
   *[other] { $n } fuentes más consultadas; la última página las nombra
}
answer-silent = Consultadas, nada hallado: { $names }
answer-searched = Búsqueda en { $sources ->
    [one] { $sources } fuente
   *[other] { $sources } fuentes
}, { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
}, { $paragraphs ->
    [one] { $paragraphs } párrafo
   *[other] { $paragraphs } párrafos
}.
answer-unread = { $n ->
    [one] De ellos, { $n } artículo está en un idioma que los modelos no leen.
   *[other] De ellos, { $n } artículos están en idiomas que los modelos no leen.
}
answer-later = { $n ->
    [one] { $n } artículo más solo se conserva en una versión posterior.
   *[other] { $n } artículos más solo se conservan en una versión posterior.
}
answer-page = Página { $page } de { $pages }

# What is not covered.
answer-uncovered = La biblioteca no contiene nada sobre esta pregunta.
answer-uncovered-within = Dentro de estos límites, la biblioteca no contiene nada sobre esta pregunta.
answer-unclear = No se ha encontrado nada claro sobre esta pregunta.
answer-misspelt = Ningún artículo contiene la palabra «{ $word }»; ¿querías decir «{ $nearest }»?
answer-nothing = No se ha buscado en ningún artículo: la biblioteca no tiene ninguno dentro de estos límites.
answer-nearest = Titulares más cercanos:
answer-on-event = Artículos sobre el suceso:

# Buttons.
answer-previous = Anterior
answer-next = Siguiente
answer-by-source = Por fuente
answer-by-position = Por posición
answer-feedback = Tu opinión
answer-share = Compartir en el canal
answer-delete = Borrar

# A whole paragraph.
answer-by-authors = Por { $authors }
answer-updated = actualizado el { $day }
answer-posted = publicado el { $day }
answer-paragraph = Párrafo { $n }
answer-part = Parte { $part } de { $parts }
answer-also-at = También en
answer-wrong-side = Lado equivocado
answer-wrong-source = Fuente equivocada

# Feedback.
answer-feedback-what = ¿Qué está mal en esta respuesta?
answer-not-helpful = No es útil
answer-choose-side = Lado equivocado: elige el pasaje
answer-choose-source = Fuente equivocada: elige el pasaje
answer-choice = { $source }: { $side }

# Over time: what the dates alone say of a passage.
answer-by-time = En el tiempo
answer-undated = { $heading } – fecha desconocida
answer-over-time-is = En el tiempo, por fecha de publicación; lo que no tiene fecha va al final.
answer-first-report = primera noticia
answer-among-first-reports = entre las primeras noticias
answer-first-denial = primer desmentido
answer-among-first-denials = entre los primeros desmentidos
answer-corrected = corregido
answer-dated-ahead = con fecha futura
answer-first-published = publicado primero el { $day }
