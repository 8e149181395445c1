# /follow, /unfollow and /follows, for the operators.
follow-looking = Busco un canal en { $name } …
follow-begun = Se sigue desde ahora: { $name }
follow-listed = { $n ->
    [one] Allí figura { $n } artículo en este momento.
   *[other] Allí figuran { $n } artículos en este momento.
}
follow-elsewhere = Yo mismo no sigo nada (follow.enabled está desactivado): lo hace «whosays follow --run».
follow-ended = Ya no se sigue: { $name }. Sus artículos se quedan.
follow-none = No se sigue nada.
follow-title = Lo que se sigue
follow-waiting = { $n } en espera
follow-unread = aún sin leer
follow-read = leído { $when }
follow-paused = en pausa; síguelo otra vez para continuar
follow-failing = falla desde { $when }
