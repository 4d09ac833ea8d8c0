"""Short answers to the bot's last question; words that say more than that are weighed as something new."""

from datetime import datetime

from bot.understanding import assent
from bot.understanding.acts import Act, ActName, Slots
from bot.understanding.extractors.said_numbers import chosen_line
from bot.understanding.knowledge import Knowledge, MessageReading
from bot.understanding.reply import Reply
from bot.understanding.step_replies import BY_KIND, fills
from bot.understanding.turns import FOR_OTHERS, AskedFor, Turns

_CHOOSING = frozenset(
    {AskedFor.TOPIC, AskedFor.PLACE_TO_BOOK, AskedFor.LINE, AskedFor.DAY, AskedFor.TIME, AskedFor.NAME}
)
_LEAVABLE = frozenset(AskedFor) - {AskedFor.REMINDER, AskedFor.VISIT, AskedFor.HELPED}
_ANY_WORDS = FOR_OTHERS | {AskedFor.WORDS}
_DECIDING = frozenset({AskedFor.CHECK, AskedFor.YES_NO, AskedFor.HELPED, AskedFor.NO_FREE_TIME, AskedFor.LINE})


def reply_to(reading: MessageReading, turns: Turns, now: datetime, knowledge: Knowledge) -> tuple[Act, ...]:
    """The acts by which the words answer the last question; none where they are something new."""
    if turns.asked is None:
        return ()
    reply = Reply(reading, turns, now, knowledge)
    readers = (_leaves, _decides, _chooses, BY_KIND.get(turns.asked))
    return next((acts for read in readers if read and (acts := read(reply))), ())


def _leaves(reply: Reply) -> tuple[Act, ...]:
    if reply.turns.asked not in _LEAVABLE or "?" in reply.reading.text or reply.reading.evidence.times:
        return ()
    is_left = assent.is_leaving(reply.words, wholly=reply.turns.asked in _ANY_WORDS)
    return (Act(ActName.STOP),) if is_left else ()


def _asked_deeds(reply: Reply) -> tuple[str, ...]:
    """The verbs of the buttons that agree: «стереть» of «Да, стереть»; a booking is also agreed to by «запишите»."""
    if reply.turns.asked not in {AskedFor.YES_NO, AskedFor.CHECK}:
        return ()
    labels = [_bare(option).replace(",", "").split() for option in reply.turns.options]
    found = tuple(label[1] for label in labels if len(label) > 1 and label[0] == "да")
    return (*found, "записать") if reply.turns.asked is AskedFor.CHECK else found


def _decides(reply: Reply) -> tuple[Act, ...]:
    if reply.turns.asked not in _DECIDING or "?" in reply.reading.text:
        return ()
    if assent.is_yes(reply.words, _asked_deeds(reply)):
        return (Act(ActName.YES),)
    if reply.turns.asked is AskedFor.CHECK and assent.begins_yes(reply.words) and reply.reading.evidence.for_whom:
        return (Act(ActName.YES), *fills("for_whom")(reply))
    if not assent.is_no(reply.words):
        return ()
    return (Act(ActName.NOT_HELPED if reply.turns.asked is AskedFor.HELPED else ActName.NO),)


def _chooses(reply: Reply) -> tuple[Act, ...]:
    turns, evidence = reply.turns, reply.reading.evidence
    if turns.asked not in _CHOOSING or not turns.options or "#time" in evidence.tags:
        return ()
    said = " ".join(reply.words)
    same = [at for at, option in enumerate(turns.options, 1) if said and said == _bare(option)]
    number = same[0] if same else chosen_line(evidence, turns.options)
    if number is None or number > len(turns.options):
        return ()
    return (Act(ActName.CHOOSE, Slots(n=number)),)


def _bare(option: str) -> str:
    return " ".join(option.casefold().replace("ё", "е").strip(" .!?").split())
