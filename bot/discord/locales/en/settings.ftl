# /settings, for those who manage a server.
settings-title = Settings of this server
settings-what = They hold for everybody here. Changes are kept at once.
settings-yes = on
settings-no = off
settings-channels = Channels where I answer
settings-channels-all = all
settings-channel-gone = a deleted channel
settings-choose-channels = Choose channels; none means all
settings-private = Answers only for the asker, unless they choose otherwise
settings-switch-on = Switch on
settings-switch-off = Switch off
settings-feedback = Feedback buttons under answers
settings-feedback-operator = off for all servers, by the operator
settings-watching = Everybody may have questions watched here, not only moderators
settings-per-source = Passages of a source in a position
settings-per-source-default = { $n }, as the operator has it
settings-per-source-choice = { $n ->
    [one] { $n } passage
   *[other] { $n } passages
}
settings-choose-per-source = Choose how many passages
settings-language = Language of my labels
settings-language-asker = the language of whoever asks
settings-choose-language = Choose a language
settings-hidden = Sources hidden here
settings-hidden-none = none
settings-hidden-more = { $names } and { $n ->
    [one] { $n } more
   *[other] { $n } more
}
settings-choose-hidden = Choose sources
settings-hidden-title = Which sources are hidden here?
settings-hidden-what = A hidden source is not searched for questions asked in this server, and not listed.
settings-hide = Hide on this page
settings-back = Back to the settings
settings-not-yours = Only members who may manage this server can change its settings.
settings-not-here = Settings belong to a server; use /settings in one that I am in.
