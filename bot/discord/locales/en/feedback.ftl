# Forms for feedback. Titles and names of fields take at most 45 characters, feedback-beside and
# feedback-comment-about at most 100.
feedback-helpful-title = Not helpful
feedback-side-title = Wrong side
feedback-source-title = Wrong source
feedback-side-right = Which side is it on?
feedback-beside = It is not about the question
feedback-helpful-comment = What should have been here?
feedback-side-comment = Anything to add?
feedback-source-comment = Who says it, then?
feedback-comment-about = Goes to the people who run this bot. You may leave it empty.
feedback-thanks = Thank you. The people who run this bot can read it for { $days ->
    [one] { $days } day
   *[other] { $days } days
}; `/privacy` deletes it sooner.
feedback-off = Feedback is switched off here now; nothing was kept.
