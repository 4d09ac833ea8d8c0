"""Each argument of each handler has a provider of the right type."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from aiogram import Bot
from aiogram.types import ChatMemberUpdated

from bot.conversation import Awaited, Wait
from bot.handlers import centres, day_codes, faq, membership
from bot.handlers.features import ROUTES
from bot.handlers.routes import Routes, together
from bot.handlers.talk import Talk
from bot.screens.action import Action
from bot.screens.menu import Menu
from bot.screens.odd import Odd
from bot.screens.packing import TAGS
from tests.telegram import straight_stage

WORDS = {"text": str, "marked": str, "link": str}
TOLD = {"talk": Talk, "bot": Bot, "awaited": Awaited, "lat": float, "lon": float, "attached": Odd} | WORDS
HANDLERS = sorted(
    {*ROUTES.handlers, day_codes.code, faq.question, centres.shared, membership.changed},
    key=lambda one: (one.__module__, one.__qualname__),
)


@pytest.mark.parametrize("handler", HANDLERS, ids=lambda handler: f"{handler.__module__}.{handler.__name__}")
async def test_every_argument_of_a_handler_is_provided(handler: Callable[..., Any], tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        provided = {name: type(value) for name, value in stage.app.dispatcher.workflow_data.items()}
        asked = {name: kind for name, kind in get_type_hints(handler).items() if name != "return"}

        missing = {name: kind for name, kind in asked.items() if not _fits(name, kind, provided)}

        assert missing == {}


def _fits(name: str, kind: type, provided: dict[str, type]) -> bool:
    if name == "action":
        return all(issubclass(one, Action) for one in get_args(kind) or (kind,))
    if name == "actions":
        (offered,) = (one for one in get_args(kind) if one is not Ellipsis)
        return all(issubclass(one, Action) for one in get_args(offered) or (offered,))
    if name == "event":
        return kind is ChatMemberUpdated
    # «awaited» is the store for those who set it, and what was awaited for those who answer it.
    wanted = next((one for one in get_args(kind) if one is not type(None)), kind)
    return any(_is_a(found[name], wanted) for found in (TOLD, provided) if name in found)


def _is_a(given: type, kind: type) -> bool:
    if getattr(kind, "_is_protocol", False):
        return all(hasattr(given, name) for name in vars(kind) if not name.startswith("_"))
    return issubclass(given, kind)


def test_every_action_has_a_handler() -> None:
    assert set(ROUTES.actions) == set(TAGS.values())


def test_every_menu_button_and_every_awaited_text_has_a_handler() -> None:
    assert set(ROUTES.menu) == set(Menu)
    assert set(ROUTES.awaited) == set(Wait) - {Wait.CHOICE, Wait.LEFT, Wait.NOTICE, Wait.DRAFT}


def test_handlers_of_actions_take_exactly_that_action() -> None:
    taken = {
        action: get_type_hints(handler).get("action", action)
        for action, handler in ROUTES.actions.items()
        if "action" in inspect.signature(handler).parameters
    }

    assert {action: kind for action, kind in taken.items() if action not in (get_args(kind) or (kind,))} == {}


def test_words_for_a_button_go_to_a_handler_of_that_button() -> None:
    taken = {action: get_args(get_type_hints(told.handler)["actions"])[0] for action, told in ROUTES.told.items()}

    assert {action: kind for action, kind in taken.items() if action not in (get_args(kind) or (kind,))} == {}


def test_two_features_cannot_answer_the_same_command() -> None:
    with pytest.raises(ValueError, match=r"answered twice: \{'faq'\}"):
        together(Routes(commands={"faq": faq.shelves}), Routes(commands={"faq": faq.question}))
