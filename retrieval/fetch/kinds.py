"""Pages that are no articles, told by their markup and the little text they hold."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from retrieval.ingest.markup import Markup

_WORD = re.compile(r"\w+")
# Chinese, Japanese and Thai write no spaces: about two characters make a word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SENTENCE_END = re.compile("[.!?…:。！？؟।]['\"”’»）)\\]]*$")
_GONE = re.compile(
    r"\b(error 404|404 (error|not found)|page (was |is |could |can )?(not|n't|not be) (be )?found|"
    r"page (doesn['’]?t|does not|no longer) exists?|no longer available|"
    r"seite (wurde )?nicht gefunden|page (non trouvée|introuvable)|página no encontrada|"
    r"página não encontrada|pagina non trovata|страница не найдена|сторінку не знайдено)\b|^404\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(before you continue|we value your privacy|we (and our|use) (partners|cookies)|"
    r"accept (all )?cookies|cookie (settings|consent|policy)|your privacy choices|"
    r"consent to (the use|cookies)|wir verwenden cookies|alle akzeptieren|"
    r"nous utilisons des cookies|utilizamos cookies|usamos cookies|utilizziamo i cookie)",
    re.IGNORECASE,
)
_CONSENT_HOST = re.compile(r"^(consent|guce|privacy-?mgmt|cmp)\.", re.IGNORECASE)
_ROBOTS = re.compile(
    r"\b(verify (that )?you are (a )?human|are you a robot|checking your browser|unusual traffic|"
    r"enable javascript|javascript is (disabled|required)|access (to this page has been )?denied|"
    r"captcha)\b",
    re.IGNORECASE,
)
_PAID = re.compile(
    r"\b(to (continue|keep) reading|continue reading (with|by)|to read the (full|rest|whole)|"
    r"(for|to) subscribers( only)?\b|subscribers[- ]only|"
    r"subscribe (now )?to (read|unlock|continue)|"
    r"unlock this (article|story)|"
    r"this (article|story|content) is (reserved|exclusive)|already a subscriber|um weiterzulesen|"
    r"réservé aux abonnés|solo para suscriptores|"
    r"riservato agli abbonati|para assinantes)",
    re.IGNORECASE,
)
# Words. The shortest real items are two sentences; a stub is what a publisher shows of a story.
_LEAST, _SHORT, _STUB = 25, 150, 200
_SENTENCES, _LINE = 0.5, 15


def words(text: str) -> int:
    """How many words a text has, in any script."""
    unspaced = len(_UNSPACED.findall(text))
    return len(_WORD.findall(_UNSPACED.sub(" ", text))) + unspaced // 2


def why_not(
    paragraphs: Sequence[str], markup: Markup, *, title: str, page_text: str, asked: str, url: str
) -> str | None:
    """Why a page is no article, as the end of a sentence; None where it is one.

    `page_text` is all the text of the page, `asked` and `url` where it was asked for and found.
    """
    size = sum(words(each) for each in paragraphs)
    return _wall(
        paragraphs, markup, f"{title}\n{markup.heading}", page_text, size, asked, url
    ) or _without_text(paragraphs, markup, size, url)


def _wall(
    paragraphs: Sequence[str],
    markup: Markup,
    headings: str,
    page_text: str,
    size: int,
    asked: str,
    url: str,
) -> str | None:
    """What stands where the article should: nothing, a question of consent, a till."""
    host, path = urlsplit(url).hostname or "", urlsplit(url).path
    text = "\n".join((headings, *paragraphs))
    short, claimed = size < _SHORT, markup.is_article
    paid = markup.free is False
    stub = size < _STUB and bool(_PAID.search(text) or (paid and _PAID.search(page_text)))
    walls = (
        (short and _GONE.search(headings), "the page says that it is not there"),
        (
            path in ("", "/") and urlsplit(asked).path not in ("", "/"),
            "it leads to the home page: the article is no longer there",
        ),
        (
            _CONSENT_HOST.match(host) or (short and not claimed and _CONSENT.search(text)),
            "it asks for consent to cookies before it shows anything",
        ),
        (
            short and not claimed and _ROBOTS.search(text or page_text),
            "it is not shown to programs",
        ),
        (stub or (paid and short), "only its beginning is free to read"),
    )
    return next((reason for stands, reason in walls if stands), None)


def _without_text(paragraphs: Sequence[str], markup: Markup, size: int, url: str) -> str | None:
    """A page that is whole, and has no article."""
    if size < _SHORT and (
        markup.kind.startswith("video") or ("VideoObject" in markup.types and not markup.is_article)
    ):
        return "it is a video with hardly any text"
    if urlsplit(url).path in ("", "/") and not markup.is_article:
        return "it is a home page; `whosays follow` follows a site"
    lengths = [words(each) for each in paragraphs]
    said = sum(
        length
        for length, each in zip(lengths, paragraphs, strict=True)
        if _SENTENCE_END.search(each.rstrip())
    )
    if not markup.is_article and lengths and said < _SENTENCES * size and median(lengths) < _LINE:
        return "it is a list of links and not an article"
    if size < _LEAST:
        return "it holds hardly any text"
    return None
