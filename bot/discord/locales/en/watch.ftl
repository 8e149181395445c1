# /watch and /watches, and what is told of watched questions.
watch-begin = Watch
watch-once = at once
watch-daily = once a day
watch-weekly = once a week
watch-begun-channel = I watch “{ $question }” and tell { $channel } what is new ({ $when }).
watch-begun-direct = I watch “{ $question }” and write to you what is new ({ $when }).
watch-known = { $n ->
    [0] Nothing answers it yet.
    [one] { $n } passage is known already.
   *[other] { $n } passages are known already.
}
watch-new = New on a watched question
watch-first = There was no answer before.
watch-turned = { $source }: the opposite before, too
watch-gone = No longer there
watch-gone-under = under “{ $side }” before
watch-noticed = noticed { $day }
watch-whole = Whole answer
watch-stop = Stop watching
watch-stopped = No longer watched: “{ $question }”.
watch-no-more = This question is not watched any more.
watch-title = Watched questions
watch-none = You watch no question here. `/watch` begins it.
watch-direct = direct messages
watch-since = since { $day }
watch-paused = paused
watch-pause = Pause
watch-resume = Go on
watch-remove = Remove
watch-not-yours = Only members who may manage messages can have questions watched here.
watch-not-your-watch = Only whoever had it watched, and moderators, can change that.
watch-no-channel = I cannot write in { $channel }: choose a text channel or a thread where you can read and I can write.
watch-off = Questions are not watched here: watch.enabled is off.
watch-limit-person = You have { $n } questions watched, and more are not possible: remove one with `/watches`.
watch-limit-server = { $n } questions are watched in this server, and more are not possible: remove one with `/watches`.
watch-ended-channel = I no longer watch “{ $question }”: its channel is gone, or I may not write there.
watch-ended-question = I no longer watch “{ $question }”: I can no longer read it as one question.
