"""In which other language a message is written, by its letters and commonest words."""

import re
from collections.abc import Sequence

_ENGLISH = (
    "(?:the|is|i|you|help|need|where|how|please|can|hello|hi|my|do|what|speak|english|with|to|in|me|want|and|for)"
)
_PLAIN_ENGLISH = re.compile(r"\b(?:the|you|help|need|where|how|please|can|hello|what|speak|english|with|want|get)\b")
_PLAINLY = 2  # such words, which no Russian typed in Latin letters has
# The first line that is found decides: letters that only one of the languages has, then small words.
_TONGUES: Sequence[tuple[str, re.Pattern[str]]] = (
    ("hy", re.compile("[\u0530-\u058f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("kk", re.compile(r"[құүіңғһ].*[қғұ]|[қғұ]|\b(?:салем|көмек|маған|керек емес)\b")),
    ("tt", re.compile(r"[җ]|\b(?:миңа|исәнмесез|ярдәм|кирәк|сәлам|рәхмәт|ничек)\b")),
    ("ba", re.compile(r"[ҙҫ]")),
    ("be", re.compile(r"ў|\b(?:калі|ласка|дзе|дапамажыце|прывітанне|трэба|мяне запішыце)\b")),
    ("uk", re.compile(
            r"[їєґ]|\b(?:привіт|будь|допомо\w+|запишіть|мені|потрібн\w+|дякую|як|що|добрий)\b.*[іїє]|"
            r"[бвгджзклмнпрстфхцчшщ]і|\b(?:зробити|притул\w+|отримати|тимчасов\w+|скільки|чому)\b"
    )),
    ("tg", re.compile(r"[ҷӣӯҳ]|\b(?:салом|кӯмак|лозим)\b")),
    ("ky", re.compile(r"[өү].*\b(?:керек|жардам|кантип)\b|\bжардам\b")),
    ("uz", re.compile(r"\b(?:assalomu|salom|kerak|yordam|qanday|menga|rahmat|almashtirish|bormi)\b|o['ʻ’`]z")),
    ("az", re.compile(r"ə|\b(?:salam|kömək|lazımdır)\b")),
    ("et", re.compile(r"\b(?:tere|kas|räägi\w*|eesti|palun|aitäh|kuidas|mul on)\b|õ")),
    ("lv", re.compile(r"[āēīūģķļņ]|\b(?:labdien|sveiki|lūdzu)\b")),
    ("lt", re.compile(r"[ąęėįųū]|\b(?:labas|prašau|ačiū)\b")),
    ("fi", re.compile(r"\b(?:hei|moi|kiitos|miten|tarvitsen|suomi|puhutteko)\b")),
    ("pl", re.compile(r"[łśćńż]|\b(?:dzień|proszę|pomoc|jak)\b")),
    ("de", re.compile(r"[äöüß]|\b(?:ich|bitte|hilfe|guten|sprechen|wo ist)\b")),
    ("en", re.compile(rf"\b{_ENGLISH}\b.*\b{_ENGLISH}\b")),
)  # fmt: skip


def tongue_of(text: str) -> str | None:
    """The ISO 639-1 code of the language, None where it is Russian or unknown."""
    folded = text.casefold()
    return next((code for code, pattern in _TONGUES if pattern.search(folded)), None)


def is_plain_english(text: str) -> bool:
    """Whether it is English even where it could be Russian in Latin letters: «how can i get a visa»."""
    return len(set(_PLAIN_ENGLISH.findall(text.casefold()))) >= _PLAINLY
