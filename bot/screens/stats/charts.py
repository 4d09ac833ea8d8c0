"""A report as pictures, each with the same in words for those who listen."""

from enum import StrEnum
from html import escape

from bot.russian.calendar_words import SHORT_MONTHS, SHORT_WEEKDAYS
from bot.russian.numbers import grouped
from bot.screens.common_buttons import HOME
from bot.screens.screen import Button, Picture, Screen, column
from bot.screens.stats import text as words
from bot.screens.stats.actions import EVERYWHERE, DrawFigures, ShowFigures
from bot.screens.stats.names import Names, named
from bot.stats.charts.charts import Bars, Chart, Columns, Grid
from bot.stats.figures import Bucket, Figures
from bot.stats.period import DAY, Period
from bot.stats.period_request import codes
from bot.stats.report import Report
from bot.stats.samples import share_of

MOST_BARS = 12
_MOST_WEEKS_TOLD = 10
_BUSIEST_TOLD = 5
_KINDS = ("Сделал бот", "Сделали библиотекари")


class What(StrEnum):
    """What is drawn; the letter stands on buttons."""

    WEEKS = "w"
    TOPICS = "t"
    HOURS = "h"
    CENTRES = "c"


_TITLES = {
    What.WEEKS: "Запросы по неделям",
    What.TOPICS: "Темы консультаций",
    What.HOURS: "Дни и часы",
    What.CENTRES: "Консультации по центрам",
}


def which_picture(report: Report, place: str) -> Screen:
    """Shows all charts to choose from."""
    actions = tuple(_draw(report, what) for what in _offered(report))
    buttons = column(
        Button(f"{at}. {_TITLES[what]}", action)
        for at, (what, action) in enumerate(zip(_offered(report), actions, strict=True), 1)
    )
    text = f"<b>{escape(place)}, {words.days(report.period)}</b>\n\nКакая картинка? Нажмите или напишите номер."
    return Screen(text, (*buttons, *_back(report)), choices=actions)


def nothing_to_draw(report: Report, place: str, what: What) -> Screen:
    """There is nothing of this sort."""
    text = f"{_TITLES[what]}: {escape(place)}, {words.days(report.period)}.\n\nДанных нет, рисовать нечего."
    return Screen(text, _back(report))


def picture(report: Report, place: str, names: Names, what: What, drawn: bytes) -> Screen:
    """The picture, then what is on it in words."""
    caption = f"{_TITLES[what]}: {escape(place)}, {words.days(report.period)}."
    others = [one for one in _offered(report) if one is not what]
    buttons = column(Button(_TITLES[one], _draw(report, one)) for one in others)
    told = f"<b>{_TITLES[what]}</b>, словами:\n\n{in_words(report, names, what)}"
    return Screen(told, (*buttons, *_back(report)), attached=Picture(drawn, caption))


def chart(report: Report, place: str, names: Names, what: What) -> Chart | None:
    """What is to be drawn; None where there is nothing."""
    now, title, under = report.now, _TITLES[what], f"{place}, {words.days(report.period)}"
    if what is What.WEEKS:
        return _weeks(report, title, under) if any(week.requests for week in now.weeks) else None
    if what is What.HOURS:
        return _hours(now, title, under) if now.busy else None
    bars, below = _bars(now, names, what)
    return Bars(title, under, tuple(bars), below) if bars else None


def in_words(report: Report, names: Names, what: What) -> str:
    """The text equivalent; the numbers of the picture that a listener would ask for."""
    match what:
        case What.WEEKS:
            return _weeks_in_words(report.now, report.period)
        case What.HOURS:
            return _hours_in_words(report.now)
        case What.TOPICS | What.CENTRES:
            bars, below = _bars(report.now, names, what)
            whole = sum(count for _, count in bars) if what is What.TOPICS and not below else 0
            lines = (f"{escape(name)}: {_part(count, whole)}" for name, count in bars)
            return "\n".join((*lines, below)).strip()


def _offered(report: Report) -> list[What]:
    return [what for what in What if what is not What.CENTRES or report.centre is None]


