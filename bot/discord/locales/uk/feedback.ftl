# Forms for feedback. Titles and names of fields take at most 45 characters, feedback-beside and
# feedback-comment-about at most 100.
feedback-helpful-title = Не допомогло
feedback-side-title = Не той бік
feedback-source-title = Не те джерело
feedback-side-right = На якому це боці?
feedback-beside = Це не стосується питання
feedback-helpful-comment = Що тут мало бути?
feedback-side-comment = Бажаєте щось додати?
feedback-source-comment = Хто ж тоді це каже?
feedback-comment-about = Це прочитають оператори бота. Можна залишити порожнім.
feedback-thanks = Дякуємо. Оператори бота можуть читати це { $days ->
    [one] { $days } день
    [few] { $days } дні
   *[many] { $days } днів
}; `/{ command-privacy }` видалить це раніше.
feedback-off = Відгуки тут уже вимкнено; нічого не збережено.
