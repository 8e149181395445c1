# The picture of an answer, and what it says in words. picture-undated and picture-ahead take about ten
# characters.
picture-button = Малюнок
picture-told = Хто що й коли сказав: { $question }
picture-in-words = Те саме словами, решта:
picture-at = Станом на { $day }: що було опубліковано на той час, у тогочасній редакції.
picture-mark = { $mark }: { $position }
picture-source = { $source }: { $points }
picture-point = { $when } – { $position }
picture-copy-of = { $position } (копія)
picture-leaning = Спираються на { $origin }: { $sources }
picture-lean = спираються на { $origin }
picture-undated = без дати
picture-ahead = у майбутньому
picture-day-only = відомий лише день або місяць
picture-gap = тут час пропущено
picture-copy = копія статті іншого джерела
picture-circle = Коло
picture-square = Квадрат
picture-triangle = Трикутник
picture-diamond = Ромб
picture-pentagon = П’ятикутник
picture-star = Зірка
picture-cross = Хрест
picture-hexagon = Шестикутник
