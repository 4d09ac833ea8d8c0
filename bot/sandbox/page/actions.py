"""Name of an action → what it does."""

from inspect import isawaitable

from pydantic import ValidationError

from bot.sandbox.json_types import Json
from bot.sandbox.page import control_actions, person_actions, topic_actions, uploads
from bot.sandbox.page.clock_control import ClockControl
from bot.sandbox.user_actions import ActionRefused

ACTIONS: dict[str, type[person_actions.PersonAction | control_actions.ControlAction]] = {
    "start": person_actions.Start,
    "say": person_actions.Say,
    "edit": person_actions.Edit,
    "press": person_actions.PressButton,
    "location": person_actions.Location,
    "move": person_actions.Move,
    "contact": person_actions.Contact,
    "document": uploads.Attachment,
    "photo": uploads.Photo,
    "voice": uploads.Voice,
    "sticker": person_actions.Sticker,
    "forward": person_actions.Forward,
    "delete": person_actions.Delete,
    "block": person_actions.Block,
    "unblock": person_actions.Unblock,
    "mute": person_actions.Mute,
    "unmute": person_actions.Unmute,
    "open_topic": topic_actions.OpenTopic,
    "close_topic": topic_actions.CloseTopic,
    "reopen_topic": topic_actions.ReopenTopic,
    "advance": control_actions.Advance,
    "limits": control_actions.SwitchLimits,
    "break": control_actions.Break,
    "mend": control_actions.Mend,
    "replay": control_actions.Replay,
    "inject": control_actions.Inject,
}


async def perform_action(control: ClockControl, wish: Json) -> Json:
    """The event that answers the action: `done` or `refused`, with its `ref`."""
    ref = wish.get("ref")
    try:
        result = _read(wish).perform(control)
        done = await result if isawaitable(result) else result
    except ActionRefused as refusal:
        return {"event": "refused", "ref": ref, "reason": str(refusal)}
    return {"event": "done", "ref": ref, "result": done}


def _read(wish: Json) -> person_actions.PersonAction | control_actions.ControlAction:
    kind = ACTIONS.get(str(wish.get("action")))
    if kind is None:
        raise ActionRefused("Песочница не знает такого действия.")
    try:
        return kind.model_validate(wish)
    except ValidationError as fault:
        where = ", ".join(".".join(map(str, error["loc"])) for error in fault.errors(include_url=False))
        raise ActionRefused(f"Действие описано неверно: {where}.") from fault