def _draw(report: Report, what: What) -> DrawFigures:
    return DrawFigures(*codes(report.period), report.centre or EVERYWHERE, what)


def _back(report: Report) -> tuple[tuple[Button], tuple[Button]]:
    return (Button("К показателям", ShowFigures(*codes(report.period), report.centre or EVERYWHERE)),), (HOME,)


def _weeks(report: Report, title: str, under: str) -> Columns:
    weeks, period = report.now.weeks, report.period
    few = len(weeks) <= _MOST_WEEKS_TOLD
    labels, last = [], 0
    for week in weeks:
        begins = max(week.first, period.first)
        number = (week.first + 3 * DAY).month  # a week belongs to the month of its Thursday
        month = SHORT_MONTHS[number - 1] if number != last else ""
        labels.append(f"{begins.day} {SHORT_MONTHS[begins.month - 1]}" if few else month)
        last = number
    values = tuple((week.automatic, week.replies + week.consultations) for week in weeks)
    return Columns(title, under, _KINDS, tuple(labels), values, _begun(report))


def _begun(report: Report) -> str:
    """A short last column is no bad week."""
    last, period = report.now.weeks[-1].first, report.period
    whole = last + 6 * DAY <= period.last or period.days < 7
    return "" if whole else f"Последняя неделя неполная: {words.week(last, period)}."


def _weeks_in_words(now: Figures, period: Period) -> str:
    """Each week where they are few, else each month; then the best week."""
    if len(now.weeks) <= _MOST_WEEKS_TOLD:
        return "\n".join(f"{words.week(one.first, period)}: {_both(one)}" for one in now.weeks)
    best = max(now.weeks, key=lambda week: week.requests)
    lines = "\n".join(f"{words.month(one.first)}: {_both(one)}" for one in now.months if one.requests)
    return (
        f"По месяцам:\n{lines}\n\nБольше всего за неделю: {grouped(best.requests)}, {words.week(best.first, period)}."
    )


def _both(one: Bucket) -> str:
    """The requests of a column in words; at one centre all is done by librarians, which need not be said."""
    own = one.replies + one.consultations
    both = own and one.automatic
    return f"{grouped(one.requests)}, из них библиотекари {grouped(own)}" if both else grouped(one.requests)


def _hours(now: Figures, title: str, under: str) -> Grid:
    counts = {(one.weekday, one.hour): one.requests for one in now.busy}
    used = [hour for _, hour in counts]
    down = range(min(used), max(used) + 1)
    cells = tuple(tuple(counts.get((day, hour), 0) for day in range(7)) for hour in down)
    return Grid(title, under, SHORT_WEEKDAYS, tuple(f"{hour}:00" for hour in down), cells)


def _hours_in_words(now: Figures) -> str:
    busiest = sorted(now.busy, key=lambda one: -one.requests)[:_BUSIEST_TOLD]
    hours = "\n".join(f"{words.hour(one)}: {grouped(one.requests)}" for one in busiest)
    sums = [(day, sum(one.requests for one in now.busy if one.weekday == day)) for day in range(7)]
    days = "\n".join(f"{words.weekday(day)}: {grouped(count)}" for day, count in sums if count)
    return f"Больше всего обращений:\n{hours}\n\nПо дням недели:\n{days}"


def _bars(now: Figures, names: Names, what: What) -> tuple[list[tuple[str, int]], str]:
    """The first ones, and all others in a line."""
    if what is What.TOPICS:
        every, rest = named(now.topics, names.topic), "Остальные темы"
    else:
        some = (one for one in now.centres if one.consultations)
        every, rest = [(names.centre(one.centre), one.consultations) for one in some], "Остальные центры"
    others = every[MOST_BARS:]
    below = f"{rest}, всего {len(others)}: {grouped(sum(count for _, count in others))}" if others else ""
    return every[:MOST_BARS], below


def _part(count: int, whole: int) -> str:
    part = share_of(count, whole)
    return grouped(count) if part is None else f"{grouped(count)}, это {words.share(part)}"
