# /privacy.
privacy-title = What I keep about you
privacy-nothing = No question and no feedback of yours.
privacy-amount = { $questions ->
    [0] no questions
    [one] { $questions } question with its answer
   *[other] { $questions } questions with their answers
}, { $feedback ->
    [0] no feedback
    [one] { $feedback } piece of feedback
   *[other] { $feedback } pieces of feedback
}{ $watches ->
    [0] {""}
    [one] , { $watches } watched question
   *[other] , { $watches } watched questions
}
privacy-kept = Kept: { privacy-amount }, the first from { $oldest }.
privacy-what = With a question I keep your user id, the server and channel, what was searched, when, and the answer, so that its buttons work. With feedback I keep your user id, the server, when, the question, the passage and what you said.
privacy-watches = With a watched question I keep your user id, the server and channel, the question and what was told of it, until you remove it with `/watches` or delete it here.
privacy-read = I read only what is said to me: commands, mentions and direct messages.
privacy-who = It stays with the people who run this bot. They can read it; nobody else gets it.
privacy-until = It is deleted after { $days ->
    [one] { $days } day
   *[other] { $days } days
}, when I leave the server, or when you say so.
privacy-delete = Delete my questions and feedback
privacy-sure = Delete { privacy-amount }? The buttons under those answers stop working. The messages stay until you delete them; a backup that the people who run this bot have made stays as it is.
privacy-yes = Delete
privacy-no = Keep
privacy-deleted = Deleted: { privacy-amount }.
