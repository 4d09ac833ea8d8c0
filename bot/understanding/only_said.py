"""Words that ask of a deed, deny it or tell of it: no deed follows from them, what they speak of is shown instead."""

import re

from bot.russian.normalize import bare_words

_ASKED = re.compile(r"\?|\bли\b|\bесли\b", re.IGNORECASE)
_VISIT_KEPT = re.compile(
    r"не (?:надо |нужно |стал[аи]? |буду |хочу )?отмен|дума\w+ отмен|отменить,? но не", re.IGNORECASE
)
_NOT_CLOSED = re.compile(r"не закр|закрыт[оыа]? (?:был|были|было)|(?:был[оаи]?) закрыт", re.IGNORECASE)

_ANOTHER_LATE = re.compile(r"\b(?:опозда[ею]т|опаздыва[ею]т|задерж[иа]тся|задержива[ею]тся)\b", re.IGNORECASE)
_IN_TIME = re.compile(
    r"(?:(?:вс[её]|вс[её][- ]?таки|таки|ой|ну|нет|да|я|мы|уже|теперь|передумал[аи]?|извините|простите|отбой|спасибо) )*"
    r"(?:(?:успею|успеем|успеваю|успеваем|успел[аи]?)(?: (?:вовремя|во время|к сроку|ко времени|к началу))?"
    r"|(?:приду|придем|буду|будем|прибуду|доеду|доедем) (?:вовремя|во время|в срок|к сроку|ко времени|к началу)"
    r"|не (?:опаздываю|опоздаю|опаздываем|опоздаем|задержусь|задержимся))"
)
_ASKS_HOW = re.compile(
    r"\W*(?:(?:а|и|ну|скажите|подскажите|напомните|пожалуйста|здравствуйте|мне|интересно)\W+)*"
    r"(?:как|каким образом|можно ли|могу ли|надо ли|нужно ли|что (?:будет|нужно|надо)|зачем|почему|где|когда)\b",
    re.IGNORECASE,
)


def asks_how(text: str) -> bool:
    """«как мне стать не дежурной», «можно ли снять меня с дежурства»: a deed is asked about, not ordered."""
    return "?" in text or bool(_ASKS_HOW.match(text))


def is_asked(text: str) -> bool:
    """«а если опоздаю?», «Анна пришла?»: nobody is told of it and nothing is noted yet."""
    return bool(_ASKED.search(text))


def is_of_another(text: str) -> bool:
    """«Сергеева опоздает»: somebody else is late, not the one who writes."""
    return bool(_ANOTHER_LATE.search(text))


def comes_in_time(text: str) -> bool:
    """«успеваю», «передумал, приду вовремя», «не опоздаю»: the opposite of being late; «не успеваю» is none."""
    return bool(_IN_TIME.fullmatch(bare_words(text)))


def keeps_visit(text: str) -> bool:
    """«не отменяйте мою запись», «хотела отменить, но не стала»."""
    return bool(_VISIT_KEPT.search(text))


def closes_nothing(text: str) -> bool:
    """«в пятницу мы не закрыты», «в пятницу было закрыто», «в пятницу не работаем?»."""
    return "?" in text or bool(_NOT_CLOSED.search(text))
