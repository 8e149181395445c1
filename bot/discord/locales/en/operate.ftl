# /add and /remove, for the operators.
operate-not-yours = Only the operators of this bot can change its library and what it follows; ask one of them.
operate-nobody = This bot has no operators yet, so nobody can change its library from Discord. Whoever runs it names them in its settings: WHOSAYS_DISCORD__OPERATORS.
operate-one-of = Please give either an address or a file.
operate-too-large = That file has { $size } kB and I take at most { $most } kB; please send a shorter text.
operate-lost = I could not get that file from Discord; please attach it again.
operate-fetching = Getting { $name } …
operate-reading = Reading { $name } …
operate-added = Added
operate-copy = The library has this article already; this is another copy of it
operate-updated = Updated
operate-unchanged = The library has this already; nothing changed
operate-refused = Not added: { $reason }
operate-held = { $n ->
    [one] { $n } paragraph
   *[other] { $n } paragraphs
}
operate-vouch = To say who published it, send it again with the option “source”.
operate-read = Read it
operate-remove-title = Remove this article from the library?
operate-remove-what = Every server that I am in shares the library. What goes: its text and its earlier versions. Answers that quote it stay as they are.
operate-remove = Remove
operate-keep = Keep
operate-removed = Removed: { $title }
operate-kept = Kept: { $title }
