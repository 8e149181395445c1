# The picture of an answer, and what it says in words. picture-undated and picture-ahead take about ten
# characters.
picture-button = Картинка
picture-told = Кто что и когда сказал: { $question }
picture-in-words = То же словами, остальное:
picture-at = По состоянию на { $day }: что было опубликовано к тому времени, в тогдашней редакции.
picture-mark = { $mark }: { $position }
picture-source = { $source }: { $points }
picture-point = { $when } – { $position }
picture-copy-of = { $position } (копия)
picture-leaning = Опираются на { $origin }: { $sources }
picture-lean = опираются на { $origin }
picture-undated = без даты
picture-ahead = в будущем
picture-day-only = известен только день или месяц
picture-gap = здесь время пропущено
picture-copy = копия статьи другого источника
picture-circle = Круг
picture-square = Квадрат
picture-triangle = Треугольник
picture-diamond = Ромб
picture-pentagon = Пятиугольник
picture-star = Звезда
picture-cross = Крест
picture-hexagon = Шестиугольник
