"""What short words after an alarm mean: what was done already, that nothing was, «и что теперь», thanks."""

import re
from enum import StrEnum

from bot.russian.normalize import bare_words
from bot.safety.threat import Kind


class AfterAlarm(StrEnum):
    """What is said after an alarm besides a deed."""

    NEXT = "next"  # «да», «и что теперь»: what has happened is asked, in a crisis the number is said again
    NOTED = "noted"  # «поняла», «не назвала», «приехали»
    THANKS = "thanks"
    WHERE = "where"  # «куда звонить», «деньги вернут?»
    DOUBT = "doubt"  # «это мошенники?»


_DONE = r"(?:а|и|о)?"
_BEFORE = r"(?:(?:да|ой|ну|уже|я|мы|все|им|ему|ей|ведь|только|что|сама|сам|увы|и|так|вот|же) )*"
_AFTER = (
    r"(?: (?:уже|им|ему|ей|все|я|вчера|сегодня|сейчас|только|что|и|теперь|делать|дальше|как|быть"
    r"|помогите|дура|дурак))*"
    r"(?: но (?:еще |больше |им )?(?:ничего|код\w*|данные|данных|парол\w*|карт\w*|номер)"
    r" не (?:вводил|называл|назвал|сказал|говорил|давал|писал)(?:а|и|о)?)?"
)
_CODE = r"(?: (?:им|ему|ей|все|код|коды|цифры|пароль|номер|карты|карту|данные|из|смс|три|с|оборота))*"
_OF_CODE = r" (?:код|коды|цифры|пароль|номер карты|данные карты)"
_MONEY = r"(?: (?:им|ему|ей|все|деньги|наличные|конверт|пакет|пенсию|тысяч|тысячи|рублей|курьеру|мужчине|парню|\d+))*"
_PAPERS = r" (?:фото )?(?:паспорта?|снилса?|документы|карты)"
_PROGRAM = r"(?: (?:программу|приложение|ее|его|анидеск|растдеск))*"
_LINK = r"(?: (?:по|на|и|ссылку|ссылке|нее|ней|туда|ввел\w?|карту|данные|пароль|код|номер|карты))*"
_THERE = r"(?:(?:там|теперь|уже|в|кабинете|профиле|у|меня|мне|стоит|указан\w?) )*"
_CHANGED = (
    rf"(?:а |и )*{_THERE}(?:номер|телефон|почта|адрес|пароль)(?: телефона)? {_THERE}"
    r"(?:чуж\w+|не м\w+|поменяли|поменял[аио]?сь|поменялся|сменили|сменил[аио]?сь|сменился)"
    r"(?: там| теперь| уже| стоит)*"
)
# The first that covers the whole of the words; a deed without its thing may be two, and the alarm before decides.
_DEEDS: tuple[tuple[Kind, str, frozenset[Kind] | None], ...] = (
    (Kind.CODE_TOLD, rf"(?:назвал|сказал|продиктовал|сообщил|выдал){_DONE}{_CODE}", None),
    (Kind.CODE_TOLD, rf"(?:дал|отдал|передал){_DONE}{_OF_CODE}", None),
    (Kind.DOCUMENT_PHOTO, rf"(?:отправил|послал|прислал|скинул|показал){_DONE}{_PAPERS}", None),
    (Kind.REMOTE_APP, rf"(?:поставил|установил|скачал){_DONE}{_PROGRAM}|показал{_DONE} экран", None),
    (Kind.LINK, rf"(?:открыл|нажал|перешл|зашл|ввел|кликнул){_DONE}{_LINK}|(?:перешел|зашел){_LINK}", None),
    (Kind.CASH_GIVEN, rf"(?:отдал|передал|вручил|вынес|вынесл){_DONE} (?:деньги|наличные|конверт|пакет){_MONEY}", None),
    (Kind.MONEY_GONE, rf"(?:перевел|перечислил|заплатил|оплатил){_DONE}{_MONEY}", None),
    (Kind.MONEY_GONE, rf"(?:отправил|скинул){_DONE} деньги{_MONEY}", None),
    (Kind.MONEY_GONE, r"(?:деньги )?(?:ушли|сняли|списали|пропали)(?: деньги)?", None),
    (
        Kind.CASH_GIVEN,
        rf"(?:отдал|передал|вручил){_DONE}{_MONEY}",
        frozenset({Kind.COURIER, Kind.CASH_GIVEN, Kind.RELATIVE_IN_TROUBLE}),
    ),
    (Kind.DOCUMENT_PHOTO, rf"(?:отправил|послал|скинул){_DONE}", frozenset({Kind.DOCUMENT_PHOTO})),
    (Kind.HACKED, _CHANGED, None),
    (
        Kind.MONEY_GONE,
        rf"(?:отправил|скинул){_DONE}",
        frozenset({Kind.MONEY_GONE, Kind.RELATIVE_IN_TROUBLE, Kind.MESSENGER_THEFT, Kind.JOB_OR_PRIZE, Kind.BLACKMAIL}),
    ),
)
_PATTERNS = tuple((kind, re.compile(f"{_BEFORE}(?:{deed}){_AFTER}"), after) for kind, deed, after in _DEEDS)
_UNCLEAR = re.compile(rf"{_BEFORE}(?:отдал|передал|отправил|скинул|прислал|послал|сделал){_DONE}{_AFTER}")
_NEXT = re.compile(
    r"да|(?:ну |и |а )*(?:что|чего|че|чо|как)(?: же| мне| теперь| дальше| потом| делать| быть)+"
    r"|(?:ну |и |а )*(?:теперь|дальше|потом)(?: что| чего| как)?(?: делать)?|помогите"
)
_NOT_DONE = re.compile(
    r"нет(?: еще| пока| ничего)*|(?:нет )?(?:я )?(?:еще |пока |ничего |никому |им )*не "
    r"(?:назвал|называл|сказал|говорил|сообщал|дал|давал|отдал|отдавал|передал|перевел|переводил|отправил|отправлял"
    r"|ставил|поставил|установил|скачивал|открыл|открывал|переходил|нажимал|ввел|вводил|платил|заплатил|успел)"
    rf"{_DONE}(?: код| деньги| ничего| никому| им| еще| пока| ссылку)*"
)
_HEARD = re.compile(
    r"(?:ок|окей|хорошо|ладно|понял|поняла|понятно|ясно|так и сделаю|спрошу|положила|положил)(?: трубку)?"
)
_RUNG = r"(?:приехали|приехала|едут|едет|вызвали|вызвал|вызвала|позвонил|позвонила)"
_WHERE = re.compile(
    r"(?:а |и |так |ну )*(?:куда|кому)(?: мне| нам| теперь| сначала| сейчас| надо| лучше)* "
    r"(?:звонить|позвонить|обращаться|обратиться|бежать|идти|жаловаться|сообщить)(?: сначала| теперь| сейчас)*"
    r"|(?:а |и |так |ну |у )*(?:(?:банк\w?|полици[яи]|какой|какие|где|дайте|их|там|взять) )*(?:телефон|номер)\w?"
    r"(?: (?:у|в|для|какой|их|там|дайте|где|взять|банка|банке|полиции))*"
    r"|(?:а |и |так |ну )*(?:мне |нам )?(?:деньги |их |что нибудь )*(?:вернут|возвратят|можно вернуть|вернуть можно)"
    r"(?: мне| нам| ли| деньги| обратно| банк)*"
    r"|(?:а |и |так |ну )*(?:мне )?(?:в |на )?(?:полицию|банк|полиции|милицию)(?: мне| тоже| надо| нужно| звонить"
    r"| идти| ли| писать| обращаться| сообщить| заявление)*"
)
_DOUBT = re.compile(
    r"(?:а |и |так |значит |то есть )*(?:это |они )?(?:точно |правда |все таки |разве |действительно )*"
    r"(?:мошенники|мошенник|обман|развод|обманывают|обманщики)(?: да| что ли| точно| или нет| получается)*"
)
_THANKS = re.compile(
    r"(?:большое |огромное )?(?:спасибо|благодарю)"
    rf"(?: (?:большое|вам|тебе|помогли|помог|выручили|{_RUNG}|скорая|уже|все|хорошо|обошлось|нормально|понял|поняла))*"
)
_COMING = re.compile(
    rf"(?:скорая |скорую |пожарные |пожарных |полиция |полицию |они |уже |да |все )*{_RUNG}"
    r"(?: (?:уже|скорая|скорую|пожарных|полицию|в скорую|103|112))*"
)
_FEW_WORDS = 14
_ASKS = re.compile(
    r"\b(?:как|где|куда|когда|сколько|какой|какие|какая|какое|что|можно|ли|почему|запи\w+|документ\w*|рецепт\w*|справк\w*)\b"
)
_THANKFUL = re.compile(r"\b(?:ладно |хорошо |ну |ок )*(?:большое )?(?:спасибо|спс|благодарю|благодарствую)\b")
_REFUSES = re.compile(
    r"\bне (?:хочу|буду|могу|стану|надо)\b.*\b(?:звонить|говорить|рассказывать|разговаривать|скорую)\b"
    r"|\bникому (?:я )?(?:не|ничего не)\b"
)
_MEANS = re.compile(
    r"\b(?:таблет|снотворн|веревк|петл|лезви|бритв|нож\b|ножом|балкон|подоконник|крыш|мост\b|рельс|ружь|уксус)"
)
_DESPAIRS = re.compile(
    r"\b(?:(?:не хочу|незачем|как|устала?|не могу|больше) жить|жить (?:не|незачем|больше|дальше)|умереть|помереть|умру"
    r"|бессмысл\w+|смысла нет|нет смысла|больше не могу|силы? нет|нет сил|прощайте|прощай)\b"
)
# Unless something is asked.
_MAY_DESPAIR = re.compile(
    r"\bне нуж(?:на|ен)\b|\bвсе равно(?: уже)?(?: поздно| конец)?$|\bуже поздно\b|\bне поможе\w+"
    r"|\bникто не (?:нужен|помо\w+|пойм\w+)"
)
_CANNOT_RING = re.compile(
    r"(?:я )?(?:не хочу|не могу|не буду|боюсь|занято|не отвечают|не берут трубку|не дозвонил(?:ась|ся)|не дозвониться)"
    r"(?: звонить| позвонить| говорить)?"
)


