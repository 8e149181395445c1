# Forms for feedback. Titles and names of fields take at most 45 characters, feedback-beside and
# feedback-comment-about at most 100.
feedback-helpful-title = Nicht hilfreich
feedback-side-title = Falsche Seite
feedback-source-title = Falsche Quelle
feedback-side-right = Auf welche Seite gehört es?
feedback-beside = Es betrifft die Frage nicht
feedback-helpful-comment = Was hätte hier stehen sollen?
feedback-side-comment = Möchtest du etwas hinzufügen?
feedback-source-comment = Wer sagt es stattdessen?
feedback-comment-about = Das lesen die Betreiber dieses Bots. Du kannst es leer lassen.
feedback-thanks = Danke. Die Betreiber dieses Bots können es { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
} lang lesen; `/{ command-privacy }` löscht es früher.
feedback-off = Rückmeldungen sind hier inzwischen ausgeschaltet; es wurde nichts gespeichert.
