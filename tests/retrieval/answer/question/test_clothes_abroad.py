"""Questions in five languages as people type them: what comes off, and what stays."""

from __future__ import annotations

import pytest

from retrieval.answer.question.question import understand

ALL = ("en", "de", "fr", "es", "ru", "uk")
# What is typed, what of it is asked, and after what.
WORN = (
    ("weiß jemand warum der leuchtturm brannte", "warum der leuchtturm brannte?", "matter"),
    ("hey leute hat der wärter geschlafen", "hat der wärter geschlafen.", None),
    ("kann mir jemand sagen ob der turm verkauft wurde", "der turm verkauft wurde.", None),
    ("ähm stimmt das dass der turm verkauft wurde?", "der turm verkauft wurde?", None),
    ("alter wie hoch ist der turm", "wie hoch ist der turm?", "number"),
    ("der turm ist verkauft, oder?", "der turm ist verkauft?", None),
    ("wurde der turm verkauft oder nicht", "wurde der turm verkauft.", None),
    ("gabs tote im turm", "gab es tote im turm.", None),
    ("quelqu'un sait pourquoi le phare a brûlé", "pourquoi le phare a brûlé?", "matter"),
    ("salut, vous savez si le phare est vendu ?", "le phare est vendu?", None),
    ("c'est vrai que le phare est vendu", "le phare est vendu.", None),
    ("du coup qui a acheté le phare", "qui a acheté le phare?", "who"),
    ("on sait où est le gardien ?", "où est le gardien?", "where"),
    ("le phare est vendu, non ?", "le phare est vendu?", None),
    ("pk le phare a brûlé", "pourquoi le phare a brûlé?", "matter"),
    ("alguien sabe por qué ardió el faro", "por qué ardió el faro?", "matter"),
    ("me podéis decir si se vendió el faro", "se vendió el faro.", None),
    ("hola buenas quién compró el faro", "quién compró el faro?", "who"),
    ("es verdad q el faro ardió", "el faro ardió.", None),
    ("se vendió el faro o no?", "se vendió el faro?", None),
    ("xq ardió el faro", "por qué ardió el faro?", "matter"),
    ("кто нибудь знает почему сгорел маяк", "почему сгорел маяк?", "matter"),
    ("а правда что маяк продан", "маяк продан.", None),
    ("слушайте а смотрителя поймали или нет", "смотрителя поймали.", None),
    ("народ сколько стоит маяк", "сколько стоит маяк?", "number"),
    ("чо сказал смотритель маяка", "что сказал смотритель маяка?", "matter"),
    ("хтось знає чому згорів маяк", "чому згорів маяк?", "matter"),
    ("привіт а правда що маяк продали", "маяк продали.", None),
    ("скажіть будь ласка коли продали маяк", "коли продали маяк?", "when"),
    ("маяк продали, так?", "маяк продали?", None),
    ("na weiß einer von euch ob der turm offen ist", "der turm offen ist.", None),
    ("est ce que quelqu'un sait si le phare est ouvert", "le phare est ouvert.", None),
    ("por qué ardió el faro alguien sabe", "por qué ardió el faro?", "matter"),
    ("ребят а сколько стоит маяк", "сколько стоит маяк?", "number"),
    ("почему сгорел маяк кто знает", "почему сгорел маяк?", "matter"),
    ("народ а чому згорів маяк", "чому згорів маяк?", "matter"),
    ("шо сталося з маяком", "що сталося з маяком?", "matter"),
    ("der turm ist verkauft stimmt's", "der turm ist verkauft.", None),
    ("der turm ist verkauft wahr oder fake", "der turm ist verkauft.", None),
    ("le phare est vendu c'est vrai ?", "le phare est vendu?", None),
    ("le phare n'est pas vendu si ?", "le phare n'est pas vendu?", None),
    ("se vendió el faro verdad?", "se vendió el faro?", None),
    ("el guarda dijo la verdad", "el guarda dijo la verdad.", None),
    ("маяк продан правда или фейк", "маяк продан.", None),
    ("маяк продан разве нет", "маяк продан.", None),
    ("маяк продали це правда?", "маяк продали?", None),
    ("isses wahr das der turm brannte", "der turm brannte.", None),
    ("wem gehört der turm ne", "wem gehört der turm?", "who"),
    ("t'as vu que le phare est vendu", "le phare est vendu.", None),
    ("le phare est vendu non ?", "le phare est vendu?", None),
    ("le gardien a voté non", "le gardien a voté non.", None),
    ("verdad que se vendió el faro", "se vendió el faro.", None),
    ("será que se vendió el faro", "se vendió el faro.", None),
    ("se vendió el faro no?", "se vendió el faro?", None),
    ("el guarda votó no", "el guarda votó no.", None),
    ("вы слышали что маяк продан", "маяк продан.", None),
    ("ви чули що маяк продали", "маяк продали.", None),
)
# Words that open a question's own clause, and words that only look like a preface or a tag.
BARE = (
    ("Alter des Wärters von Kap Moen", "matter"),
    ("Leute verließen den Leuchtturm", None),
    ("du coup d'État le phare n'a rien vu", None),
    ("Народ вышел на улицы у маяка", None),
    ("Люди вийшли до маяка", None),
    ("Gente murió en el faro", None),
)
ELSEWHERE = (
    ("der turm brannte wann", "when"),
    ("le gardien s'est sauvé comment", "matter"),
    ("le gardien est où", "where"),
    ("il y a combien de morts au phare", "number"),
    ("c'est quand la vente du phare", "when"),
    ("il a dit quoi le gardien du phare", "matter"),
    ("donde fue el incendio del faro", "where"),
    ("el faro ardió cuándo", "when"),
    ("смотрителя почему отпустили", "matter"),
    ("сторож маяка сейчас где", "where"),
    ("сторожа маяка чому відпустили", "matter"),
    ("маяк продали коли", "when"),
    ("как смотритель сбежал с маяка", "matter"),
    ("wie kam der wärter aus dem turm", "matter"),
    ("як сторож утік з маяка", "matter"),
    ("qu'a dit le gardien ?", "matter"),
    ("la raison de l'incendie du phare", "matter"),
    ("Мухин когда продал маяк", "when"),
    ("сторож маяка где сидит", "where"),
    ("маяк кто поджёг", "who"),
    ("маяк коли продадуть", "when"),
    ("сторож маяка де зараз", "where"),
    ("маяк хто підпалив", "who"),
    ("мэр что сказал про маяк", "matter"),
    ("мер що сказав про маяк", "matter"),
    ("сторож болел чем", "matter"),
    ("сторож чим хворів", "matter"),
)
STATED = (
    "Смотритель объяснил почему ушёл",
    "Сторож пояснив чому пішов",
    "как сообщает газета маяк продан",
    "маяк сгорел когда сторож спал",
    "сторож когда то продал маяк",
    "сторож не знает кто поджёг маяк",
    "город где горел маяк закрыт",
    "сторож пішов коли маяк згорів",
    "Le gardien sait pourquoi, dit-il",
    "wie die zeitung berichtet ist der turm verkauft",
)


@pytest.mark.parametrize(("typed", "asked", "asks"), WORN)
def test_what_stands_around_a_question_comes_off(typed: str, asked: str, asks: str | None) -> None:
    found = understand(typed, ALL)
    assert (found.canonical, found.asks) == (asked, asks)


@pytest.mark.parametrize(("typed", "asks"), BARE)
def test_a_word_of_the_question_itself_stays(typed: str, asks: str | None) -> None:
    found = understand(typed, ALL)
    assert (found.canonical.rstrip("?."), found.asks) == (typed, asks)


@pytest.mark.parametrize(("typed", "asks"), ELSEWHERE)
def test_a_question_word_may_stand_elsewhere(typed: str, asks: str) -> None:
    assert understand(typed, ALL).asks == asks


@pytest.mark.parametrize("typed", STATED)
def test_a_statement_with_a_question_word_in_it_is_none(typed: str) -> None:
    assert understand(typed, ALL).asks is None


def test_a_word_of_two_languages_tells_one_no_more_for_coming_twice() -> None:
    found = understand("a cuántos guardas van a despedir en el faro", ALL)
    assert (found.language, found.asks) == ("es", "number")
    assert understand("a cuántos trabajadores van a despedir", ALL).language == "es"
