# /settings, for those who manage a server.
settings-title = Einstellungen dieses Servers
settings-what = Sie gelten für alle hier. Änderungen werden sofort gespeichert.
settings-yes = an
settings-no = aus
settings-channels = Kanäle, in denen ich antworte
settings-channels-all = alle
settings-channel-gone = ein gelöschter Kanal
settings-choose-channels = Kanäle wählen; keiner heißt alle
settings-private = Antworten sieht nur, wer fragt, wenn nicht anders gewünscht
settings-switch-on = Einschalten
settings-switch-off = Ausschalten
settings-feedback = Schaltflächen für Rückmeldungen unter Antworten
settings-feedback-operator = vom Betreiber für alle Server ausgeschaltet
settings-watching = Alle dürfen hier Fragen beobachten lassen, nicht nur Moderatoren
settings-per-source = Stellen je Quelle in einer Position
settings-per-source-default = { $n }, wie vom Betreiber eingestellt
settings-per-source-choice = { $n ->
    [one] { $n } Stelle
   *[other] { $n } Stellen
}
settings-choose-per-source = Zahl der Stellen wählen
settings-language = Sprache meiner Beschriftungen
settings-language-asker = die Sprache der Person, die fragt
settings-choose-language = Sprache wählen
settings-hidden = Hier ausgeblendete Quellen
settings-hidden-none = keine
settings-hidden-more = { $names } und { $n ->
    [one] { $n } weitere
   *[other] { $n } weitere
}
settings-choose-hidden = Quellen wählen
settings-hidden-title = Welche Quellen sind hier ausgeblendet?
settings-hidden-what = Eine ausgeblendete Quelle wird für Fragen auf diesem Server nicht durchsucht und nicht aufgeführt.
settings-hide = Auf dieser Seite ausblenden
settings-back = Zurück zu den Einstellungen
settings-not-yours = Nur wer diesen Server verwalten darf, kann seine Einstellungen ändern.
settings-not-here = Einstellungen gehören zu einem Server; benutze /{ command-settings } auf einem, auf dem ich bin.
