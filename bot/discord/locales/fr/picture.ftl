# The picture of an answer, and what it says in words. picture-undated and picture-ahead take about ten
# characters.
picture-button = Image
picture-told = Qui a dit quoi et quand : { $question }
picture-in-words = La même chose en mots, la suite :
picture-at = Au { $day } : ce qui était paru à cette date, dans la version d’alors.
picture-mark = { $mark } : { $position }
picture-source = { $source } : { $points }
picture-point = { $when } – { $position }
picture-copy-of = { $position } (copie)
picture-leaning = S’appuient sur { $origin } : { $sources }
picture-lean = s’appuient sur { $origin }
picture-undated = sans date
picture-ahead = dans le futur
picture-day-only = seul le jour ou le mois est connu
picture-gap = du temps est omis
picture-copy = une copie de l’article d’une autre source
picture-circle = Cercle
picture-square = Carré
picture-triangle = Triangle
picture-diamond = Losange
picture-pentagon = Pentagone
picture-star = Étoile
picture-cross = Croix
picture-hexagon = Hexagone
