"""Each argument of each handler has a provider of the right type."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from aiogram.types import ChatMemberUpdated

from bot.dialog_state import Prompt
from bot.handlers.acts import choice
from bot.handlers.acts.choice import ServeActs
from bot.handlers.all_features import ROUTES
from bot.handlers.centres import centres
from bot.handlers.faq import answers, browsing
from bot.handlers.librarian_day import find_by_code
from bot.handlers.routes import Routes, together
from bot.handlers.talk import Talk
from bot.screens.action import Action
from bot.screens.callback_data import TAGS
from bot.screens.home.unsupported import UnsupportedKind
from bot.screens.menu import Menu, StaffMenu
from bot.screens.prompt_data import STEPS
from bot.telegram import chat_members
from bot.understanding.acts import Act
from tests.stage import straight_stage

WORDS = {"text": str, "marked": str, "link": str}
TOLD = {
    "talk": Talk,
    "lat": float,
    "lon": float,
    "attached": UnsupportedKind,
    "act": Act,
    "acts": Act,
    "choice": Act,
    "faq_acts": Act,
    "serve": ServeActs,
} | WORDS
HANDLERS = sorted(
    {
        *ROUTES.handlers,
        choice.ask_which,
        choice.ask_whose,
        choice.name_rest,
        find_by_code.code,
        answers.question,
        centres.shared,
        chat_members.changed,
    },
    key=lambda one: (one.__module__, one.__qualname__),
)


async def test_every_argument_of_a_handler_is_provided(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        provided = {name: type(value) for name, value in stage.app.edge.dispatcher.workflow_data.items()}

    missing = {f"{one.__module__}.{one.__qualname__}": _missing(one, provided) for one in HANDLERS}

    assert {handler: names for handler, names in missing.items() if names} == {}


def _missing(handler: Callable[..., Any], provided: dict[str, type]) -> dict[str, type]:
    asked = {name: kind for name, kind in get_type_hints(handler).items() if name != "return"}
    return {name: kind for name, kind in asked.items() if not _fits(name, kind, provided)}


def _fits(name: str, kind: type, provided: dict[str, type]) -> bool:
    if name == "action":
        return all(issubclass(one, Action) for one in get_args(kind) or (kind,))
    if name == "actions":
        (offered,) = (kind_ for kind_ in get_args(kind) if kind_ is not Ellipsis)
        return all(issubclass(one, Action) for one in get_args(offered) or (offered,))
    if name == "prompt":
        return all(issubclass(one, Prompt) for one in get_args(kind) or (kind,))
    if name == "event":
        return kind is ChatMemberUpdated
    wanted = next((one for one in get_args(kind) if one is not type(None)), kind)
    return any(is_a(found[name], wanted) for found in (TOLD, provided) if name in found)


def is_a(given: type, kind: type) -> bool:
    if getattr(kind, "_is_protocol", False):
        return all(hasattr(given, name) for name in vars(kind) if not name.startswith("_"))
    return issubclass(given, kind)


def test_every_action_has_a_handler() -> None:
    assert set(ROUTES.actions) == set(TAGS.values())


@pytest.mark.parametrize("prompt", ROUTES.awaited, ids=lambda kind: kind.__name__)
def test_the_handler_of_a_prompt_takes_its_kind(prompt: type[Prompt]) -> None:
    wanted = get_type_hints(ROUTES.awaited[prompt]).get("prompt", prompt)

    assert prompt in (get_args(wanted) or (wanted,))


def test_every_menu_button_and_every_prompt_has_a_handler() -> None:
    assert set(ROUTES.menu) == {*Menu, *StaffMenu}
    assert set(ROUTES.awaited) == {kind for kind in STEPS.values() if kind.rule.awaits_words}


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
        together(Routes(commands={"faq": browsing.shelves}), Routes(commands={"faq": answers.question}))