def _is_thanks_alone(said: str) -> bool:
    """«ладно, спасибо вам что ответили»: a farewell perhaps, and no wish beside it."""
    rest, count = _THANKFUL.subn("", said)
    return (
        bool(count)
        and re.fullmatch(
            r"(?: *(?:вам|тебе|за все|за ответ|что ответили|что выслушали|и|всем|до свидания))*", rest.strip()
        )
        is not None
    )


def _still_in_crisis(said: str) -> bool:
    """«да нет, не хочу я никому звонить», «таблеток у меня много дома»: no question, and nothing to answer it with."""
    if len(said.split()) > _FEW_WORDS:
        return False
    if _REFUSES.search(said) or _DESPAIRS.search(said):
        return True
    return not _ASKS.search(said) and any(pattern.search(said) for pattern in (_MEANS, _MAY_DESPAIR))


def read_after_alarm(text: str, last: Kind | None = None) -> Kind | AfterAlarm | None:
    """What the whole of the words says after an alarm of the kind `last`; None where they say something else."""
    said = bare_words(text)
    for kind, pattern, after in _PATTERNS:
        if pattern.fullmatch(said) and (after is None or last in after):
            return kind
    if _UNCLEAR.fullmatch(said) or _NEXT.fullmatch(said):
        return AfterAlarm.NEXT
    if _NOT_DONE.fullmatch(said) or _HEARD.fullmatch(said):
        return AfterAlarm.NOTED
    for word, pattern in ((AfterAlarm.DOUBT, _DOUBT), (AfterAlarm.WHERE, _WHERE)):
        if pattern.fullmatch(said):
            return word
    return AfterAlarm.THANKS if _THANKS.fullmatch(said) else None


def read_after_crisis(text: str) -> AfterAlarm | None:
    """The same after the number of a crisis was given; what may still be the crisis is met with the number."""
    said = bare_words(text)
    if _still_in_crisis(said):
        return AfterAlarm.NEXT
    if _THANKS.fullmatch(said) or _is_thanks_alone(said):
        return AfterAlarm.THANKS
    if _COMING.fullmatch(said):
        return AfterAlarm.NOTED
    again = (_NEXT, _NOT_DONE, _HEARD, _CANNOT_RING)
    return AfterAlarm.NEXT if any(pattern.fullmatch(said) for pattern in again) else None
