# The answer to a question. Names and quotations are put in as they are; ** ** stands around bold text.

# Positions: short headings.
answer-supports = Sagt ja
answer-refutes = Sagt nein
answer-neutral = Lässt es offen
answer-quoted = „{ $text }“
answer-account = Darstellung { $n }
answer-continued = { $heading } (Fortsetzung)

# "3 sources say yes, 3 say no, 1 leaves it open; 4 searched": the first count names the sources.
answer-count-supports = { $n ->
    [one] { $n } Quelle sagt ja
   *[other] { $n } Quellen sagen ja
}
answer-count-refutes = { $n ->
    [one] { $n } Quelle sagt nein
   *[other] { $n } Quellen sagen nein
}
answer-count-neutral = { $n ->
    [one] { $n } Quelle lässt es offen
   *[other] { $n } Quellen lassen es offen
}
answer-count-supports-too = { $n ->
    [one] { $n } sagt ja
   *[other] { $n } sagen ja
}
answer-count-refutes-too = { $n ->
    [one] { $n } sagt nein
   *[other] { $n } sagen nein
}
answer-count-neutral-too = { $n ->
    [one] { $n } lässt es offen
   *[other] { $n } lassen es offen
}
answer-sources = { $n ->
    [one] { $n } Quelle
   *[other] { $n } Quellen
}
answer-accounts = { $n ->
    [one] { $n } Darstellung
   *[other] { $n } Darstellungen
}
answer-searched-sources = { $n } durchsucht
answer-conflict = Die Positionen schließen einander aus.

# A passage.
answer-no-date = Datum nicht bekannt
answer-not-verified = Quelle nicht geprüft
answer-speaker = Wer es sagt: { $speaker }
answer-speaker-via = Wer es sagt: { $speaker }, über { $origin }
answer-via = Über { $origin }
answer-language = auf { $language }
answer-article = Artikel
answer-choose-full = Ganzer Absatz von …

# Below the passages.
answer-leaning = { $n ->
    [one] { $n } Quelle stützt sich auf { $origin }: { $sources }
   *[other] { $n } Quellen stützen sich auf { $origin }: { $sources }
}
answer-near-copy = { $n ->
    [0] { $source }, „{ $title }“: eine Kopie von { $original }
    [one] { $source }, „{ $title }“: bis auf einen Satz eine Kopie von { $original }
   *[other] { $source }, „{ $title }“: bis auf { $n } Sätze eine Kopie von { $original }
}
answer-copies = { $n ->
    [one] { $source }, „{ $title }“: auch unter einer weiteren Adresse vorhanden
   *[other] { $source }, „{ $title }“: auch unter { $n } weiteren Adressen vorhanden
}
answer-silent-on-event = Zum Ereignis, zu diesem Punkt nichts Klares gefunden: { $names }
answer-others = { $n ->
    [one] { $n } weitere Quelle durchsucht; die letzte Seite nennt sie
   *[other] { $n } weitere Quellen durchsucht; die letzte Seite nennt sie
}
answer-silent = Durchsucht, nichts gefunden: { $names }
answer-searched = Durchsucht: { $sources ->
    [one] { $sources } Quelle
   *[other] { $sources } Quellen
}, { $articles ->
    [one] { $articles } Artikel
   *[other] { $articles } Artikel
}, { $paragraphs ->
    [one] { $paragraphs } Absatz
   *[other] { $paragraphs } Absätze
}.
answer-unread = { $n ->
    [one] { $n } Artikel davon ist in einer Sprache, die die Modelle nicht lesen.
   *[other] { $n } Artikel davon sind in Sprachen, die die Modelle nicht lesen.
}
answer-later = { $n ->
    [one] { $n } weiterer Artikel ist nur in einer späteren Fassung vorhanden.
   *[other] { $n } weitere Artikel sind nur in einer späteren Fassung vorhanden.
}
answer-page = Seite { $page } von { $pages }

# What is not covered.
answer-uncovered = Zu dieser Frage steht nichts in der Bibliothek.
answer-uncovered-within = In dieser Eingrenzung steht nichts zu dieser Frage.
answer-unclear = Zu dieser Frage fand sich nichts Eindeutiges.
answer-misspelt = Kein Artikel enthält das Wort „{ $word }“; meintest du „{ $nearest }“?
answer-nothing = Kein Artikel wurde durchsucht: In dieser Eingrenzung hat die Bibliothek keinen.
answer-nearest = Nächstliegende Überschriften:
answer-on-event = Artikel zum Ereignis:

# Buttons.
answer-previous = Zurück
answer-next = Weiter
answer-by-source = Nach Quellen
answer-by-position = Nach Positionen
answer-feedback = Rückmeldung
answer-share = Im Kanal teilen
answer-delete = Löschen

# A whole paragraph.
answer-by-authors = Von { $authors }
answer-updated = aktualisiert am { $day }
answer-posted = gepostet am { $day }
answer-paragraph = Absatz { $n }
answer-part = Teil { $part } von { $parts }
answer-also-at = Auch unter
answer-wrong-side = Falsche Seite
answer-wrong-source = Falsche Quelle

# Feedback.
answer-feedback-what = Was stimmt an dieser Antwort nicht?
answer-not-helpful = Nicht hilfreich
answer-choose-side = Falsche Seite: Stelle wählen
answer-choose-source = Falsche Quelle: Stelle wählen
answer-choice = { $source }: { $side }

# Over time: what the dates alone say of a passage.
answer-by-time = Im Zeitverlauf
answer-undated = { $heading } – Datum nicht bekannt
answer-over-time-is = Im Zeitverlauf, nach Erscheinen; was kein Datum hat, steht zuletzt.
answer-first-report = erste Meldung
answer-among-first-reports = unter den ersten Meldungen
answer-first-denial = erstes Dementi
answer-among-first-denials = unter den ersten Dementis
answer-corrected = berichtigt
answer-dated-ahead = in die Zukunft datiert
answer-first-published = zuerst erschienen { $day }
