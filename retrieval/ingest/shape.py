"""What one line of a page looks like by itself, as numbers between about 0 and 5."""

from __future__ import annotations

import math
import re

_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_INNER_END = re.compile(r"[.!?][\"'”’»)\]]*\s")
_CUT = re.compile(r"(\.\.\.|…)$")
_CJK = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
_SEPARATOR = re.compile(r"\s[|•·›»/]\s|^[|•·›»]|[|•·›»]$")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S|\w\.(com|org|net)\b")
_PROMOTION = re.compile(
    r"\b(subscri\w+|newsletters?|sign(ed)? ?(up|in)|log ?in|regist(er|ration)|donat\w+"
    r"|member(ship)?s?|contribut\w+|support(ers?| us| our)?|free trial|cookies?|privacy|terms of"
    r"|advertis\w+|sponsored|promoted|download|unlimited|inbox|your e-?mail|readers?|help us"
    r"|funded|gift|journalism"
    r"|our (\w+ )?(work|mission|reporting|community|team|site|website|partners))\b",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\b(read (more|next|also|the full)|related|trending|most (read|popular|viewed)|share|tweet"
    r"|follow (us|\w+ on)|comments?|repl(y|ies)|click|tap|skip to|menu|search|home|contact"
    r"|about us|more (from|stories|news|on)|recommended|editors?['’]? picks|latest|popular|tags?"
    r"|copyright|all rights reserved|loading|facebook|twitter|instagram|whatsapp|linkedin|reddit"
    r"|you may|see also|up next|watch|listen|print|save)\b|©",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(photo(graph)?s?|image|picture|getty|shutterstock|reuters|afp|ap|epa|file|courtesy|credit"
    r"|illustration|caption|wikimedia)\b|\((l|r|left|right|c)\)",
    re.IGNORECASE,
)
_MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DATE = re.compile(
    rf"\b{_MONTH}[a-z]*\.? \d{{1,2}}\b|\b\d{{1,2}} {_MONTH}[a-z]*\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b"
    r"|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d+ (min|minute|hour|day)s? (read|ago)\b"
    r"|\b\d{1,2}:\d{2}\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^(by|from|written by|author|posted|published|updated)\b", re.IGNORECASE)
_REMARK = re.compile(
    r"\b(says|said|wrote|writes|commented|replied|repl(y|ies)|responses?|votes?|points?|likes?)\W*$"
    r"|\bcomments?\b|\b(ago|leave a (reply|comment))\b|^(reply|share|report)\b",
    re.IGNORECASE,
)
# Upper-case US is a country.
_READER = re.compile(r"\b([Yy]ou|[Yy]our|[Yy]ours|[Ww]e|[Ww]e['’]\w+|us|[Oo]ur)\b")

_PROSE_WORDS = 8
_HEADLINE_WORDS = (4, 20)
_REMARK_WORDS = 12
_LITTLE_WORD = 3


def shape(line: str) -> dict[str, float]:
    """The features of a line by name, always the same names in the same order."""
    tokens = line.split()
    lettered = [token for token in tokens if token[0].isalpha()]
    # Chinese, Japanese and Korean are written without spaces: two characters stand for a word.
    words = max(len(tokens), len(_CJK.findall(line)) / 2)
    some = len(lettered) or 1
    ends = bool(_SENTENCE_END.search(line))
    quoted = any(mark in line for mark in '"“”«»')
    reader = min(len(_READER.findall(line)), 4) / 4
    least, most = _HEADLINE_WORDS
    little = sum(token.islower() and len(token) <= _LITTLE_WORD for token in lettered)

    def density(pattern: re.Pattern[str], limit: int = 3) -> float:
        return min(len(pattern.findall(line)), limit) * 5 / (words + 5)

    return {
        "words": math.log1p(words),
        "chars_a_word": min(len(line) / (len(tokens) or 1), 15) / 10,
        "ends": ends,
        "cut": bool(_CUT.search(line)),
        "colon": line.endswith(":"),
        "commas": min(line.count(",") / (words or 1), 0.3) * 3,
        "inner_ends": min(len(_INNER_END.findall(line)), 6) / 3,
        "capitals": sum(token[0].isupper() for token in lettered) / some,
        "upper": sum(token.isupper() and len(token) > 1 for token in lettered) / some,
        "digits": sum(char.isdigit() for char in line) / (len(line) or 1),
        "short_words": little / some,
        "quotes": quoted,
        "lower_start": line[:1].islower(),
        "separator": bool(_SEPARATOR.search(line)),
        "address": bool(_ADDRESS.search(line)),
        "promotion": density(_PROMOTION),
        "furniture": density(_FURNITURE),
        "credit": density(_CREDIT),
        "date": density(_DATE, 2),
        "byline": bool(_BYLINE.search(line)),
        "reader": reader,
        "quiet_reader": reader * (not quoted),
        "remark": len(tokens) <= _REMARK_WORDS and bool(_REMARK.search(line)),
        "headline": least <= words <= most and not ends and line[:1].isupper(),
        "unfinished": words > most and not ends,
        "prose": ends and words >= _PROSE_WORDS,
    }
