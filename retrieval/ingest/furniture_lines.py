"""The wording of page furniture: lines, and what stands at the ends of a paragraph.

The table is of kinds that recur over many outlets; benchmarks/furniture.py measures it.
"""

from __future__ import annotations

import re

_NET = (
    r"(?:Twitter|X|Facebook|Instagram|You ?Tube|LinkedIn|TikTok|Telegram|WhatsApp|Reddit"
    r"|Pinterest"
    r"|Flipboard|Threads|Bluesky|Mastodon|Truth Social|Google(?: News|\+| plus)?|Apple News"
    r"|Spotify"
    r"|iTunes|Apple Podcasts?|Snapchat|Messenger|Tumblr|Digg|Pocket)"
)
_AD = r"(?:advertise?ments?|ads?|publicité|anzeige|werbung|publicidad|pubblicità|реклама)"
# What stands before a colon where a link to something else follows.
_LINK = (
    r"(?:photos?|videos?|watch(?: live| now| below)?|read(?: more| also| next| here)?|also read"
    r"|more(?: from \S+| on this)?|related(?: \w+)?|see also|also see|see more|listen|slide ?show"
    r"|(?:photo )?gallery|interactive|in (?:pictures|photos)|must[- ](?:read|watch|see)|up next"
    r"|recommended|trending|don['’]t miss|live(?: updates| blog)|opinion|podcast|special coverage"
    r"|(?:full|complete) coverage|now playing|click here|go deeper|what to (?:read"
    r"|watch) next|subscribe)"
)
# "(read: the voters)" is prose; what leads elsewhere is set with a capital.
_TITLE = r"(?-i:(?=[^\W\d_a-z]))"
_ALONE = (
    r"(?:must[- ](?:watch|read|see)|more on this(?: story| topic)?|further reading"
    r"|related(?: stor(?:y|ies)| articles?| content| coverage| links?| topics?| posts?| reading)"
    r"|recommended(?: for you| stories| reading| videos)?|trending(?: now)?|most (?:read"
    r"|popular|viewed|shared)"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|read next|more stories|top stories"
    r"|latest (?:news|stories|headlines)|close|share|(?:view|show|hide|leave|post"
    r"|read) (?:all |a )?comments?"
    r"|(?:no |\d+ )?comments?|comments are closed|join the (?:conversation|discussion)(?: below)?"
    r"|play(?: video| audio)?|now playing|loading|skip ad|story highlights|learn more|back to top"
    r"|skip to (?:main )?content|print|e-?mail|tweet|getty(?: images)?|view (?:gallery"
    r"|photos|slideshow)"
    r"|(?:manage|our) newsletters?|newsletter sign-?up|start your free trial|promoted"
    r"|sponsored(?: content)?"
    r"|share your thoughts|accept (?:all )?cookies|prev(?:ious)?|next)"
)
# A word after which the sentence goes on: headlines may ask and shout, but have no full stop.
_UNENDED = r"(?!\S*(?-i:[^\W\d_A-Z]){2}[.][\"”’]?\s)\S+"
# The rest of a sentence; "Ann C. Roe" has no end in it.
_ANY = r"(?!(?-i:(?<!\b[A-Z]))[.!…][\"”’)\]]?\s)[^\n]"
_REST = rf"(?:(?![?]\s){_ANY})"
_CODE = (
    r"(?:pullquote|image|video|audio|audio playback|audio-clip|gallery|embed|caption"
    r"|newsletter|ad|poll"
    r"|related|readmore|youtube|twitter|tweet|inline|sidebar|music|break)"
)
_MAIL = (
    r"(?:newsletters?|e-?mails?|inbox|alerts?|podcasts?|briefings?|channel|notifications?"
    r"|updates|free trial)"
)
_NAME = r"[^\W\d_a-z@][\w.'’-]*"

_BRACKETS = (
    rf"[(\[]\s*{_TITLE}{_LINK}\s*:[^()\[\]]{{1,250}}[)\]]\.?"
    rf"|\[/?{_CODE}(?:[\s:=-][^\]]{{0,120}})?\]"
)

