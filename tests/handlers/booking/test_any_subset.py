"""Whatever is known when a booking begins: only what is missing is asked, and exactly these facts are booked."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.booking.booking import Booking, Visitor
from bot.booking.draft import ORDER, BookingDraft, BookingStep
from bot.centres.centre import CentreId
from bot.handlers.booking import router
from bot.handlers.booking.context import Booker, BookingDialog, DraftView, Step
from bot.handlers.booking.drafts import prompted
from bot.people import Address
from bot.screens.booking.prompts import BookingPrompt
from bot.screens.prompt_data import pack_prompt, unpack_prompt
from tests.stage import IDS, StraightStage, straight_stage

ANNA = Booker(Address("telegram", IDS["anna"]), "Анна Петровна")
FRIDAY = date(2026, 11, 27)
WHOLE = BookingDraft("doctor", CentreId("ostrov"), FRIDAY, time(10, 30), Visitor("мама", for_other=True))
SAID = {
    BookingStep.TOPIC: "к врачу",
    BookingStep.PLACE: "Остров",
    BookingStep.DAY: "в пятницу",
    BookingStep.TIME: "10:30",
    BookingStep.VISITOR: "для мамы",
    BookingStep.CHECK: "да",
}
NAMES = [field.name for field in fields(BookingDraft)][: len(ORDER)]  # the rest is how a fact was said
STEP_OF = dict(zip(NAMES, ORDER, strict=True))
# Things known of a kind that a sentence may give, the visitor in both ways.
VISITORS = (WHOLE.visitor, Visitor("Анна Петровна"))


class Talked:
    """A talk at the steps, whose prompts are written and read as the store does."""

    def __init__(self, dialog: BookingDialog) -> None:
        self.dialog = dialog
        self.asked: list[BookingStep] = []
        self.last: Step

    async def begin(self, draft: BookingDraft) -> None:
        self.last = await router.ask(self.dialog, DraftView(draft, ANNA))

    async def answer(self) -> None:
        """Says what the step asks for."""
        prompt = self.prompt()
        view = prompted(self.dialog, ANNA, prompt)
        assert view
        self.asked.append(step := view.draft.next_step())
        heard = await router.hear(self.dialog, ANNA, prompt, SAID[step])
        assert heard, f"не понято: {SAID[step]}"
        self.last = heard

    def prompt(self) -> BookingPrompt:
        assert self.last.prompt
        kept = unpack_prompt(*pack_prompt(self.last.prompt))
        assert isinstance(kept, BookingPrompt)
        return kept


@dataclass(frozen=True, slots=True)
class Library:
    """One stage for all examples; each booking is cancelled after it was looked at."""

    runner: asyncio.Runner
    stage: StraightStage

    def talk(self, draft: BookingDraft) -> tuple[list[BookingStep], Booking]:
        """What was asked, and what was booked in the end."""
        return self.runner.run(self._talk(draft))

    async def _talk(self, draft: BookingDraft) -> tuple[list[BookingStep], Booking]:
        visits = self.stage.app.services.visits
        talked = Talked(visits.booking_dialog)
        await talked.begin(draft)
        while talked.last.prompt and len(talked.asked) < len(SAID):
            await talked.answer()
        (booking,) = await visits.booking.bookings_of(ANNA.person)
        await visits.booking.cancel(ANNA.person, booking.id)
        return talked.asked, booking


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with asyncio.Runner() as runner:
        opened = straight_stage(tmp_path_factory.mktemp("library"))
        stage = runner.run(opened.__aenter__())
        runner.run(stage.open_booking())
        yield Library(runner, stage)
        runner.run(opened.__aexit__(None, None, None))


@settings(max_examples=40, deadline=None)
@given(known=st.frozensets(st.sampled_from(NAMES)), visitor=st.sampled_from(VISITORS))
def test_from_any_subset_exactly_these_facts_are_booked(
    library: Library, known: frozenset[str], visitor: Visitor
) -> None:
    whole = replace(WHOLE, visitor=visitor if "visitor" in known else ANNA.visitor)
    draft = BookingDraft(**{name: getattr(whole, name) for name in known})

    asked, booking = library.talk(draft)

    assert asked == [*(step for name, step in STEP_OF.items() if name not in {*known, "visitor"}), BookingStep.CHECK]
    facts = (booking.topic, booking.centre, booking.starts_at.isoformat(), booking.visitor, booking.citizen)
    assert facts == ("doctor", "ostrov", "2026-11-27T07:30:00+00:00", whole.visitor, ANNA.person)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as built:
        await built.open_booking()
        yield built


async def test_a_whole_draft_goes_to_the_check_at_once(stage: StraightStage) -> None:
    talked = Talked(stage.app.services.visits.booking_dialog)

    await talked.begin(WHOLE)

    assert talked.last.screen.text.startswith("<b>Проверьте, всё ли верно</b>")
    assert "Когда: пятница, 27 ноября, 10:30\nКто придёт: мама" in talked.last.screen.text


async def test_what_is_wrong_with_a_whole_draft_is_said_with_other_times_that_keep_the_rest(
    stage: StraightStage,
) -> None:
    talked = Talked(stage.app.services.visits.booking_dialog)

    await talked.begin(replace(WHOLE, at=time(10, 15)))
    refused = talked.last
    await talked.answer()

    assert refused.screen.text.startswith("На это время записи нет.")
    assert talked.asked == [BookingStep.DAY]
    assert talked.last.screen.text.startswith("<b>Пятница, 27 ноября</b>")


async def test_a_day_without_an_hour_is_asked_for_an_hour_that_was_said_before(stage: StraightStage) -> None:
    talked = Talked(stage.app.services.visits.booking_dialog)

    await talked.begin(replace(WHOLE, day=None))
    shown = talked.last.screen.text
    await talked.answer()

    assert shown.startswith("<b>Когда свободно в 10:30</b>")
    assert talked.last.screen.text.startswith("<b>Проверьте, всё ли верно</b>")
