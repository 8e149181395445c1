# /watch und /watches, und was zu beobachteten Fragen gesagt wird.
watch-begin = Beobachten
watch-once = sofort
watch-daily = einmal am Tag
watch-weekly = einmal in der Woche
watch-begun-channel = Ich beobachte „{ $question }“ und melde in { $channel }, was neu ist ({ $when }).
watch-begun-direct = Ich beobachte „{ $question }“ und schreibe dir, was neu ist ({ $when }).
watch-known = { $n ->
    [0] Noch beantwortet sie nichts.
    [one] { $n } Stelle ist schon bekannt.
   *[other] { $n } Stellen sind schon bekannt.
}
watch-new = Neues zu einer beobachteten Frage
watch-first = Vorher gab es keine Antwort.
watch-turned = { $source }: vorher auch das Gegenteil
watch-gone = Steht nicht mehr da
watch-gone-under = vorher unter „{ $side }“
watch-noticed = bemerkt am { $day }
watch-whole = Ganze Antwort
watch-stop = Nicht mehr beobachten
watch-stopped = Nicht mehr beobachtet: „{ $question }“.
watch-no-more = Diese Frage wird nicht mehr beobachtet.
watch-title = Beobachtete Fragen
watch-none = Du lässt hier keine Frage beobachten. `/watch` fängt damit an.
watch-direct = Direktnachrichten
watch-since = seit { $day }
watch-paused = angehalten
watch-pause = Anhalten
watch-resume = Weiter
watch-remove = Entfernen
watch-not-yours = Nur wer hier Nachrichten verwalten darf, kann Fragen beobachten lassen.
watch-not-your-watch = Das können nur, wer die Frage beobachten lässt, und Moderatoren ändern.
watch-no-channel = In { $channel } kann ich nicht schreiben: Wähle einen Textkanal oder Thread, den du lesen und in dem ich schreiben kann.
watch-off = Hier werden keine Fragen beobachtet: watch.enabled ist aus.
watch-limit-person = Du lässt { $n } Fragen beobachten, mehr geht nicht: Entferne eine mit `/watches`.
watch-limit-server = Auf diesem Server werden { $n } Fragen beobachtet, mehr geht nicht: Entfernt eine mit `/watches`.
watch-ended-channel = Ich beobachte „{ $question }“ nicht mehr: Den Kanal gibt es nicht mehr, oder ich darf dort nicht schreiben.
watch-ended-question = Ich beobachte „{ $question }“ nicht mehr: Ich kann sie nicht mehr als eine Frage lesen.
