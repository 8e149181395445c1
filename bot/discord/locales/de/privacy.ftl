# /privacy.
privacy-title = Was ich über dich aufhebe
privacy-nothing = Keine Frage und keine Rückmeldung von dir.
privacy-amount = { $questions ->
    [0] keine Fragen
    [one] { $questions } Frage mit ihrer Antwort
   *[other] { $questions } Fragen mit ihren Antworten
}, { $feedback ->
    [0] keine Rückmeldungen
    [one] { $feedback } Rückmeldung
   *[other] { $feedback } Rückmeldungen
}{ $watches ->
    [0] {""}
    [one] , { $watches } beobachtete Frage
   *[other] , { $watches } beobachtete Fragen
}
privacy-kept = Gespeichert: { privacy-amount }, das Älteste vom { $oldest }.
privacy-what = Zu einer Frage hebe ich deine Nutzer-ID, Server und Kanal, wonach gesucht wurde, den Zeitpunkt und die Antwort auf, damit ihre Schaltflächen funktionieren. Zu einer Rückmeldung hebe ich deine Nutzer-ID, den Server, den Zeitpunkt, die Frage, die Stelle und das auf, was du geschrieben hast.
privacy-watches = Zu einer beobachteten Frage hebe ich deine Nutzer-ID, Server und Kanal, die Frage und das dazu Gemeldete auf, bis du sie mit `/watches` entfernst oder hier löschst.
privacy-read = Ich lese nur, was an mich gerichtet ist: Befehle, Erwähnungen und Direktnachrichten.
privacy-who = Es bleibt bei den Betreibern dieses Bots. Sie können es lesen; sonst bekommt es niemand.
privacy-until = Es wird gelöscht: nach { $days ->
    [one] { $days } Tag
   *[other] { $days } Tagen
}, wenn ich den Server verlasse oder wenn du es sagst.
privacy-delete = Meine Fragen und Rückmeldungen löschen
privacy-sure = Das löschen: { privacy-amount }? Die Schaltflächen unter diesen Antworten funktionieren dann nicht mehr. Die Nachrichten bleiben, bis du sie löschst; eine Sicherung, die die Betreiber dieses Bots gemacht haben, bleibt, wie sie ist.
privacy-yes = Löschen
privacy-no = Behalten
privacy-deleted = Gelöscht: { privacy-amount }.
