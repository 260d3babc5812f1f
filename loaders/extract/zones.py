"""Which part of the page each sentence belongs to.

A stored article is often a whole page: the headline again under the picture, captions, bylines, share buttons, links to
other stories and appeals for support. Those lines are told by their shape and by the fixed phrases of news pages; none
of them may give a contact of its own.
"""

import re
from bisect import bisect_right

from spacy.tokens import Doc, Span

from loaders.extract.dateline import dateline
from loaders.extract.scene import Zone

_MARKERS = (
    r"read (?:more|also|next|on)\b(?! than)",
    r"also read\b",
    r"(?:read|watch|listen|see|videos?|photos?|gallery|in pictures|podcast|explainer|related \w+)\s*[:|]",
    r"see also\b",
    r"related\b(?: (?:posts?|articles?|stories|story|news|content|topics|coverage|reading|links?))?\s*(?::|\||$)",
    r"more (?:on|from|about) (?:this|the |our|us|[A-Z][\w ]+$)",
    r"more:",
    r"you (?:may|might) (?:also )?(?:like|be interested|enjoy)",
    r"recommended\b",
    r"most (?:read|popular|viewed|shared)\b",
    r"trending\b",
    r"popular (?:now|posts)",
    r"top stories",
    r"latest (?:news|stories|headlines|articles)",
    r"editor'?s (?:picks?|choice)",
    r"around the web",
    r"from the web",
    r"in other news$",
    r"further reading",
    r"don['’]t miss",
    r"what to read next",
    r"up next",
    r"(?:keywords?|tags?|topics?|filed under|categories|category)\s*(?::|$)",
    r"share\b(?: (?:this|on|via|article|story|post|the article)\b.*)?(?:\s*[:|]|$)",
    r"tweet$",
    r"follow (?:us|@|our|the latest|.{1,40}\bon (?:google|facebook|twitter|x|whatsapp|telegram|instagram|youtube)\b)",
    r"sign up\b",
    r"subscribe\b",
    r"(?:our )?newsletters?\b",
    r"support (?:our|independent|us\b|quality|the (?:site|work))",
    r"donate\b",
    r"become an? (?:patron|member|subscriber|supporter|friend)",
    r"enjoy(?:ing|ed)? this",
    r"like what you",
    r"we use cookies",
    r"this (?:web)?site uses",
    r"(?:accept|reject) all",
    r"manage (?:my|your|cookie)\b",
    r"privacy policy",
    r"advertisement\b",
    r"sponsored\b",
    r"promoted\b",
    r"©",
    r"\(c\)",
    r"copyright\b",
    r"all rights reserved",
    r"reproduction (?:without|in)",
    r"(?:additional |with )?reporting (?:and writing )?by\b",
    r"writing by\b",
    r"(?:edited|editing|compiled|translated) by\b",
    r"our standards\b",
    r"sources?\s*:",
    r"(?:photo|image) credits?\b",
    r"corrections?\s*:",
    r"clarification\s*:",
    r"corrects\b",
    r"(?:adds|updates|recasts|refiles|repeats|writes through|changes)\b(?! that)",
    r"for immediate release",
    r"(?:issued by|tel|phone|fax|e-?mail|press contact)\b\.?\s*[:+]",
    r"editor['’]s note",
    r"attn\b",
    r"eds:",
    r"note to editors",
    r"contacts? (?:us|the newsroom)\b",
    r"click (?:here|on)",
    r"download (?:our|the)",
    r"join (?:us|our)\b",
    r"comments?\b\s*(?:\(\d+\)|\d*)$",
    r"(?:leave|post|write|add) a (?:comment|reply)",
    r"(?:log|sign) in\b",
    r"register (?:now|here|for)",
    r"(?:this|the) (?:article|story|page|live ?blog|report|text|post) (?:will be|was|has been|has|is) (?:\w+ )?"
    r"(?:updat|auto|now closed|first published|originally|generated|closed|corrected|amended|part of|being)",
    r"(?:print|copy link|listen|menu|search|home|back to top|loading.*|skip to .*|(?:show|load) more|next)$",
    r"(?:previous|embed|gallery|live)$",
    r"turn on notifications",
    r"if you (?:have )?(?:noticed?|find|found|spot|see|are just joining)\b",
    r"to suggest a correction",
    r"please (?:leave|support|consider|enable|share|note)",
    r"you can (?:also )?(?:highlight|follow|support|subscribe|read|find)",
    r"you could close",
    r"send us\b",
    r"get (?:the|our|all) (?:latest|best|news|daily|morning|app|stories)",
    r"(?:published|posted|(?:last )?(?:updated|modified)|first published|issued)\b\s*(?:at|on|:|\d|[A-Z][a-z]{2,8} \d)",
    r"(?:\d+ )?min(?:utes?)? read\b",
    r"about the author",
    r"all times\b",
    r"disclaimer\b",
    r"notes? to readers",
    r"[»›>]\s",
)
"""Fixed phrases with which lines that are no part of the story begin."""

