# Forms for feedback. Titles and names of fields take at most 45 characters, feedback-beside and
# feedback-comment-about at most 100.
feedback-helpful-title = Не помогло
feedback-side-title = Не та сторона
feedback-source-title = Не тот источник
feedback-side-right = На какой это стороне?
feedback-beside = Это не относится к вопросу
feedback-helpful-comment = Что здесь должно было быть?
feedback-side-comment = Хотите что-нибудь добавить?
feedback-source-comment = Кто же тогда это говорит?
feedback-comment-about = Это прочтут операторы бота. Можно оставить пустым.
feedback-thanks = Спасибо. Операторы бота могут читать это { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}; `/{ command-privacy }` удалит это раньше.
feedback-off = Отзывы здесь уже отключены; ничего не сохранено.
