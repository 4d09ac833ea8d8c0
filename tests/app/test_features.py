"""Every feature registers itself once: what it answers, tells and looks at has one owner."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

import bot
from bot.app.jobs import build_scheduler
from bot.app.services import by_name
from bot.handlers import all_features
from bot.handlers.all_features import FEATURES, ROUTES, renders_of_all
from bot.handlers.feature import Feature, Job, waking
from bot.outbox.notice import ANSWER, ANSWERED_LATE
from bot.screens.bot_commands import ADMIN_COMMANDS, COMMANDS, LIBRARIAN_COMMANDS
from tests.app.test_composition import is_a
from tests.stage import straight_stage

ROOT = Path(bot.__file__).parent
# As they stand in the outbox of a running bot: add, never change.
QUEUED_KINDS = {
    *("banner_ended", "banner_removed", "banner_shown", "due_articles"),
    *("answer", "answered_late", "booking_cancelled", "booking_made", "booking_moved", "change_came", "change_decided"),
    *("consultation_hours_set", "copy_failed", "day_ahead", "desk_lost", "figures_month", "figures_week", "hours_end"),
    *("librarian_joined", "librarian_left", "line_closed", "offer_passed", "place_offered", "question_answered"),
    *("question_came", "reminder_eve", "reminder_soon", "room_low", "time_back", "visit_called_off", "visit_displaced"),
    *("visit_moved", "visit_over", "visits_unmarked"),
}
BUILDERS = [(one.name, builder) for one in FEATURES for builder in (one.notices, one.jobs)]


def test_every_package_of_handlers_is_a_feature() -> None:
    packages = {file.parent.name for file in (ROOT / "handlers").glob("*/__init__.py")}

    assert {one.name for one in FEATURES} == packages


def test_a_handler_of_a_feature_lives_in_its_package() -> None:
    strangers = [
        (one.name, handler.__module__)
        for one in FEATURES
        for routes in one.all_routes
        for handler in routes.handlers
        if not handler.__module__.startswith(f"bot.handlers.{one.name}.")
    ]

    assert strangers == []


def test_every_command_of_the_menus_has_a_handler() -> None:
    assert (COMMANDS | LIBRARIAN_COMMANDS | ADMIN_COMMANDS).keys() - ROUTES.commands.keys() == set()


async def test_every_kind_of_notice_that_is_promised_has_one_feature_that_words_it(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        worded = renders_of_all(by_name(stage.app.stores, stage.app.services)).keys()

    assert worded | {ANSWER, ANSWERED_LATE} == set(promised_kinds())


def test_a_notice_queued_by_the_last_release_is_still_known() -> None:
    assert QUEUED_KINDS - set(promised_kinds()) == set()


@pytest.mark.parametrize(("name", "builder"), BUILDERS)
async def test_every_argument_of_a_builder_is_provided(name: str, builder: Callable[..., Any], tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        provided = by_name(stage.app.stores, stage.app.services)

    asked = {name: kind for name, kind in get_type_hints(builder).items() if name != "return"}
    wrong = {name for name, kind in asked.items() if name not in provided or not fits(type(provided[name]), kind)}
    assert wrong == set(), name


def test_two_features_cannot_word_the_same_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    async def silent(_: object) -> None: ...

    teller = Feature("one", notices=lambda: {"news": silent})
    monkeypatch.setattr(all_features, "FEATURES", (teller, replace(teller, name="two")))

    with pytest.raises(ValueError, match=r"told twice: \{'news'\}"):
        renders_of_all({})


def test_two_jobs_cannot_have_one_name() -> None:
    async def look() -> None: ...

    with pytest.raises(ValueError, match="two jobs of one name: room"):
        build_scheduler([Job("room", 1.0, look), Job("room", "* * * * *", look)])


async def test_every_job_runs_at_intervals_or_by_the_clock() -> None:
    run: list[str] = []

    async def at_intervals() -> None:
        run.append("at intervals")

    async def by_clock() -> None:
        run.append("by clock")

    jobs = Job("one", 5.0, at_intervals), Job("two", 60.0, at_intervals), Job("three", "* * * * *", by_clock)
    await build_scheduler(jobs).run_all_now()

    assert run == ["at intervals", "at intervals", "by clock"]


@pytest.mark.parametrize("promised", [True, False])
async def test_a_look_wakes_the_delivery_worker_where_it_has_promised_something(*, promised: bool) -> None:
    woken: list[bool] = []

    async def look() -> bool:
        return promised

    await waking(look, lambda: woken.append(True))()

    assert woken == [True] * promised


def fits(given: type, kind: Any) -> bool:
    return callable(given) if get_args(kind) else is_a(given, kind)


def promised_kinds() -> Iterator[str]:
    """The constants that the program gives to Notice, or to a function of its own that takes a kind."""
    trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file in ROOT.rglob("*.py") if _is_ours(file)}
    takers = {"Notice"} | {
        node.name
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and _takes_kind(node)
    }
    for file, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in takers:
                yield from _constants(node, file)


def _takes_kind(function: ast.FunctionDef) -> bool:
    return any(one.arg == "kind" and ast.unparse(one.annotation or one) == "str" for one in function.args.args)


def _is_ours(file: Path) -> bool:
    ours = {"banner", "booking", "maintenance", "outbox", "questions", "staff", "stats", "telegram"}
    return file.relative_to(ROOT).parts[0] in ours


def _constants(call: ast.Call, file: Path) -> Iterator[str]:
    module = import_module(".".join(("bot", *file.relative_to(ROOT).with_suffix("").parts)))
    for part in (node for value in (*call.args, *call.keywords) for node in ast.walk(value)):
        found = ast.unparse(part) if isinstance(part, ast.Name | ast.Attribute) else ""
        if found.rpartition(".")[2].isupper():
            value = module
            for name in found.split("."):
                value = getattr(value, name)
            if isinstance(value, str):
                yield value
