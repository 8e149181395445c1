# What is said around asking.
ask-no-question = Each question stands alone here: please ask a whole one, such as “Did the minister resign?”
ask-two-questions = That is more than one question; please ask one at a time, such as “Did the minister resign?”
ask-topic = That is a topic rather than a question; please ask a whole question about it, such as “Did the minister resign?”
ask-language = I do not read the language of that question; please ask in one that I read: { $languages }.
ask-no-text = There is no text in that message to ask about; please choose one with words.
ask-part-title = Ask about this message
ask-part = What to ask about
ask-part-why = The message is long: keep the claim or the question in at most 300 characters.
ask-mention-empty = Mention me with a whole question, such as “Did the minister resign?”; to ask about a message, open its menu, then Apps, then “What do sources say?”.
ask-too-long = That has { $length } characters; please ask in at most { $longest }.
ask-no-day = I cannot tell which day “{ $given }” is; please write it as 2024-11-07, or as “yesterday” or “November 2024”.
ask-days-crossed = { $since } is later than { $until }; please swap “since” and “until”.
ask-no-source = I have no source “{ $name }” here; please choose one of those offered while you type, or see /sources.
ask-nothing-here = There is nothing to search here: this server has hidden every source; a moderator can change that with /settings.
ask-other-channel = Please ask me in { $channels }.
ask-too-fast =
    { $seconds ->
        [one] You have asked a lot just now; please wait a second.
       *[other] You have asked a lot just now; please wait { $seconds } seconds.
    }
ask-server-too-fast =
    { $seconds ->
        [one] This server has asked a lot just now; please wait a second.
       *[other] This server has asked a lot just now; please wait { $seconds } seconds.
    }
ask-busy =
    { $waiting ->
        [one] One question is waiting already and my queue is full; please ask again in a minute.
       *[other] { $waiting } questions are waiting already and my queue is full; please ask again in a minute.
    }
ask-slow = My library is busy just now; please ask again in a minute.
ask-closing = I am being restarted; please ask again in a minute.
ask-gone = This answer or one of its articles is not kept any more; please ask again.
ask-not-yours = Only the person who asked and moderators can do that.
ask-filter-since = since { $day }
ask-filter-until = until { $day }
ask-filter-at = as of { $day }: what had been published by then, in the version of then
ask-filter-hidden = some sources are hidden on this server
