# The picture of an answer, and what it says in words. picture-undated and picture-ahead take about ten
# characters.
picture-button = Bild
picture-told = Wer was wann sagte: { $question }
picture-in-words = Dasselbe in Worten, der Rest davon:
picture-at = Stand { $day }: was bis dahin erschienen war, in der damaligen Fassung.
picture-mark = { $mark }: { $position }
picture-source = { $source }: { $points }
picture-point = { $when } – { $position }
picture-copy-of = { $position } (Kopie)
picture-leaning = Stützen sich auf { $origin }: { $sources }
picture-lean = stützen sich auf { $origin }
picture-undated = ohne Datum
picture-ahead = in der Zukunft
picture-day-only = nur der Tag oder der Monat ist bekannt
picture-gap = hier ist Zeit ausgelassen
picture-copy = eine Kopie des Artikels einer anderen Quelle
picture-circle = Kreis
picture-square = Quadrat
picture-triangle = Dreieck
picture-diamond = Raute
picture-pentagon = Fünfeck
picture-star = Stern
picture-cross = Kreuz
picture-hexagon = Sechseck
