# What the library holds: /sources and /article.
browse-empty = Aquí todavía no hay artículos.
browse-sources = Fuentes
browse-articles = { $n ->
    [one] { $n } artículo
   *[other] { $n } artículos
}
browse-held = { $sources ->
    [one] { $sources } fuente
   *[other] { $sources } fuentes
}, { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
}
browse-newest = el más reciente, del { $day }
browse-choose-source = Mostrar los artículos de una fuente
browse-choose-article = Leer un artículo
browse-all-sources = Todas las fuentes
browse-home = Página principal
browse-original = Abrir el artículo
browse-near-copy = { $n ->
    [0] copia de { $original }
    [one] copia de { $original } salvo una frase
   *[other] copia de { $original } salvo { $n } frases
}
browse-copies = { $n ->
    [one] está también en otra dirección
   *[other] está también en otras { $n } direcciones
}
browse-untitled = (sin título)
browse-gone-source = Esa fuente ya no está en la biblioteca.
browse-gone-article = Ese artículo ya no está en la biblioteca.
browse-no-article = Ningún artículo tiene ese título; elige uno de la lista mientras escribes, o mira /{ command-sources }.
browse-several-articles = Varios artículos tienen eso en el título; elige uno de la lista mientras escribes.
