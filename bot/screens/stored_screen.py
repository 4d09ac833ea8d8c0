"""A screen as text, for one that is owed and said later."""

import json
from base64 import b64decode, b64encode
from dataclasses import fields
from typing import Any

from bot.screens.action import Action
from bot.screens.callback_data import pack, unpack
from bot.screens.screen import (
    Attached,
    Button,
    CarriedFiles,
    CarriedVoice,
    ContactCard,
    LinkButton,
    Paper,
    Picture,
    Pin,
    Row,
    Screen,
)

_ATTACHED = {kind.__name__: kind for kind in (Pin, ContactCard, Paper, Picture, CarriedVoice, CarriedFiles)}


def dump_screen(screen: Screen) -> str:
    """Writes the screen as JSON."""
    return json.dumps(
        {
            "text": screen.text,
            "rows": [[_dump_button(button) for button in row] for row in screen.rows],
            "menu": screen.menu,
            "asks_place": screen.asks_place,
            "before": screen.before,
            "choices": [pack(action) for action in screen.choices],
            "keeps_numbers": screen.keeps_numbers,
            "for_presser": screen.for_presser,
            "forum_topic": screen.forum_topic,
            "attached": _dump_attached(screen.attached) if screen.attached else None,
        }
    )


def load_screen(text: str) -> Screen:
    """The screen again; a button that this version does not know is left out."""
    values = json.loads(text)
    rows: list[Row] = [tuple(filter(None, map(_load_button, row))) for row in values["rows"]]
    return Screen(
        values["text"],
        tuple(row for row in rows if row),
        menu=values["menu"],
        asks_place=values["asks_place"],
        before=tuple(values["before"]),
        choices=_load_choices(values["choices"]),
        keeps_numbers=values["keeps_numbers"],
        for_presser=values.get("for_presser", False),
        forum_topic=values.get("forum_topic"),  # rows of earlier versions have none
        attached=_load_attached(values["attached"]) if values["attached"] else None,
    )


def _dump_button(button: Button | LinkButton) -> list[str]:
    match button:
        case Button(label, action):
            return ["action", label, pack(action)]
        case LinkButton(label, url):
            return ["link", label, url]


def _load_button(values: list[str]) -> Button | LinkButton | None:
    kind, label, target = values
    if kind == "link":
        return LinkButton(label, target)
    action = unpack(target)
    return Button(label, action) if action else None


def _load_choices(packed: list[str]) -> tuple[Action, ...]:
    """All or none: without one of them the others would get wrong numbers."""
    actions = [unpack(one) for one in packed]
    return () if None in actions else tuple(action for action in actions if action)


def _dump_attached(attached: Attached) -> dict[str, Any]:
    values = {field.name: getattr(attached, field.name) for field in fields(attached)}
    plain = {name: b64encode(value).decode() if isinstance(value, bytes) else value for name, value in values.items()}
    return {"kind": type(attached).__name__, **plain}


def _load_attached(values: dict[str, Any]) -> Attached:
    kind = _ATTACHED[values.pop("kind")]
    if "content" in values:
        values["content"] = b64decode(values["content"])
    if "messages" in values:
        values["messages"] = tuple(values["messages"])
    return kind(**values)
