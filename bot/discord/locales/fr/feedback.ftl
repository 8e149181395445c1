# Forms for feedback. Titles and names of fields take at most 45 characters, feedback-beside and
# feedback-comment-about at most 100.
feedback-helpful-title = Pas utile
feedback-side-title = Mauvais côté
feedback-source-title = Mauvaise source
feedback-side-right = De quel côté est-ce ?
feedback-beside = Cela ne concerne pas la question
feedback-helpful-comment = Qu’aurait-il fallu trouver ici ?
feedback-side-comment = Quelque chose à ajouter ?
feedback-source-comment = Qui le dit, alors ?
feedback-comment-about = Transmis aux responsables de ce bot. Vous pouvez laisser ce champ vide.
feedback-thanks = Merci. Les responsables de ce bot peuvent le lire pendant { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} ; `/{ command-privacy }` le supprime plus tôt.
feedback-off = Les avis sont désormais désactivés ici ; rien n’a été conservé.
