# What is said around asking.
ask-no-question = Jede Frage steht hier für sich: Bitte stell eine ganze, zum Beispiel „Ist der Minister zurückgetreten?“.
ask-two-questions = Das ist mehr als eine Frage; bitte stell sie einzeln, zum Beispiel „Ist der Minister zurückgetreten?“.
ask-topic = Das ist ein Thema und keine Frage; bitte stell eine ganze Frage dazu, zum Beispiel „Ist der Minister zurückgetreten?“.
ask-language = Die Sprache dieser Frage lese ich nicht; bitte frag in einer, die ich lese: { $languages }.
ask-no-text = In dieser Nachricht steht kein Text, nach dem ich suchen könnte; bitte wähl eine mit Worten.
ask-part-title = Nach dieser Nachricht fragen
ask-part = Wonach ich suchen soll
ask-part-why = Die Nachricht ist lang: Lass die Behauptung oder die Frage in höchstens 300 Zeichen stehen.
ask-mention-empty = Erwähne mich mit einer ganzen Frage, zum Beispiel „Ist der Minister zurückgetreten?“; um nach einer Nachricht zu fragen, öffne ihr Menü, dann Apps, dann „{ command-what-do-sources-say }“.
ask-too-long = Das sind { $length } Zeichen; bitte frag mit höchstens { $longest }.
ask-no-day = Ich kann nicht erkennen, welcher Tag mit „{ $given }“ gemeint ist; bitte schreib ihn wie 2024-11-07 oder wie „gestern“ oder „November 2024“.
ask-days-crossed = { $since } liegt nach { $until }; bitte vertausche „{ command-ask-option-since }“ und „{ command-ask-option-until }“.
ask-no-source = Eine Quelle „{ $name }“ habe ich hier nicht; bitte wähl eine aus den Vorschlägen beim Tippen oder sieh unter /{ command-sources } nach.
ask-nothing-here = Hier gibt es nichts zu durchsuchen: Dieser Server hat alle Quellen ausgeblendet; ein Moderator kann das mit /{ command-settings } ändern.
ask-other-channel = Bitte frag mich in { $channels }.
ask-too-fast =
    { $seconds ->
        [one] Du hast gerade viel gefragt; bitte warte eine Sekunde.
       *[other] Du hast gerade viel gefragt; bitte warte { $seconds } Sekunden.
    }
ask-server-too-fast =
    { $seconds ->
        [one] Auf diesem Server wurde gerade viel gefragt; bitte warte eine Sekunde.
       *[other] Auf diesem Server wurde gerade viel gefragt; bitte warte { $seconds } Sekunden.
    }
ask-busy =
    { $waiting ->
        [one] Eine Frage wartet schon, und meine Warteschlange ist voll; bitte frag in einer Minute noch einmal.
       *[other] { $waiting } Fragen warten schon, und meine Warteschlange ist voll; bitte frag in einer Minute noch einmal.
    }
ask-slow = Meine Bibliothek ist gerade beschäftigt; bitte frag in einer Minute noch einmal.
ask-closing = Ich werde gerade neu gestartet; bitte frag in einer Minute noch einmal.
ask-gone = Diese Antwort oder einer ihrer Artikel ist nicht mehr gespeichert; bitte frag noch einmal.
ask-not-yours = Das können nur die Person, die gefragt hat, und Moderatoren.
ask-filter-since = ab { $day }
ask-filter-until = bis { $day }
ask-filter-at = Stand { $day }: was bis dahin erschienen war, in der damaligen Fassung
ask-filter-hidden = einige Quellen sind auf diesem Server ausgeblendet
