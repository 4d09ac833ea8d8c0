"""Name of an action → what it does."""

from inspect import isawaitable

from pydantic import ValidationError

from bot.sandbox.deeds import DeedRefused
from bot.sandbox.page import acting, attaching, directing
from bot.sandbox.page.stage import Stage
from bot.sandbox.wire import Json

ACTIONS: dict[str, type[acting.Act | directing.Direction]] = {
    "start": acting.Start,
    "say": acting.Say,
    "edit": acting.Edit,
    "press": acting.Press,
    "location": acting.Location,
    "move": acting.Move,
    "contact": acting.Contact,
    "document": attaching.Attachment,
    "photo": attaching.Photo,
    "voice": attaching.Voice,
    "sticker": acting.Sticker,
    "forward": acting.Forward,
    "delete": acting.Delete,
    "block": acting.Block,
    "unblock": acting.Unblock,
    "mute": acting.Mute,
    "unmute": acting.Unmute,
    "advance": directing.Advance,
    "limits": directing.SwitchLimits,
    "break": directing.Break,
    "mend": directing.Mend,
    "replay": directing.Replay,
    "inject": directing.Inject,
}


async def carry_out(stage: Stage, wish: Json) -> Json:
    """The event that answers the action: `done` or `refused`, with its `ref`."""
    ref = wish.get("ref")
    try:
        result = _read(wish).perform(stage)
        done = await result if isawaitable(result) else result
    except DeedRefused as refusal:
        return {"event": "refused", "ref": ref, "reason": str(refusal)}
    return {"event": "done", "ref": ref, "result": done}


def _read(wish: Json) -> acting.Act | directing.Direction:
    kind = ACTIONS.get(str(wish.get("action")))
    if kind is None:
        raise DeedRefused("Песочница не знает такого действия.")
    try:
        return kind.model_validate(wish)
    except ValidationError as fault:
        where = ", ".join(".".join(map(str, error["loc"])) for error in fault.errors(include_url=False))
        raise DeedRefused(f"Действие описано неверно: {where}.") from fault
