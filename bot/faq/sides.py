"""What a short question asks of an answer that stands above it: «а сколько ждать?», «а без паспорта?», «куда идти»."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.russian.normalize import fold

LONGEST = 7  # words of a question that leans on the answer above it
_WORD = re.compile(r"[а-яa-z]+|\d+")


class SideKind(StrEnum):
    """What is asked of an answer."""

    PRICE = "price"
    TIME = "time"
    PAPERS = "papers"
    NUMBER = "number"
    BY_TELEPHONE = "by_telephone"
    WITHOUT_DEVICE = "without_device"
    WHERE_TO_GO = "where_to_go"
    IN_LIBRARY = "in_library"
    IN_MFC = "in_mfc"
    WHERE_TO_PRESS = "where_to_press"
    REFUSED = "refused"
    FRAUD = "fraud"
    CHILDREN = "children"
    FOR_ANOTHER = "for_another"
    ENTITLED = "entitled"
    WITHOUT_PAPER = "without_paper"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an answer: how it is asked for, and what tells it."""

    kind: SideKind
    asked: re.Pattern[str]
    told: re.Pattern[str]  # what a sentence that tells it has
    is_of_anything: bool = True  # asked of any thing: the answer above goes before an article of its own


@dataclass(frozen=True, slots=True)
class SideQuestion:
    """A short question: the side it names, if any, and its words besides."""

    side: Side | None
    words: tuple[str, ...]


def _side(kind: SideKind, asked: str, told: str, *, is_of_anything: bool = True) -> Side:
    return Side(kind, re.compile(rf"\b(?:{asked})"), re.compile(rf"(?:{told})"), is_of_anything)