_PLAYER = (
    r"JUST WATCHED (?:(?!MUST WATCH)[^\n]){0,300}MUST WATCH (?:(?!\d\d:\d\d)[^\n]){0,200}\d\d:\d\d"
)
_I, _D = re.IGNORECASE, re.DOTALL


def _line(pattern: str, flags: int = _I, *, before: str = r"[\W_]*") -> re.Pattern[str]:
    return re.compile(rf"{before}(?:{pattern})[\W_]*", flags)


LINES = (
    # Rules, bullets, dots; what builders of pages leave in square brackets.
    _line(r""),
    _line(_BRACKETS, before=r"[^\w(\[]*"),
    # Advertisements, and that the story goes on below them.
    _line(
        rf"{_AD}(?:[\W_]+(?:{_AD}|(?:scroll to )?continue(?: reading(?: the main story"
        rf"| below)?)?))*"
    ),
    _line(
        rf"(?:article|story|post|column|text) continue[sd]?(?: (?:below|after))?"
        rf"(?:(?: below| after)?[\s:-]*(?:this |the )?(?:{_AD}|photo|video|gallery))?"
    ),
    _line(r"continue reading(?: (?:below|the main story|this (?:story|article)))?"),
    _line(r"scroll (?:down|to continue|for more)\b[^.!?]{0,40}"),
    # Links to something else.
    # "More." and "Watch!" are somebody's words, and "Read more." is not.
    _line(rf"(?!\w+[.!?](?!\.)[\W_]*$)(?:{_LINK}|{_ALONE})"),
    _line(
        # A headline begins with a capital; "Read: any attempt fails" does not lead elsewhere.
        rf"{_TITLE}{_LINK}\s*[:|»>]\s*(?:https?://\S+|(?-i:(?![a-z]))(?:{_UNENDED}\s+){{2,40}}\S+)",
        before=r"[^\w(\[]*",
    ),
    _line(
        r"(?:click|tap) (?:here|below|through|the (?:link|image|photo|play|button|video"
        r"|icon|map|headline)"
        r"|for (?:more|the|our|full|all)|to (?:read|watch|see|view|listen|share|subscribe"
        r"|sign|join|get"
        r"|play|enlarge|expand|e-?mail|print|tweet|continue|find|follow|learn|donate"
        r"|download))\b"
        r"[^.!?\"“”]{0,150}"
    ),
    _line(
        r"(?:for|to) (?:more|read|see|view|watch|hear|get|receive|subscribe|sign|learn|find)\b"
        rf"[^.!?\"“”]{{0,120}}\b(?:click (?:here|on)|sign up (?:here|for [^.]{{0,60}}{_MAIL})"
        rf"|subscribe to [^.]{{0,40}}{_MAIL}|visit (?:https?://"
        rf"|www\.)\S+)[^.!?\"“”]{{0,80}}"
    ),
    _line(r"get the [^.!?]{1,40} app(?: (?:here|now|today|for more))?"),
    # Asking to sign up, follow, write, share.
    _line(
        rf"(?:sign[- ]?up|subscribe|register)\b[^.!?\"“”]{{0,160}}\b(?:{_MAIL}|here"
        rf"|privacy policy"
        rf"|(?:support|unlock) (?:our|this)[^.!?]{{0,30}}|iTunes"
        rf"|you ?tube)\b[^.!?\"“”]{{0,100}}"
    ),
    _line(
        rf"(?:get|receive|want|like|have)\b(?:(?![\"“”]){_REST}){{0,160}}\b(?:(?:in|to) your inbox"
        r"|by e-?mail|delivered (?:daily|weekly|straight|directly))\b[^.!?\"“”]{0,60}"
    ),
    _line(
        r"by (?:signing up|subscribing|clicking|submitting)[^.!?]{0,60},? (?:you"
        rf"|i) (?:\w+ )?(?:agree|accept|consent)\b{_REST}{{0,250}}"
    ),
    _line(r"you (?:can|may) (?:unsubscribe|opt[- ]?out)\b[^.!?]{0,80}"),
    _line(
        rf"(?:please )?(?:follow|like|join|find|friend) (?:us|him|her|them|me|@\w+"
        rf"|(?-i:{_NAME})(?: (?-i:{_NAME}|@\w+)){{0,4}}"
        rf"|the [\w ]{{1,30}}?|our [\w ]{{1,30}}?)(?:\s+(?:on|at|via)\s+{_NET}\b)"
        rf"(?:[\s,;:()&|./]+(?:and|or|on|at|page|@\w+|\S+\.com/\S+|https?://\S+|{_NET}))*"
    ),
    _line(r"(?:please )?follow @\w+(?:\W+(?:follow )?@\w+)*"),
    _line(
        r"(?:write to|e-?mail|contact|reach|send (?:a |us |your )?(?:tips?|e-?mails?|comments)"
        r"|have (?:a|any) (?:tip|story|question)|(?:have|got) a (?:news )?tip|let us know)\b"
        rf"(?:(?![\"“”]){_ANY}){{0,120}}(?:\S+@\S+|\[email.protected\])"
    ),
    _line(r"read (?:or|and) share this story\W*(?:https?://\S+)?"),
    _line(
        r"share this (?:story|article|post|page)\b[^.!?]{0,80}"
        rf"|share all sharing options\b{_REST}{{0,200}}"
    ),
    _line(
        rf"(?=.*[a-z])(?:(?:share(?: on| via| this)?|tweet|pin|e-?mail|print|save"
        rf"|copy link|comments?|\d+|{_NET})\b[^\w,.]*){{3,}}"
    ),
    _line(
        rf"(?:{_NET}\s+){{3}}(?:[^\n.!?]{{0,300}}\b)?(?:photograph|photo|picture"
        rf"|image)s?:[^\n]{{1,80}}"
    ),
    _line(rf"{_REST}{{0,60}}\(opens in (?:a )?new (?:window|tab)\)"),
    # Age, rights.
    _line(
        r"\d+ (?:second|minute|hour|day|week|month|year)s? ago|\d+[ -]min(?:ute)?s?(?: read)?"
        r"|this article is more than \d+ (?:month|year)s? old"
    ),
    _line(
        rf"(?:copyright\b{_REST}{{0,12}}?(?:©|\(c\)|(?:19|20)\d\d)|©\W*(?:19"
        rf"|20)\d\d){_REST}{{0,250}}|©[^\n.]{{0,80}}"
    ),
    _line(
        rf"all rights reserved\b{_REST}{{0,60}}"
        rf"|this material may not be published\b{_REST}{{0,100}}"
    ),
    _line(rf"content created by {_REST}{{1,80}} is available without charge\b{_REST}{{0,300}}"),
    _line(rf"for licensing opportunities\b{_REST}{{0,150}}"),
    # Players and pictures.
    _line(rf"{_PLAYER}|JUST WATCHED\b{_REST}{{0,150}}", 0),
    # A gallery in one paragraph, each caption twice.
    _line(r"Photos:.*\bHide Caption\b.*", _D),
    _line(
        r"(?:enlarge this image|(?:toggle|hide) caption|click to (?:enlarge"
        rf"|expand))\b{_REST}{{0,60}}"
    ),
    _line(
        rf"(?:media playback is (?:un|not )supported on your device )?(?:image|media|video) "
        rf"(?:caption|copyright|source)(?-i: [\"“‘']?[A-Z]){_REST}{{0,250}}"
    ),
    _line(r"(?:prev|next)?\s*(?:image|photo|slide) \d+ of \d+"),
    _line(
        rf"media playback is (?:un|not )supported\b{_REST}{{0,60}}|your browser does(?: not"
        rf"|n['’]t) support\b{_REST}{{0,80}}"
    ),
    _line(
        rf"please (?:enable|turn on) javascript\b{_REST}{{0,100}}|(?:this"
        rf"|our) (?:web)?site uses cookies\b{_REST}{{0,200}}"
    ),
    _line(r"listen to this (?:article|story|post|page)\b[^.!?]{0,60}|listen\W+\d+ min\w*"),
    _line(
        r"this (?:audio|article|story|summary|translation|voice|narration|video)(?: version)?"
        r" (?:is|was|has been) (?:\w+ ){0,2}(?:created|generated|produced|narrated|voiced|read"
        r"|summari[sz]ed|translated)\b[^.,!?]{0,40}\b(?:AI|A\.I|artificial intelligence|automated"
        r"|automatically|text-to-speech|machine|computer)\b[^.,!?]{0,60}"
    ),
    _line(
        r"\((?:[\w.]+ ){0,2}(?:photo|image|picture|illustration|graphic|file photo"
        r"|screenshot|screengrab)s?"
        r"(?: illustration)?(?: (?:by|credit|courtesy|via|from)\b|\s*:)[^()]{1,100}"
    ),
    _line(
        # Names and nothing else: a credit may run into the story's first words.
        r"(?:photo(?:graph)?|image|picture|illustration|photo illustration)s?"
        r"(?: (?:by|credit|courtesy of)\b|\s*:)(?:[\s:]*(?-i:[^\W\d_a-z]|[@(/])[^\s:]*"
        r"|\s+(?:by|for|and|via|of|the|from|in|on|[&|/)])(?=\s|$))+",
        before=r"[^\w(\[]*",
    ),
    _line(
        r"\([^()/]{2,40}/(?:AP|AFP|Reuters|EPA|Getty|Bloomberg|Shutterstock"
        r"|Associated Press|Pool)\b[^()]{0,40}"
    ),
    # Support.
    _line(
        r"(?:please )?support (?:our|independent|(?-i:[A-Z])\w+['’]s) (?:\w+ )?(?:work"
        r"|journalism|reporting|newsroom)"
    ),
    _line(rf"already (?:a |have an? )?(?:subscriber|member|account|subscribed)\b{_REST}{{0,80}}"),
    _line(rf"(?:thank you|thanks) for (?:subscribing|signing up|supporting our)\b{_REST}{{0,80}}"),
)

