# The answer to a question. Names and quotations are put in as they are; ** ** stands around bold text.

# Positions: short headings.
answer-supports = Says yes
answer-refutes = Says no
answer-neutral = Leaves it open
answer-quoted = “{ $text }”
answer-account = Account { $n }
answer-continued = { $heading } (continued)

# "3 sources say yes, 3 say no, 1 leaves it open; 4 searched": the first count names the sources.
answer-count-supports = { $n ->
    [one] { $n } source says yes
   *[other] { $n } sources say yes
}
answer-count-refutes = { $n ->
    [one] { $n } source says no
   *[other] { $n } sources say no
}
answer-count-neutral = { $n ->
    [one] { $n } source leaves it open
   *[other] { $n } sources leave it open
}
answer-count-supports-too = { $n ->
    [one] { $n } says yes
   *[other] { $n } say yes
}
answer-count-refutes-too = { $n ->
    [one] { $n } says no
   *[other] { $n } say no
}
answer-count-neutral-too = { $n ->
    [one] { $n } leaves it open
   *[other] { $n } leave it open
}
answer-sources = { $n ->
    [one] { $n } source
   *[other] { $n } sources
}
answer-accounts = { $n ->
    [one] { $n } account
   *[other] { $n } accounts
}
answer-searched-sources = { $n } searched
answer-conflict = Positions exclude each other.

# A passage.
answer-no-date = date not known
answer-not-verified = source not verified
answer-speaker = Speaker: { $speaker }
answer-speaker-via = Speaker: { $speaker }, via { $origin }
answer-via = Via { $origin }
answer-language = in { $language }
answer-article = Article
answer-choose-full = Full paragraph of …

# Below the passages.
answer-leaning = { $n ->
    [one] { $n } source leans on { $origin }: { $sources }
   *[other] { $n } sources lean on { $origin }: { $sources }
}
answer-near-copy = { $n ->
    [0] { $source }, “{ $title }”: a copy of { $original }
    [one] { $source }, “{ $title }”: a copy of { $original } but for { $n } sentence
   *[other] { $source }, “{ $title }”: a copy of { $original } but for { $n } sentences
}
answer-copies = { $n ->
    [one] { $source }, “{ $title }”: also held from { $n } other address
   *[other] { $source }, “{ $title }”: also held from { $n } other addresses
}
answer-silent-on-event = On the event, nothing clear found on this point: { $names }
answer-others = { $n ->
    [one] { $n } other source searched; the last page names it
   *[other] { $n } other sources searched; the last page names them
}
answer-silent = Searched, nothing found: { $names }
answer-searched = Searched { $sources ->
    [one] { $sources } source
   *[other] { $sources } sources
}, { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}, { $paragraphs ->
    [one] { $paragraphs } paragraph
   *[other] { $paragraphs } paragraphs
}.
answer-unread = { $n ->
    [one] { $n } article of them is in a language that the models do not read.
   *[other] { $n } articles of them are in languages that the models do not read.
}
answer-later = { $n ->
    [one] { $n } more article is held only as it was changed later.
   *[other] { $n } more articles are held only as they were changed later.
}
answer-page = Page { $page } of { $pages }

# What is not covered.
answer-uncovered = The library does not cover this question.
answer-uncovered-within = No article within these limits covers this question.
answer-unclear = Nothing clear was found on this question.
answer-misspelt = No article has the word “{ $word }”; did you mean “{ $nearest }”?
answer-nothing = No article was searched: the library holds none within these limits.
answer-nearest = Nearest headings:
answer-on-event = Articles on the event:

# Buttons.
answer-previous = Previous
answer-next = Next
answer-by-source = By source
answer-by-position = By position
answer-feedback = Feedback
answer-share = Share in channel
answer-delete = Delete

# A whole paragraph.
answer-by-authors = By { $authors }
answer-updated = updated { $day }
answer-posted = posted { $day }
answer-paragraph = Paragraph { $n }
answer-part = Part { $part } of { $parts }
answer-also-at = Also at
answer-wrong-side = Wrong side
answer-wrong-source = Wrong source

# Feedback.
answer-feedback-what = What is wrong with this answer?
answer-not-helpful = Not helpful
answer-choose-side = Wrong side: choose the passage
answer-choose-source = Wrong source: choose the passage
answer-choice = { $source }: { $side }

# Over time: what the dates alone say of a passage.
answer-by-time = Over time
answer-undated = { $heading } – date not known
answer-over-time-is = Over time, by when it was published; what has no date stands last.
answer-first-report = first report
answer-among-first-reports = among the first reports
answer-first-denial = first denial
answer-among-first-denials = among the first denials
answer-corrected = corrected
answer-dated-ahead = dated in the future
answer-first-published = first published { $day }