_MARKER = re.compile(r"(?i)^\W*(?:" + "|".join(_MARKERS) + ")")
_LAST = re.compile(
    r"(?i)^\W*(?:related (?:posts?|articles?|stories|news|content)|most (?:read|popular|viewed)"
    r"|around the web|from the web|more from\b"
    r"|you (?:may|might) (?:also )?like|recommended (?:for you|stories|articles)|top stories|trending"
    r"|(?:leave|post|write) a (?:comment|reply)|comments?$|latest (?:news|stories)|read also$|see also$|keywords$"
    r"|about the author)"
)
"""Headings under which nothing of the story comes any more."""

_APPEAL = re.compile(
    r"(?i)\b(?:your (?:support|help|donation|inbox|ad ?blocker|browser|experience|subscription)|readers like you"
    r"|donat(?:e|ions)|patrons?|newsletters?|subscri(?:be|ption|bers)|ad ?blocker|cookies?"
    r"|our (?:journalism|community|readers|reporting|newsroom|team|coverage|content)|advertising|cup of coffee"
    r"|free trial|membership"
    r"|ctrl ?\+ ?enter|independent (?:media|journalism)|as little as|terms of (?:use|service)|privacy)\b"
)
_SPEAKS_TO_READER = re.compile(r"(?i)\b(?:you|your|our|us)\b")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")

_BYLINE = re.compile(
    r"(?i)^(?:by|from|text|story)[: ]\s*(?:[a-z][\w.'’-]+,?(?:\s+(?:and|&|in)\s+|\s+|,\s*)?){1,8}(?:[|,/–-].*)?$"
)
_CODE = re.compile(r"^\W*(?:ENDS?|[A-Z]{2,6}(?:/[A-Z]{2,6}){0,3}|[a-z_.]+|-?30-?)\W*$")
"""An agency's or an editor's initials, "END", and what else closes a wire report."""
_CLOCK = re.compile(
    r"(?i)^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\.?\s+[a-z]{3,9}\.?,?\s+\d{4}|[a-z]{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:[\s,|·-]*(?:at\s+)?\d{1,2}[:.]\d\d.*)?\W*$"
)
_HANDLE = re.compile(r"^\W*(?:[\w.+-]+@[\w.-]+|@\w+|https?://\S+|(?:#[\w-]+(?:\s+[A-Z]?[\w-]+)?\s*)+)\W*$")
_TRAIL = re.compile(r"^\w[\w &'-]*(?:\s*[›»>]\s*\w[\w &'-]*){1,5}\s*[›»>]?$")
"""The way to the page through the site: "Home › World › Asia"."""
_CAPTION = re.compile(
    r"(?i)^\W*(?:(?:file )?(?:photo|image|picture|caption|video|illustration|graphic|handout|map)s?\b[^.]{0,40}?[:/|]"
    r"|pictured\b)"
    r"|[\[(/]\s*(?:(?:file )?(?:photo|image|picture|credit|handout|file)s?\b)[^\])]*[\])]?\s*$"
    r"|[\[(/|]\s*[^\[\](]{0,40}\b(?:reuters|afp|ap|epa|getty|xinhua|tass|anadolu|yonhap|kyodo|sputnik|agencies)\b"
    r"[^\])]{0,30}[\])]?\s*$"
    r"|\((?:from )?(?:left|right|l|r|c|centre|center|far left|second from (?:left|right))\b[^)]*\)|,\s*(?:left|right),"
    r"|\bin this (?:file|handout|undated)"
)
_CLOSED = re.compile(r"[.!?…][\"”’')\]]*(?:\s*[(/][A-Z]{2,8}(?:[/-][A-Z]{2,8})?[)/])?$")
"""The line ends a sentence; an agency's initials may follow."""
_BULLET = re.compile(r"^\s*(?:[-–—•*▪●·]|\d{1,2}[.)])\s")

_HEADING = re.compile(r"^\s*#+\s+")
_BLANK = " \t\r*_\u00a0\u200b"
"""White space, and the marks of emphasis in lightly marked-up text."""

_LEAD = 12
"""Lines of a page among which a line without a verb is taken for a caption."""

_PARAGRAPH = 40
"""Words from which on prose with a credit in it is no caption any more."""

_BEGUN = 10
"""Words of the first sentence of a story, at least."""

_LONG = 16
"""Words from which on a line after a list of links counts as prose again."""


