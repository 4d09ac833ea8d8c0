"""The centre that a wish of somebody who works here is about: the one that was said, the only one, or asked for."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.centres.centre import Centre
from bot.handlers.acts.choice import keep_readings
from bot.handlers.talk import Talk
from bot.screens.acts import which_centre as screens
from bot.understanding.acts import Act, Slots


async def centre_of(talk: Talk, act: Act, text: str, centres: Sequence[Centre]) -> Centre | None:
    """One of these centres; None where it was asked which, and what was said is kept for the answer."""
    said = [one for one in centres if _is_said(one, act.slots)] or list(centres)
    if len(said) == 1:
        return said[0]
    if not said:
        await talk.reply(screens.none_here())
    elif len(said) > screens.CENTRES_SHOWN:
        await talk.reply(screens.say_which())
    else:
        acts = [replace(act, slots=replace(act.slots, centre=one.id)) for one in said]
        await talk.reply(screens.which(said, (await keep_readings(talk, text, acts)).sign))
    return None


def own_or_all(slots: Slots, own: Sequence[Centre], others: Callable[[], Sequence[Centre]]) -> Sequence[Centre]:
    """Where the person works, unless another place was said: an admin acts anywhere."""
    is_elsewhere = bool(slots.centre or slots.place) and not any(_is_said(one, slots) for one in own)
    return others() if is_elsewhere or not own else own


def _is_said(centre: Centre, slots: Slots) -> bool:
    if slots.centre:
        return centre.id == slots.centre
    return slots.place is not None and slots.place in {centre.settlement, centre.short_name}
