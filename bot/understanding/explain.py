"""Why a message was understood as it was, for the people who keep the acts and the articles."""

from collections.abc import Iterator
from datetime import datetime

from bot.faq.search.text_cleaner import words_of
from bot.russian.morphology import russian
from bot.russian.time.doubts import Unsure
from bot.understanding.act_files.act_entry import ActEntry
from bot.understanding.acts import Act, ActName, Understood
from bot.understanding.decide import MARGIN, understand
from bot.understanding.knowledge import FAQ, Knowledge, MessageReading
from bot.understanding.pieces import Heard, pieces_of, weighed
from bot.understanding.replies import reply_to
from bot.understanding.turns import IN_A_FORM, Turns
from bot.understanding.weighing import Weighed

_SHOWN, _FEATURES = 3, 5


def explain(text: str, turns: Turns, now: datetime, knowledge: Knowledge) -> str:
    """All that the decision rests on, line by line."""
    return "\n".join(_lines(text, turns, now, knowledge))


def _lines(text: str, turns: Turns, now: datetime, knowledge: Knowledge) -> Iterator[str]:
    reading = knowledge.read(text, now)
    yield "Прочитано: " + (" ".join(reading.search.cleaned.words) or "ни одного слова")
    yield from _evidence(reading)
    yield from _question(reading, turns, now, knowledge)
    threat = knowledge.look(text, is_reply=turns.asked in IN_A_FORM)
    yield f"Опасность: {threat.kind}, {threat.level}" if threat else "Опасность: нет"
    for heard in pieces_of(text, turns, now, knowledge) or [weighed(reading, turns, knowledge)]:
        yield from _piece(heard, knowledge)
    yield from _decision(understand(text, turns, now, knowledge))


def _evidence(reading: MessageReading) -> Iterator[str]:
    evidence = reading.evidence
    if evidence.place.places:
        yield "  место: " + ", ".join(place.name for place in evidence.place.places)
    for said in evidence.times:
        doubt = f" — спросить: {said.wish.doubt}" if isinstance(said.wish, Unsure) else ""
        yield f"  время: «{said.text}»" + (" — от него уходят" if said.is_left else "") + doubt
    found = {"тема": evidence.topic and evidence.topic[0], "для кого": evidence.for_whom, "имя": evidence.name}
    found |= {"код": evidence.code, "числа": ", ".join(map(str, evidence.numbers))}
    yield from (f"  {name}: {value}" for name, value in found.items() if value)


def _question(reading: MessageReading, turns: Turns, now: datetime, knowledge: Knowledge) -> Iterator[str]:
    if turns.asked is None:
        yield "Последний вопрос: нет"
        return
    claimed = reply_to(reading, turns, now, knowledge)
    told = "; ".join(map(_told, claimed)) if claimed else "не о нём, взвешиваем как новое"
    yield f"Последний вопрос: {turns.asked}: {told}"


def _piece(heard: Heard, knowledge: Knowledge) -> Iterator[str]:
    yield f"«{heard.reading.text}»"
    for place, one in enumerate(heard.weighed[:_SHOWN], 1):
        terms = ", ".join(f"{name} {value:+.2f}" for name, value in one.terms.items())
        yield f"{place}. {one.name} {one.total:.2f} = {terms}"
        yield from _nearest(one, heard, knowledge)
    yield f"  отрыв {heard.margin:.2f} (выбор из двух, если меньше {MARGIN})"


def _nearest(one: Weighed, heard: Heard, knowledge: Knowledge) -> Iterator[str]:
    if one.entry is None:
        yield "   статьи: " + ", ".join(f"{hit.article} {hit.score:.2f}" for hit in heard.reading.search.hits[:_SHOWN])
    else:
        yield f"   ближе всего «{_wording(one.entry, heard.reading)}»"
    linear = knowledge.learned.linear
    class_ = FAQ if one.entry is None else one.entry.id
    if linear and class_ in linear.classes:
        shares = linear.heaviest(heard.reading.features, class_, _FEATURES)
        yield "   " + ", ".join(f"{feature} {share:+.2f}" for feature, share in shares)


def _wording(entry: ActEntry, reading: MessageReading) -> str:
    """The wording that shares most dictionary forms with the message."""
    lemmas = russian().lemmas

    def shared(wording: str) -> float:
        forms = {form for word in words_of(wording) for form in lemmas(word)}
        return len(forms & reading.lemmas) / (len(forms | reading.lemmas) or 1)

    return max(entry.wordings, key=shared)


def _decision(understood: Understood) -> Iterator[str]:
    yield "Решено: " + "; ".join(map(_told, understood.acts))
    if understood.choice:
        yield "Спросить, что из двух: " + " или ".join(str(act.name) for act in understood.choice)
    if understood.unread:
        yield "Не понято слов: " + ", ".join(understood.unread)


def _told(act: Act) -> str:
    record = act.as_record()
    slots = ", ".join(f"{name}={value}" for name, value in record.items() if name != "act")
    return f"{ActName(str(record['act']))}" + (f" ({slots})" if slots else "")
