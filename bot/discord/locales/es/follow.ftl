# /follow, /unfollow and /follows, for the operators.
follow-looking = Busco un canal en { $name } …
follow-begun = Se sigue desde ahora: { $name }
follow-again = Se sigue de nuevo: { $name }
follow-already = Ya se sigue: { $name }
follow-listed = { $n ->
    [0] Allí no figura ningún artículo en este momento.
    [one] Allí figura { $n } artículo en este momento.
   *[other] Allí figuran { $n } artículos en este momento.
}
follow-elsewhere = Yo mismo no sigo nada (follow.enabled está desactivado): lo hace «whosays follow --run».
follow-ended = Ya no se sigue: { $name }. Sus artículos se quedan.
follow-unknown = No se sigue: { $name }. Elige algo de la lista que se abre al escribir.
follow-none = No se sigue nada.
follow-title = Lo que se sigue
follow-waiting = { $n } en espera
follow-unread = aún sin leer
follow-read = leído { $when }
follow-paused = en pausa; síguelo otra vez para continuar
follow-failing = falla desde { $when }