def zones(doc: Doc, title: str = "") -> list[Zone]:
    """One zone for each sentence of ``doc``, in order. Sentences must not cross line breaks.

    ``title`` is the headline where it is known; otherwise the text's first line is taken for it if it looks like one.
    """
    starts, lines = _lines(doc.text)
    by_line = _line_zones(lines, title)
    filed = dateline(doc.text)
    found: list[Zone] = []
    for sentence in doc.sents:
        number = bisect_right(starts, _first_char(sentence)) - 1
        zone = by_line[number]
        in_dateline = filed is not None and filed.start <= _first_char(sentence) < filed.end
        if zone is Zone.BODY and not in_dateline:
            text = sentence.text.strip()
            if _furnishing(text):
                zone = Zone.BOILERPLATE
            elif number < _LEAD and text == lines[number].strip() and _verbless(sentence):
                zone = Zone.CAPTION
        found.append(zone)
    return found


def _lines(text: str) -> tuple[list[int], list[str]]:
    lines = text.split("\n")
    starts, offset = [], 0
    for line in lines:
        starts.append(offset)
        offset += len(line) + 1
    return starts, lines


def _first_char(sentence: Span) -> int:
    for token in sentence:
        if not token.is_space:
            return int(token.idx)
    return int(sentence.start_char)


def _line_zones(lines: list[str], title: str) -> list[Zone]:
    # A text of one line is the story itself, whatever its title was taken from.
    headline = (_fold(title) or _untitled_headline(lines)) if sum(map(bool, map(str.strip, lines))) > 1 else ""
    found: list[Zone] = []
    begun = False
    """Prose of the story was seen."""
    linking = False
    """Within links or appeals, which last until prose comes again."""
    ended = False
    for line in lines:
        bare = _HEADING.sub("", line).strip(_BLANK)
        words = len(bare.split())
        is_prose = words >= _LONG and bool(_CLOSED.search(bare)) and not _appeals(bare)
        zone = Zone.BODY
        if not bare:
            pass
        elif not ended and _same_headline(_fold(bare), headline):
            zone, linking = Zone.HEADLINE, False
        elif ended or (linking and not is_prose):
            zone = Zone.BOILERPLATE
        elif _CAPTION.search(bare) and words < (_PARAGRAPH if is_prose else 2 * _PARAGRAPH):
            zone = Zone.CAPTION
        elif _furniture(bare, words, begun):
            zone = Zone.BOILERPLATE
            ended = begun and bool(_LAST.match(bare)) and words < 8
            linking = begun and (bare.endswith(":") or _appeals(bare) or words < 4)
        elif begun and _crosshead(bare, words):
            zone = Zone.HEADLINE
        else:
            begun, linking = begun or (words >= _BEGUN and bool(_CLOSED.search(bare))), False
        found.append(zone)
    return found


def _untitled_headline(lines: list[str]) -> str:
    first = next((line.strip() for line in lines if line.strip() and not _TRAIL.match(line.strip())), "")
    return "" if _CLOSED.search(first) or first.endswith(":") or dateline(first) else _fold(first)


def _crosshead(bare: str, words: int) -> bool:
    return (
        words <= _LONG and not _CLOSED.search(bare) and not _BULLET.match(bare) and not bare.endswith((":", ",", ";"))
    )


def _furniture(bare: str, words: int, begun: bool) -> bool:
    if _MARKER.match(bare) and (words < 40 or _appeals(bare)):
        return True
    if _appeals(bare) or _HANDLE.match(bare) or _CLOCK.match(bare) or _TRAIL.match(bare):
        return True
    if _BYLINE.match(bare) and words < 12 and not _CLOSED.search(bare):
        return True
    if _CODE.match(bare) and begun:
        return True
    return " | " in bare and words < 30 and (not _CLOSED.search(bare) or len(bare.split(" | ")[0].split()) < 3)


def _furnishing(sentence: str) -> bool:
    """A sentence at the end of a paragraph of prose that is no part of the story."""
    if _CODE.match(sentence):
        return True
    short = len(sentence.split()) < _LONG or bool(_APPEAL.search(sentence))
    return short and bool(_MARKER.match(sentence)) and not sentence.endswith(("”", '"'))


def _appeals(text: str) -> bool:
    plain = _QUOTED.sub("", text)
    cues = len(_APPEAL.findall(plain))
    return cues >= 2 or (cues == 1 and bool(_SPEAKS_TO_READER.search(plain)))


def _fold(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _same_headline(line: str, headline: str) -> bool:
    if not headline or len(line) < 8:
        return False
    return line == headline or (len(headline) > 20 and line.startswith(headline) and len(line) < len(headline) + 30)


def _verbless(sentence: Span) -> bool:
    return len(sentence) > 3 and not any(token.pos_ in ("VERB", "AUX") for token in sentence)