_PAPER = r"паспорт|снилс|полис|свидетельств|справк|документ|инн\b|карт"
_CHILD = r"реб[её]н\w+|дет(?:ей|ям|и)|внук\w*|внуч\w+|сын\w*|доч\w+|подростк\w+|малыш\w*|несовершеннолетн\w+"
_ADULT = (
    r"мам\w*|матери|пап\w*|отц\w+|муж\w*|жен[аеуы]\w*|бабушк\w+|бабул\w+|дедушк\w+|"
    r"дед[ау]?|сестр\w+|брат\w*|родител\w+|"
    r"родственник\w*|сосед\w*|подруг\w+|тет\w+|дяд\w+|свекров\w+|тещ\w+"
)
_LED = r"(?:а|и|но|ну|это|если|можно|за|для|на|вместо|от|у|мо\w+|наш\w+|тоже)"
_SIDES = (
    _side(
        SideKind.PRICE,
        r"сколько (?:это |будет )?сто(?:ит|ить)|(?:это )?платн\w+|бесплатн\w+|сколько (?:надо )?(?:за)?платить|"
        r"сколько денег|какая цена|цена\b|поч[её]м\b|за деньги|(?:какая |сколько )?(?:гос)?пошлин\w+|"
        r"(?:надо|нужно) (?:за)?платить|дорого(?: ли| это)?\b|сколько берут",
        r"рубл|бесплатн|(?<!за)платн|пошлин|стоит\b|даром|не берут|платить не|платы не",
    ),
    _side(
        SideKind.TIME,
        r"сколько (?:это |надо |нужно |придется )?ждать|долго(?: ли)?(?: это| ждать|"
        r" делают| готов\w+| делается| оформля\w+)?"
        r"\s*$|сколько (?:времени )?(?:делают|делается|готов\w+|оформля\w+)|как(?:ой|ие) срок\w*|"
        r"сколько (?:это )?(?:по )?времени|за сколько|как долго|как быстро|быстро (?:сделают|делают|это)|"
        r"когда (?:\w+ )?(?:готов\w*|начин\w+|начал\w+|конча\w+|заканч\w+|прид[её]т|сделают|дадут|выдадут)|"
        r"(?:через )?сколько (?:по )?(?:дней|месяцев|недель)|до какого (?:числа|срока)|"
        r"с какого (?:числа|дня)|в какие сроки",
        r"\bдн(?:я|ей)\b|\bдень\b|недел|месяц|\bсрок|сразу (?:же|дают|выда|гото|сдела)|\bчас(?:а|ов)\b|суток|минут|"
        r"\b(?:с|до) \d+ (?:янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)",
    ),
    _side(
        SideKind.PAPERS,
        r"как(?:ие|ой|ую) (?:нужны |надо |нужно )?(?:документ|бумаг|справк)\w*|"
        r"что (?:взять|брать|нести|принести|с собой)"
        r"(?: с собой)?|что (?:нужно|надо) (?:взять|иметь|принести|с собой)|(?:документ|бумаг)\w* какие",
        r"паспорт|снилс|полис|документ|справк|свидетельств|сведени|заявление и",
    ),
    _side(
        SideKind.NUMBER,
        r"как(?:ой|ого) номер\w*|какой (?:у них )?телефон|куда (?:\w+ )?(?:по)?звонить|по какому (?:номеру|телефону)|"
        r"(?:номер|телефон) (?:телефона )?(?:какой|скажи\w*|дайте|подскаж\w+)|дайте (?:номер|телефон)",
        r"8[ -]?\(?\d{3}|\b1[012]\d\b",
    ),
    _side(
        SideKind.BY_TELEPHONE,
        r"(?:можно )?(?:по телефону|позвонить|звонком)(?: (?:можно|нельзя|сделать|решить))?(?: ли)?\W*$",
        r"позвон|по телефону|8[ -]?\(?\d{3}|\b1[012]\d\b",
    ),
    _side(
        SideKind.WITHOUT_DEVICE,
        r"без (?:смартфона|интернета|компьютера)|(?:нет|нету) (?:\w+ )?(?:смартфон|интернет|компьютер)\w*|"
        r"(?:смартфон|интернет|компьютер)\w* (?:\w+ )?(?:нет|нету)\b|кнопочн\w+|"
        r"не через интернет|лично можно|можно лично",
        r"нет (?:компьютер|смартфон|интернет|телефон)|без (?:компьютер|смартфон|интернет|"
        r"телефон)|мфц|лично|на бумаге|"
        r"компьютер есть",
        is_of_anything=False,
    ),
    _side(
        SideKind.WHERE_TO_GO,
        r"куда (?:\w+ )?(?:идти|ехать|обращаться|обратиться|нести|подавать|пойти)|"
        r"где (?:это )?(?:делают|оформля\w+|подавать|"
        r"подать|получить|получать|забрать|находится)\W*$|к кому (?:\w+ )?(?:обращаться|обратиться|идти)",
        r"мфц|соцфонд|соцзащит|налогов|библиотек|мвд|полици|\bбанк|загс|лично|офис|отделени|отдел\b|военкомат|"
        r"поликлиник|регистратур|управлени|придите|идите|обратитесь|в суд",
    ),
    _side(
        SideKind.IN_MFC,
        r"(?:можно )?(?:в|через) мфц(?: можно| сделать)?\W*$|мфц (?:можно|делает|примет)",
        r"мфц",
        is_of_anything=False,
    ),
    _side(
        SideKind.IN_LIBRARY,
        r"^(?:(?:а|и|это|можно|тоже) )*(?:у вас|в библиотеке|к вам)(?: это)?(?: можно| сделать| помогут| прийти)*$",
        r"в библиотек|библиотекар",
        is_of_anything=False,
    ),
    _side(
        SideKind.WHERE_TO_PRESS,
        r"где (?:это |там |тут |мне )?(?:наж\w+|найти|искать|кнопк\w+|раздел|вкладк\w+)|"
        r"куда (?:\w+ )?наж\w+|что наж\w+|"
        r"в како[мй] разделе?|как (?:туда|это) (?:зайти|найти|открыть)",
        r"раздел|нажмите|откройте|в поиске|наберите|выберите|войдите|кабинет|найдите|закажите",
    ),
    _side(
        SideKind.REFUSED,
        r"(?:если|а вдруг|почему) (?:мне |нам )?(?:отка\w+|не дали|не дадут)|отказали",
        r"отка[зж]|обжал|жалоб",
        is_of_anything=False,
    ),
    _side(
        SideKind.FRAUD,
        r"мошенник\w*|обман\w*|развод\b|не опасно|опасно ли|безопасно\b|это безопасно",
        r"мошенник|обман|не (?:говорите|называйте|сообщайте|отдавайте)|по ссылк|"
        r"положите трубку|не платите|деньги вперед",
    ),
    _side(
        SideKind.CHILDREN,
        rf"^(?:{_LED} )*(?:{_CHILD})(?: тоже| можно| как)*$",
        r"\bдет(?:и|ей|ям|ск)|ребен|до 1[48] лет|родител|новорожд|подрост|внук",
        is_of_anything=False,
    ),
    _side(
        SideKind.FOR_ANOTHER,
        rf"^(?:{_LED} )*(?:{_ADULT})(?: тоже| можно| как)*$|за другого|по доверенности|вместо меня",
        r"друг(?:ого|ому) человек|за (?:него|нее|вас)\b|доверенност|представител|родственник|близк|сопровожда",
        is_of_anything=False,
    ),
    _side(
        SideKind.ENTITLED,
        r"(?:кому|мне|нам|ей|ему|им) (?:это |тоже )?(?:положен\w*|полага\w+|дадут|дают)|"
        r"(?:положено|полагается) (?:ли )?"
        r"(?:мне|нам|ей|ему)|с какого возраста|со скольки(?: лет)?|до скольки лет|"
        r"мне \d\d\b|я (?:не )?работаю\W*$|с каких лет",
        r"\b\d\d лет|\d\d-ти|пенсионер|положен|неработающ|возраст|инвалид|получает тот|"
        r"\bдают,? (?:когда|тем|если)|имеет право|могут получить",
    ),
)
_NEEDED = r"\b(?:с|со|без|нет|возьмите|нуж(?:ен|на|но|ны)|предъяв\w+|покаж\w+|покажите|достаточно|данные|вместо)\b"
_WITHOUT = re.compile(rf"\b(?:без|нет|нету|потерял\w*|не взял\w*|забыл\w*)(?: у меня)? (?P<paper>{_PAPER})\w*")


def asked_of(text: str) -> SideQuestion | None:
    """The question, where it is short enough to lean on an answer."""
    said = " ".join(fold(text).strip(" ?!.,").split())
    if not said or len(said.split()) > LONGEST:
        return None
    without = _WITHOUT.search(said)
    if without:
        told = re.compile(rf"{_NEEDED}[^.]{{0,40}}\b{re.escape(without['paper'][:7])}")
        return SideQuestion(Side(SideKind.WITHOUT_PAPER, _WITHOUT, told), _besides(said, without))
    found = [(side, match) for side in _SIDES if (match := side.asked.search(said))]
    return SideQuestion(found[0][0] if found else None, _besides(said, *(match for _, match in found)))


def _besides(said: str, *matches: re.Match[str]) -> tuple[str, ...]:
    """The words that none of the matches has."""
    spans = [match.span() for match in matches]
    words = _WORD.finditer(said)
    return tuple(word[0] for word in words if not any(start <= word.start() < end for start, end in spans))
