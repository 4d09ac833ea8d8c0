"""Turns the words of earlier messages into kinds of prompt, for the command `understand` alone.

The running bot knows what it asked and showed; nothing of it is ever guessed from text there.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.russian.time.doubts import Unsure
from bot.russian.time.visits import read_when
from bot.understanding.acts import SpeakerRole
from bot.understanding.extractors.evidence import Evidence
from bot.understanding.knowledge import Knowledge
from bot.understanding.turns import AskedFor, OwnVisit, Turns

# The last sentence that one of these finds tells what is awaited; the first line that fits a sentence decides.
_PROMPTS: Sequence[tuple[AskedFor, re.Pattern[str]]] = tuple(
    (asked, re.compile(pattern, re.IGNORECASE))
    for asked, pattern in (
        (AskedFor.REMINDER, r"вы прид[её]те|^напоминаю|\bждут в библиотеке"),
        (
            AskedFor.NEW_TIME,
            r"на какое (?:другое )?время (?:перенести|записать)|когда вам удобнее|на какой день перенести",
        ),
        (AskedFor.DAY, r"когда (?:вам )?(?:удобно|прийти)|какой день|выберите день"),
        (AskedFor.TIME, r"во сколько|какое время|в котором часу|выберите время|свободно:"),
        (AskedFor.PLACE_TO_BOOK, r"куда (?:вам )?(?:удобно )?прийти|в какую библиотеку|где вам удобно"),
        (
            AskedFor.PLACE_TO_FIND,
            r"(?:напишите|назовите|укажите) (?:город|пос[её]лок|дерев|место)|где вы жив[её]те|понял так:",
        ),
        (AskedFor.TOPIC, r"что нужно сделать|с чем помочь|какая тема|выберите тему|о ч[её]м"),
        (AskedFor.NAME, r"как (?:к вам )?обращаться|как вас зовут|напишите имя|на чь[её] имя"),
        (AskedFor.CHECK, r"^проверьте|записать(?: вас)?[^.?]*\?"),
        (AskedFor.LINE, r"вы имели в виду|что именно|выберите (?:номер|строку)|напишите номер|какую из них"),
        (AskedFor.ANSWER, r"^вопрос №|напишите ответ"),
        (AskedFor.QUESTION, r"напишите (?:ваш |свой )?вопрос,|опишите .*вопрос|что передать библиотекарю"),
        (AskedFor.HOURS, r"часы приема|часы приёма|часы работы .*постав|какие часы"),
        (AskedFor.CLOSING, r"^закрыть|когда закрыть|какие дни закрыть|что закрыть"),
        (AskedFor.PERIOD, r"за какой период|какой период|за какое время отч"),
        (AskedFor.HELPED, r"помогло|помогли"),
        (AskedFor.YES_NO, r"\?\s*$"),
    )
)
_NO_TIME = re.compile(r"свободного времени .*нет|вс[её] занято|нет свободн|мест нет|свободно только", re.IGNORECASE)
_OPTION = re.compile(r"(?<![0-9.:])([1-9])[.)]\s+(.+?)(?=\s*(?<![0-9.:])[1-9][.)]\s|$)", re.DOTALL)
_CLOCKS = re.compile(r"\b[0-9]{1,2}:[0-9]{2}\b")
_SENTENCE = re.compile(r"[^.?!]*(?:[0-9]\.[^.?!]*)*[.?!]?")
_VISIT = re.compile(
    r"(?:Вы записаны|Ваша запись|Запись отменена|Перенес[её]но|Напоминаю|Ваши записи)[:,]?\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_CARD = re.compile(r"\b(?:Адрес|Открыто|Тел\.|Часы работы)\b|^МФЦ,")
_NO_ANSWER = re.compile(
    r"не наш[её]л|слушаю вас|напишите вопрос словами|переда[лм] ваш вопрос|^здравствуйте|вам плохо", re.IGNORECASE
)

Turn = Mapping[str, str]


def turns_of(before: Sequence[Turn], role: SpeakerRole, knowledge: Knowledge, now: datetime) -> Turns:
    """The talk so far, out of the words of both sides."""
    said = [turn for turn in before if turn.get("who") == "bot"]
    if not said:
        return Turns(role=role)
    last = said[-1]["text"]
    at = max(place for place, turn in enumerate(before) if turn is said[-1])
    question = next((turn["text"] for turn in reversed(before[:at]) if turn.get("who") == "user"), "")
    own = tuple(_visits(last, knowledge, now))
    asked = _asked(last) or (AskedFor.VISIT if own else None)
    card = _place(last, knowledge, now) if _CARD.search(last) else None
    is_other = bool(own or card or _is_prompt(asked) or _NO_ANSWER.search(last))
    is_other |= asked is AskedFor.YES_NO and not question
    articles = () if is_other else _articles(question, last, knowledge)
    if asked is None and (articles or "не наш" in last.casefold()):
        asked = AskedFor.HELPED
    place = card or (
        _place(last, knowledge, now) if asked in {AskedFor.REMINDER, AskedFor.HELPED} and not articles else None
    )
    return Turns(
        role=role,
        asked=asked,
        options=_options(last, asked),
        shown_articles=articles,
        shown_centre=place,
        last_question=question if articles else "",
        own=own,
    )


def _is_prompt(asked: AskedFor | None) -> bool:
    return asked not in {None, AskedFor.HELPED, AskedFor.YES_NO}


def _asked(text: str) -> AskedFor | None:
    sentences = [sentence.strip() for sentence in _SENTENCE.findall(text) if sentence.strip()]
    if _NO_TIME.search(text):
        return AskedFor.NO_FREE_TIME
    if re.match("вопрос №", text, re.IGNORECASE):
        return AskedFor.ANSWER
    for sentence in reversed(sentences):
        for asked, pattern in _PROMPTS:
            if pattern.search(sentence):
                return asked
    return None


def _options(text: str, asked: AskedFor | None) -> tuple[str, ...]:
    numbered = tuple(found[1].strip(" .") for found in _OPTION.findall(text))
    if numbered:
        return numbered
    if asked is AskedFor.TIME:
        return tuple(_CLOCKS.findall(text))
    questions = re.findall(r"[^.?!]*\?", text)
    # The button that agrees says what was asked: «Да, отменить».
    return (f"Да, {questions[-1].strip(' ?')}",) if questions and asked is AskedFor.YES_NO else ()


def _visits(text: str, knowledge: Knowledge, now: datetime) -> list[OwnVisit]:
    """The visits that the message shows."""
    shown = _VISIT.match(text)
    if not shown:
        return []
    lines = [found[1] for found in _OPTION.findall(shown[1])] or [shown[1]]
    return [visit for line in lines if (visit := _visit(line, knowledge, now))]


def _visit(line: str, knowledge: Knowledge, now: datetime) -> OwnVisit | None:
    parts = [part.strip() for part in re.split(r"[.?]\s|[,.]\s?(?=\D)", line) if part.strip()]
    for end in range(min(len(parts), 3), 0, -1):
        wish = read_when(", ".join(parts[:end]), now)
        if not isinstance(wish, Unsure) and wish.day:
            starts = datetime.combine(wish.day, wish.at or now.time(), now.tzinfo)
            return OwnVisit(starts, _place(line, knowledge, now) or "", "")
    return None


def _place(text: str, knowledge: Knowledge, now: datetime) -> str | None:
    match = Evidence(text, now, knowledge.places).place
    return match.places[0].name if match.places else None


def _articles(question: str, answer: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The articles that the answer shows: that of its title or first line, else what the question finds."""
    folded = answer.casefold()
    named = [one.id for one in knowledge.engine.articles if folded.startswith((one.title.casefold(), _first(one.body)))]
    hits = knowledge.engine.read(question or answer).hits
    return tuple(dict.fromkeys([*map(str, named[:1]), *(str(hit.article) for hit in hits[:1])]))


def _first(body: str) -> str:
    return body.split("\n", 1)[0].casefold() or "\0"
