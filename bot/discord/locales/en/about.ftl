# /help and /about.
about-help-title = What each source says
about-help-what = Ask me about the news. I show what each source in the library says about it: its own words, side by side, with who said it and where. I write no answer of my own and pick no winner.
about-help-asking = How to ask
about-help-ask = `/ask` with a question; choose a source, dates, or an answer that only you see
about-help-mention = Mention me in a message, or write to me directly
about-help-reply = Reply to one of my answers and mention me, to ask something else
about-help-menu = Right-click a message, then Apps, then “What do sources say?”
about-help-alone = Each question stands alone: ask “Did Lavrov congratulate Trump?” rather than “And Lavrov?”.
about-help-more = More
about-help-sources = `/sources` shows what is in the library, `/article` lets you read it
about-help-watch = `/watch` tells you what is new on a question, `/watches` lists and removes what is watched
about-help-about = `/about` says what I am, `/privacy` what I keep about you and how to delete it
about-help-settings = `/settings` is for those who manage this server
about-help-operator = `/add` and `/remove` change the library; `/follow`, `/unfollow` and `/follows` say what is followed
about-title = whosays { $version }
about-what = I show what each source says to a question, in its own words. I never write an answer of my own and never pick a winner.
about-library = Library: { $sources ->
    [one] { $sources } source
   *[other] { $sources } sources
}, { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}, { $paragraphs ->
    [one] { $paragraphs } paragraph
   *[other] { $paragraphs } paragraphs
}.
about-grown = An article was last added on { $day }.
about-models = Models: { $encoder } finds the passages, { $stance } tells yes from no. Both run on this bot’s own machine.
about-own-stance = whosays’ own
about-privacy = Privacy
about-privacy-kept = I keep what you ask, where, and the answer for { $days ->
    [one] { $days } day
   *[other] { $days } days
}, so that the buttons work.
about-privacy-read = I read only what is said to me: commands, mentions, direct messages.
about-privacy-yours = Nothing goes to anybody else; `/privacy` shows and deletes what is yours.
