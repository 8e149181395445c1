# The picture of an answer, and what it says in words. picture-undated and picture-ahead take about ten
# characters.
picture-button = Picture
picture-told = Who said what when: { $question }
picture-in-words = The same in words, the rest of it:
picture-at = As of { $day }: what had been published by then, in the version of then.
picture-mark = { $mark }: { $position }
picture-source = { $source }: { $points }
picture-point = { $when } – { $position }
picture-copy-of = { $position } (copy)
picture-leaning = Lean on { $origin }: { $sources }
picture-lean = lean on { $origin }
picture-undated = no date
picture-ahead = in the future
picture-day-only = only the day or the month is known
picture-gap = time is left out
picture-copy = a copy of another source’s article
picture-circle = Circle
picture-square = Square
picture-triangle = Triangle
picture-diamond = Diamond
picture-pentagon = Pentagon
picture-star = Star
picture-cross = Cross
picture-hexagon = Hexagon