# At the beginning or the end of a paragraph, with no full stop between it and the sentence.
_BELOW = (
    r"\(?(?:story|article) continue[sd]? (?:below|after)"
    rf"(?:[\s:-]*(?:this |the )?(?:{_AD}|video|photo|gallery))?\.?\)?:?"
)
FRONTS = (
    re.compile(rf"(?:{_BRACKETS}|{_BELOW})\s*", _I),
    re.compile(r"(?:ADVERTISEMENT|Advertisement\s+Continue reading the main story)\b[\s:.–—-]*"),
    # Capitals that begin a sentence: "Advertisement Age" is a magazine.
    re.compile(
        r"Advertisement\s+(?=[“\"‘]|(?:The|He|She|It|In|But|And|Mr|They|We|On|This|At|That|I)\b)"
    ),
    re.compile(r"(?:Story [Hh]ighlights|STORY HIGHLIGHTS)\s+"),
    re.compile(rf"{_PLAYER}[\s.]+"),
    re.compile(rf"(?:{_NET}\s+){{2}}(?:{_NET}\s+)+"),
)
BACKS = (
    re.compile(rf"\s*(?:{_BRACKETS}|{_BELOW})[\s.]*$", _I),
    re.compile(r"\s*\bRead or Share this story\W*(?:https?://\S*)?\W*$"),
    re.compile(
        r"\s*\((?:[\w.]+ ){0,2}(?:photo|image|illustration)s?(?: illustration)?"
        r"(?: (?:by|credit|courtesy)\b|\s*:)[^()]{1,100}\)\.?$",
        _I,
    ),
    re.compile(r"\s*\b(?:enlarge this image|(?:toggle|hide) caption(?: \d+ of \d+)?)\W*$", _I),
)
