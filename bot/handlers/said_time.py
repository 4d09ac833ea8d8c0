"""The time that an act carries, as the steps that ask for a time know it."""

from datetime import datetime

from bot.russian.time.clocks import OF_PART
from bot.russian.time.doubts import Unsure
from bot.russian.time.values import Days, Stretch, TimeWish
from bot.russian.time.visits import read_when
from bot.understanding.acts import Act, Slots

_UNSURE = "unsure: "  # a reason of an act: words of time that contradict each other


def wish_of(slots: Slots) -> TimeWish | None:
    """The day, the hour or the part of the day that was said; None where nothing was said of a time."""
    since, until = OF_PART[slots.part] if slots.part else (None, None)
    stretch = Stretch.of(slots.day) if slots.day else Stretch(slots.dates[0], slots.dates[-1]) if slots.dates else None
    if stretch is None and slots.at is None and slots.part is None:
        return None
    return TimeWish(Days((stretch,)) if stretch else None, slots.at, since, until)


def unsure_time(act: Act, now: datetime) -> Unsure | None:
    """What is wrong with the words of time: «завтра в субботу»; `now` is a local time."""
    words = (reason.removeprefix(_UNSURE) for reason in act.reasons if reason.startswith(_UNSURE))
    return next((read for said in words if isinstance(read := read_when(said, now), Unsure)), None)
