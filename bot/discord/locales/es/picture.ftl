# The picture of an answer, and what it says in words. picture-undated and picture-ahead take about ten
# characters.
picture-button = Imagen
picture-told = Quién dijo qué y cuándo: { $question }
picture-in-words = Lo mismo en palabras, el resto:
picture-at = A { $day }: lo publicado hasta entonces, en la versión de entonces.
picture-mark = { $mark }: { $position }
picture-source = { $source }: { $points }
picture-point = { $when } – { $position }
picture-copy-of = { $position } (copia)
picture-leaning = Se apoyan en { $origin }: { $sources }
picture-lean = se apoyan en { $origin }
picture-undated = sin fecha
picture-ahead = en el futuro
picture-day-only = solo se conoce el día o el mes
picture-gap = aquí se omite tiempo
picture-copy = una copia del artículo de otra fuente
picture-circle = Círculo
picture-square = Cuadrado
picture-triangle = Triángulo
picture-diamond = Rombo
picture-pentagon = Pentágono
picture-star = Estrella
picture-cross = Cruz
picture-hexagon = Hexágono
