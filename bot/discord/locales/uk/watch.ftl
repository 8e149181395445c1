# /watch і /watches та те, що повідомляється за відстежуваними питаннями.
watch-begin = Стежити
watch-once = одразу
watch-daily = раз на день
watch-weekly = раз на тиждень
watch-begun-channel = Стежу за питанням «{ $question }» і повідомляю нове в { $channel } ({ $when }).
watch-begun-direct = Стежу за питанням «{ $question }» і пишу вам нове ({ $when }).
watch-known = { $n ->
    [0] Поки на нього ніщо не відповідає.
    [one] Уже відомий { $n } уривок.
    [few] Уже відомі { $n } уривки.
   *[many] Уже відомо { $n } уривків.
}
watch-new = Нове за відстежуваним питанням
watch-first = Раніше відповіді не було.
watch-turned = { $source }: раніше й протилежне
watch-gone = Більше там немає
watch-gone-under = раніше в «{ $side }»
watch-noticed = помічено { $day }
watch-whole = Уся відповідь
watch-stop = Більше не стежити
watch-stopped = Більше не відстежується: «{ $question }».
watch-no-more = Це питання більше не відстежується.
watch-title = Відстежувані питання
watch-none = Тут ви не стежите за жодним питанням. Почати можна командою `/watch`.
watch-direct = особисті повідомлення
watch-since = з { $day }
watch-paused = призупинено
watch-pause = Призупинити
watch-resume = Продовжити
watch-remove = Прибрати
watch-not-yours = Доручати стеження за питаннями тут можуть лише ті, хто керує повідомленнями.
watch-not-your-watch = Змінити це можуть лише той, хто доручив стеження, і модератори.
watch-no-channel = Я не можу писати в { $channel }: виберіть текстовий канал або гілку, яку ви можете читати і де я можу писати.
watch-off = За питаннями тут не стежать: watch.enabled вимкнено.
watch-limit-person = Ви стежите за { $n } питаннями, більше не можна: приберіть одне через `/watches`.
watch-limit-server = На цьому сервері відстежується питань: { $n }, більше не можна. Приберіть одне через `/watches`.
watch-ended-channel = Я більше не стежу за питанням «{ $question }»: каналу більше немає, або мені не можна там писати.
watch-ended-question = Я більше не стежу за питанням «{ $question }»: його більше не можна прочитати як одне питання.
