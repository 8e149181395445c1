# What is said when something does not work. $reference is a number that the operator's log has.
failure-unexpected = Bei mir ist etwas schiefgegangen; bitte versuch es noch einmal, und wenn es wieder passiert, nenn dem Betreiber die Nummer { $reference }.
failure-library = Meine Bibliothek ist gerade nicht lesbar; bitte versuch es in ein paar Minuten noch einmal (Nummer { $reference }).
failure-models = Ich kann gerade keine Fragen bearbeiten; bitte nenn dem Betreiber die Nummer { $reference }.
failure-forbidden = Dort darf ich nicht schreiben; ein Moderator kann mir das Recht geben, den Kanal zu sehen und Nachrichten zu senden (Nummer { $reference }).
failure-discord = Discord hat meine Antwort nicht angenommen; bitte versuch es noch einmal (Nummer { $reference }).
failure-input = { $what }
failure-not-allowed = Diesen Befehl darfst du hier nicht benutzen; ein Moderator kann dir sagen, wo es geht, oder dir das Recht geben.
failure-old-command = Dieser Befehl hat sich geändert; bitte starte Discord neu, um den neuen zu sehen.
failure-old-button = Diese Schaltfläche stammt aus einer älteren Version von mir; bitte frag noch einmal.
