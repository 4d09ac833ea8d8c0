"""The words of closing, of hours of booking and of a group at the desk."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.booking.booking import (
    Booking,
    BookingId,
    BookingState,
    Closure,
    ClosureId,
    Interval,
    Origin,
    Slot,
    VisitCode,
    Visitor,
)
from bot.booking.closures.call_list import Call
from bot.booking.closures.closure_service import Closed
from bot.booking.closures.hours_preview import HoursPreview
from bot.booking.refusals import NotYours
from bot.centres.card_edits import CardPart, UnclearChangeError
from bot.centres.hours.hours_doubt import HoursDoubt, UnclearHoursError
from bot.centres.hours.typed_consultations import Limit
from bot.people import Address
from bot.screens.centre_edits import consultation_hours
from bot.screens.closures import closures, previews
from bot.screens.closures.text import span
from bot.screens.staff import group_chats
from bot.staff.card_edit import CardEdit, ChangeId
from bot.staff.group_chats import GroupChat
from tests.booking.reading_room import ANNA, LIBRARIAN, LIPKI, local, reading_room

NOW = local("2026-11-24 12:00")
CENTRE = reading_room()
DAY = Interval(local("2026-11-25 00:00"), local("2026-11-26 00:00"))
TEN = local("2026-11-25 10:00")


def visit(citizen: Address | None = ANNA, called: str = "Анна") -> Booking:
    return Booking(
        id=BookingId(1),
        code=VisitCode("КМ47"),
        centre=LIPKI,
        topic="passport",
        citizen=citizen,
        visitor=Visitor(called),
        origin=Origin.CHAT,
        starts_at=TEN,
        ends_at=TEN + timedelta(minutes=30),
        free_at=TEN + timedelta(minutes=30),
        state=BookingState.BOOKED,
        made_at=NOW,
    )


def met(*displaced: Booking, reached: bool = True) -> tuple[Call, ...]:
    return tuple(Call(one, reached and one.citizen is not None) for one in displaced)


def closed(*people: Call) -> str:
    closure = Closure(ClosureId(1), LIPKI, DAY, None, LIBRARIAN, NOW)
    return closures.closed(Closed(closure, tuple(one.booking for one in people)), people, CENTRE, len(people)).text


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2026-11-25 00:00", "2026-11-26 00:00", "среда, 25 ноября, весь день"),
        ("2026-12-01 00:00", "2026-12-06 00:00", "вторник, 1 декабря — суббота, 5 декабря, все дни"),
        ("2026-11-26 14:00", "2026-11-26 16:00", "четверг, 26 ноября, с 14:00 до 16:00"),
        ("2026-11-26 14:00", "2026-11-27 00:00", "четверг, 26 ноября, с 14:00 до конца дня"),
        ("2026-11-26 00:00", "2026-11-26 12:00", "четверг, 26 ноября, до 12:00"),
        ("2026-11-26 14:00", "2026-11-27 12:00", "четверг, 26 ноября, 14:00 — пятница, 27 ноября, 12:00"),
    ],
)
def test_hours_are_told_in_full(start: str, end: str, words: str) -> None:
    assert span(Interval(local(start), local(end)), CENTRE) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "На это время никто не записан."),
        (1, "Записан 1 человек: 10:00 Анна. Предложу другое время, до трёх на выбор."),
        (2, "Записаны 2 человека: 10:00 Анна, 10:00 Анна. Каждому предложу другое время, до трёх на выбор."),
        (
            5,
            "Записано 5 человек: "
            + ", ".join(["10:00 Анна"] * 5)
            + ". Каждому предложу другое время, до трёх на выбор.",
        ),
    ],
)
def test_a_preview_counts_people_as_one_speaks(count: int, words: str) -> None:
    assert previews.preview(CENTRE, DAY, met(visit()) * count).text.endswith(words)


def test_of_many_the_first_are_named_and_markup_is_harmless() -> None:
    text = previews.preview(CENTRE, DAY, met(visit(called="<b>")) * 12).text

    assert "&lt;b&gt; и ещё 2." in text


def test_those_booked_by_phone_are_to_be_called() -> None:
    assert closed(*met(visit(), visit(None))).endswith(
        "Я предложил другое время: 1 человеку. Кто не ответит, останется в списке «Кому позвонить».\n\n"
        "По телефону записано: 1 человек. Написать туда я не могу, позвоните."
    )
    assert "предложил" not in closed(*met(visit(None)))


def test_nobody_is_promised_a_message_who_stopped_the_bot() -> None:
    people = (*met(visit()), *met(visit(called="Борис"), reached=False), *met(visit(None, "Пётр")))

    before, after = previews.preview(CENTRE, DAY, people).text, closed(*people)

    assert before.endswith(
        "Записаны 3 человека: 10:00 Анна, 10:00 Борис, 10:00 Пётр. Остальным предложу другое время, до трёх на выбор. "
        "Написать не смогу: Борис, Пётр. Позвоните: список будет под кнопкой «Кому позвонить»."
    )
    assert "Я предложил другое время: 1 человеку." in after
    assert "Остановили бота: 1 человек. Моё сообщение не дойдёт, позвоните." in after


def test_a_preview_promises_nothing_where_nobody_can_be_written_to() -> None:
    assert "другое время" not in previews.preview(CENTRE, DAY, met(visit(None))).text


def test_of_many_closures_the_next_ones_are_told() -> None:
    closure = Closure(ClosureId(1), LIPKI, DAY, "ремонт", LIBRARIAN, NOW)

    screen = closures.what(closures.ClosureStatus(CENTRE, (), [closure] * 12, 0, NOW))

    assert screen.text.count("• среда, 25 ноября, весь день (ремонт)") == 10
    assert screen.text.endswith("• и ещё 2")
    assert len(screen.rows) == 11


def test_a_refusal_is_never_an_error() -> None:
    assert closures.not_done(NotYours()).text == "Это могут только библиотекари этого центра."


Fields = dict[str, str | int | None]


def change(fields: Fields | None) -> CardEdit:
    return CardEdit(ChangeId(1), LIPKI, CardPart.CONSULTATIONS, "…", {"consultations": fields}, LIBRARIAN, NOW)


def slot(text: str) -> Slot:
    return Slot(local(text), local(text) + timedelta(minutes=30), LIPKI)


def test_a_preview_of_hours_tells_what_they_would_mean() -> None:
    outlook = HoursPreview(
        ((slot("2026-11-25 10:00"),), (slot("2026-11-26 10:00"), slot("2026-11-26 12:30"))),
        (Interval(local("2026-11-25 13:00"), local("2026-11-25 14:00")),),
        (visit(),) * 6,
    )

    text = consultation_hours.preview(change(None), CENTRE, outlook, NOW).text
    hours: Fields = {"hours": "Mo-Fr 10:00-13:00", "desks": 1, "minutes": 30, "notice_hours": 0, "horizon_days": 1}
    after = consultation_hours.preview(change(hours), CENTRE, outlook, NOW).text

    assert "Станет: записи нет." in text
    assert "Ближайшее время" not in text
    assert "1 место; по 30 минут; запись до самого начала; на 1 день вперёд." in after
    assert "• среда, 25 ноября: 10:00\n• четверг, 26 ноября: 2 приёма, первый в 10:00, последний в 12:30" in after
    assert "В эти часы центр закрыт, и записи не будет:\n• среда, 25 ноября, с 13:00 до 14:00" in after
    assert "Не попадают в эти часы: 6 записей.\n• среда, 25 ноября, 10:00, Анна, код КМ47\n" in after
    assert "• и ещё 1\n" in after


def test_hours_without_a_free_time_are_told_honestly() -> None:
    hours: Fields = {"hours": "Mo 10:00-13:00", "desks": 1, "minutes": 30, "notice_hours": 2, "horizon_days": 1}

    text = consultation_hours.preview(change(hours), CENTRE, HoursPreview((), (), ()), NOW).text

    assert "Свободного времени при таких часах пока нет." in text


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (UnclearChangeError(CardPart.CONSULTATIONS), "Я не понял.\n"),
        (
            UnclearChangeError(CardPart.CONSULTATIONS, limit=Limit("minutes", 5, 240)),
            "Приём может длиться от 5 до 240 минут.\n",
        ),
        (
            UnclearChangeError(CardPart.CONSULTATIONS, UnclearHoursError(HoursDoubt.NO_DAYS)),
            "Не сказано, в какие это дни. Каждый день — напишите «ежедневно».\n",
        ),
    ],
)
def test_words_that_are_not_understood_get_an_example(error: UnclearChangeError, reason: str) -> None:
    text = consultation_hours.unclear(error).text

    assert text.startswith(reason)
    assert "«вт, чт 11–17, обед 13–14»" in text


def test_a_group_that_takes_over_tells_of_the_former_one() -> None:
    before = GroupChat(LIPKI, Address("telegram", -1), "Старая <группа>", datetime(2026, 11, 1, tzinfo=UTC))

    assert (
        "Другая группа, «Старая &lt;группа&gt;», больше не стол этого центра." in group_chats.linked("Л", before).text
    )
    assert "Другая группа" not in group_chats.linked("Л", None).text


def test_of_many_centres_a_page_is_shown() -> None:
    many = [replace(CENTRE, short_name=f"Центр {number}") for number in range(9)]

    first = group_chats.group((), many, str, 0)
    last = group_chats.group((), many, str, 99)

    assert [len(first.rows), len(last.rows)] == [9, 2]
    assert [button.label for row in last.rows for button in row] == ["Центр 8", "← Назад"]
