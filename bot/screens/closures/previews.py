"""What is to be closed, shown before it is: whom it meets, and which typed words were not made use of."""

from collections.abc import Sequence
from html import escape

from bot.booking.booking import Interval
from bot.booking.closures.call_list import Call
from bot.centres.centre import Centre
from bot.screens.closures.actions import CloseHours, CloseWhat, GiveReason, LeaveOpen, PreviewClosure
from bot.screens.closures.closures import CLOSURES_SHOWN, STOP, closing_action, spans
from bot.screens.closures.people_met import who_is_met
from bot.screens.closures.text import span
from bot.screens.common_buttons import HOME
from bot.screens.screen import Button, Screen, column, row
from bot.screens.unsure import passed_over


def several(centre: Centre, intervals: Sequence[Interval], passed: Sequence[str] = ()) -> Screen:
    """Days that do not follow one another: each is shown and closed by itself."""
    actions = tuple(closing_action(PreviewClosure, centre, hours) for hours in intervals[:CLOSURES_SHOWN])
    buttons = column(
        Button(f"{number}. {span(hours, centre)}", action)
        for number, (hours, action) in enumerate(zip(intervals, actions, strict=False), 1)
    )
    more = "" if len(intervals) <= CLOSURES_SHOWN else " Здесь первые из них."
    text = (
        f"<b>{escape(centre.short_name)}</b>\n\nВы назвали дни, между которыми центр открыт.{more} "
        "Закройте их по очереди: нажмите или напишите номер."
    )
    return Screen(_naming(text, passed), (*buttons, STOP), choices=actions)


def preview(
    centre: Centre,
    hours: Interval,
    met: Sequence[Call],
    closed: Sequence[Interval] = (),
    passed: Sequence[str] = (),
    reason: str = "",
) -> Screen:
    """Who would have to be moved, and what of it is closed already, before anything is closed.

    `passed` are typed words that were not made use of.
    """
    head = f"<b>{escape(centre.short_name)}</b>\n\n"
    if list(closed) == [hours]:
        text = f"{head}Это время уже закрыто: {span(hours, centre)}. Закрывать ещё раз не нужно."
        return Screen(text, (row(Button("Что закрыто", CloseWhat(centre.id))), row(HOME)))
    already = f"Из этого уже закрыто: {spans(closed, centre)}.\n\n" if closed else ""
    why = f"Причина, её прочтут люди: «{escape(reason)}».\n\n" if reason else ""
    text = f"{head}Будет закрыто: {span(hours, centre)}.\n\n{why}{already}{who_is_met(met, hours, centre)}"
    telling = "Указать другую причину" if reason else "Закрыть и указать причину"
    rows = (
        row(Button("✅ Закрыть", closing_action(CloseHours, centre, hours))),
        row(Button(telling, closing_action(GiveReason, centre, hours))),
        row(Button("Не закрывать", closing_action(LeaveOpen, centre, hours)), HOME),
    )
    return Screen(_naming(text, passed), rows)


def left_open(centre: Centre, hours: Interval) -> Screen:
    """Says that nothing was closed."""
    text = f"Ничего не закрыл: {span(hours, centre)} остаётся как было."
    return Screen(text, (row(Button("Закрыть другое", CloseWhat(centre.id)), HOME),))


def nothing_closed(centre: Centre) -> Screen:
    """«нет» where hours to close were asked for."""
    return Screen("Ничего не закрыл.", (row(Button("Что закрыть", CloseWhat(centre.id)), HOME),))


def _naming(text: str, passed: Sequence[str]) -> str:
    return "\n\n".join(filter(None, (text, passed_over(passed))))
