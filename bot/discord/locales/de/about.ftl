# /help and /about.
about-help-title = Was jede Quelle sagt
about-help-what = Frag mich nach den Nachrichten. Ich zeige, was jede Quelle der Bibliothek dazu sagt: in ihren eigenen Worten, nebeneinander, mit der Angabe, wer es gesagt hat und wo. Ich schreibe keine eigene Antwort und gebe niemandem recht.
about-help-asking = So fragst du
about-help-ask = `/{ command-ask }` mit einer Frage; wähl dazu eine Quelle, Tage oder eine Antwort, die nur du siehst
about-help-mention = Erwähne mich in einer Nachricht, oder schreib mir direkt
about-help-reply = Antworte auf eine meiner Antworten und erwähne mich, um etwas anderes zu fragen
about-help-menu = Klick mit rechts auf eine Nachricht, dann Apps, dann „{ command-what-do-sources-say }“
about-help-alone = Jede Frage steht für sich: Frag „Hat Lawrow Trump gratuliert?“ statt „Und Lawrow?“.
about-help-more = Mehr
about-help-sources = `/{ command-sources }` zeigt, was in der Bibliothek ist; mit `/{ command-article }` liest du es
about-help-watch = `/watch` meldet dir, was zu einer Frage neu ist, `/watches` zeigt und entfernt, was beobachtet wird
about-help-about = `/{ command-about }` sagt, was ich bin; `/{ command-privacy }`, was ich über dich aufhebe und wie du es löschst
about-help-settings = `/{ command-settings }` ist für alle, die diesen Server verwalten
about-help-operator = `/{ command-add }` und `/{ command-remove }` ändern die Bibliothek; `/{ command-follow }`, `/{ command-unfollow }` und `/{ command-follows }` bestimmen, was verfolgt wird
about-title = whosays { $version }
about-what = Ich zeige, was jede Quelle zu einer Frage sagt, in ihren eigenen Worten. Ich schreibe nie eine eigene Antwort und gebe nie jemandem recht.
about-library = Bibliothek: { $sources ->
    [one] { $sources } Quelle
   *[other] { $sources } Quellen
}, { $articles ->
    [one] { $articles } Artikel
   *[other] { $articles } Artikel
}, { $paragraphs ->
    [one] { $paragraphs } Absatz
   *[other] { $paragraphs } Absätze
}.
about-grown = Zuletzt kam ein Artikel am { $day } dazu.
about-models = Modelle: { $encoder } findet die Stellen, { $stance } unterscheidet Ja von Nein. Beide laufen auf dem Rechner dieses Bots.
about-own-stance = das eigene von whosays
about-privacy = Datenschutz
about-privacy-kept = Was du fragst, wo, und die Antwort hebe ich { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
} lang auf, damit die Schaltflächen funktionieren.
about-privacy-read = Ich lese nur, was an mich gerichtet ist: Befehle, Erwähnungen, Direktnachrichten.
about-privacy-yours = Nichts davon geht an andere; `/{ command-privacy }` zeigt und löscht, was von dir ist.
