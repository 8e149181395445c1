# /add and /remove, for the operators.
operate-not-yours = Nur die Betreiber dieses Bots können seine Bibliothek ändern und was er verfolgt; frage sie.
operate-nobody = Dieser Bot hat noch keine Betreiber, also kann niemand seine Bibliothek von Discord aus ändern. Wer ihn laufen lässt, nennt sie in seinen Einstellungen: WHOSAYS_DISCORD__OPERATORS.
operate-one-of = Bitte gib entweder eine Adresse oder eine Datei an.
operate-too-large = Diese Datei hat { $size } kB, und ich nehme höchstens { $most } kB an; bitte schick einen kürzeren Text.
operate-lost = Ich konnte diese Datei nicht von Discord bekommen; bitte häng sie noch einmal an.
operate-fetching = Ich hole { $name } …
operate-reading = Ich lese { $name } …
operate-added = Hinzugefügt
operate-copy = Die Bibliothek hat diesen Artikel schon; dies ist eine weitere Kopie davon
operate-updated = Aktualisiert
operate-unchanged = Die Bibliothek hat das schon; nichts wurde geändert
operate-refused = Nicht hinzugefügt: { $reason }
operate-held = { $n ->
    [one] { $n } Absatz
   *[other] { $n } Absätze
}
operate-vouch = Um zu sagen, wer es veröffentlicht hat, schick es noch einmal mit der Option „{ command-add-option-source }“.
operate-read = Lesen
operate-remove-title = Diesen Artikel aus der Bibliothek entfernen?
operate-remove-what = Alle Server, auf denen ich bin, teilen sich die Bibliothek. Entfernt werden sein Text und seine früheren Fassungen. Antworten, die ihn zitieren, bleiben, wie sie sind.
operate-remove = Entfernen
operate-keep = Behalten
operate-removed = Entfernt: { $title }
operate-kept = Behalten: { $title }
