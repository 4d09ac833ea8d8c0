"""A period in words that can be read aloud: in the chat and in letters."""

from collections.abc import Iterator

from bot.russian.numbers import grouped, tens
from bot.russian.words import day_in_full
from bot.screens.stats import text as words
from bot.screens.stats.names import NameOf
from bot.stats.figures import BookingFigures, Figures
from bot.stats.report import Report
from bot.stats.samples import means_of


def told(report: Report, outcome: NameOf) -> list[str]:
    """The parts of what is said of a period, the most important first; `outcome` names what came of visits."""
    parts = [
        _indicators(report),
        _by_whom(report.now, report.centre),
        _visits(report),
        _ended(report.now, outcome),
        _busiest(report),
    ]
    return [part for part in parts if part]


def _indicators(report: Report) -> str:
    now, before = report.now, report.before
    known = not before.is_empty
    lines = [
        _line("Людей", now.users, before.users, compared=known),
        _line("Запросов выполнено", now.requests, before.requests, compared=known),
        _line("Консультаций в центрах", now.work.consultations, before.work.consultations, compared=known),
    ]
    if report.centre is None:
        events = "не знаю, о них мне не сообщают" if now.events is None else grouped(now.events)
        lines.append(f"Мероприятий: {events}.")
    return "\n".join((*lines, "", _compared(report)))


def _compared(report: Report) -> str:
    """With what, and whether that is all of it: half a year of counting is no year."""
    against = words.days(report.before_period)
    if report.before.is_empty:
        return f"Сравнить не с чем: раньше ({against}) данных нет."
    told = f"Сравниваю с {_earlier(report)}: {against}."
    if not report.is_compared_in_part or report.since is None:
        return told
    return f"{told} Но данные есть только с {day_in_full(report.since)}, так что сравнение неполное."


def _earlier(report: Report) -> str:
    if _is_year_earlier(report):
        return "тем же временем год назад"
    return "днём раньше" if report.period.days == 1 else "такими же днями раньше"


def _is_year_earlier(report: Report) -> bool:
    first, before = report.period.first, report.before_period.first
    return (first.year - before.year, first.month, first.day) == (1, before.month, before.day)


def _line(name: str, now: int, before: int, *, compared: bool) -> str:
    return f"{name}: {grouped(now)}{', ' + words.difference(now, before) if compared else ''}."


def _by_whom(now: Figures, centre: str | None) -> str:
    """What the bot did by itself, apart from what librarians did."""
    if centre is not None:
        return f"Ответили на вопросы в чате: {grouped(now.work.replies)}." if now.work.replies else ""
    lines = [f"Сам, без библиотекаря, я выполнил запросов: {grouped(now.automatic.done)}."]
    if asked := now.work.questions:
        lines.append(f"Библиотекарей в чате спросили: {grouped(asked)}. Ответили: {grouped(now.work.replies)}.")
    if (hours := means_of(now).hours_to_reply) is not None:
        lines.append(f"Первого ответа ждали в среднем {words.waited(hours)}, с ночами и выходными.")
    if now.automatic.asked:
        lines.append(_found(now))
    return "\n".join(lines)


def _found(now: Figures) -> str:
    """How many typed questions ended in an answer: as a share where it says anything, else in numbers alone."""
    part, nothing = means_of(now).share_answered, grouped(now.automatic.nothing_found)
    if part is None:
        return f"Вопросов мне задали: {grouped(now.automatic.asked)}. Ответ не нашёлся: {nothing}."
    return f"Ответ нашёлся на {words.share(part)} вопросов. Не нашёлся: {nothing}."


def _visits(report: Report) -> str:
    now, means, lines = report.now, means_of(report.now), list[str]()
    visits = now.bookings
    if now.work.walk_ins or now.work.by_phone:
        lines.append(_kinds(now))
    if now.unnamed_visits:
        lines.append(f"Консультаций людям, которых нет в чате: {grouped(now.unnamed_visits)}. Среди людей выше их нет.")
    if visits.made:
        lines.append(f"Записались в эти дни: {grouped(visits.made)}.")
    lines.extend(_fates("Кого ждали в эти дни", visits, "пока без отметки"))
    if report.ahead:
        lines.extend(_fates("На следующие дни", report.ahead, "записаны"))
    if means.lead_days is not None:
        lines.append(f"От записи до приёма в среднем проходит {tens(means.lead_days)} дня.")
    if now.ratings.count:
        lines.append(words.rating(means.rating, now.ratings.count))
    return "\n".join(lines)


def _kinds(now: Figures) -> str:
    by_phone = f", по телефону: {grouped(now.work.by_phone)}" if now.work.by_phone else ""
    walk_ins = f", без записи: {grouped(now.work.walk_ins)}"
    return f"Консультаций по записи: {grouped(now.bookings.kept)}{walk_ins}{by_phone}."


def _ended(now: Figures, outcome: NameOf) -> str:
    """What came of the consultations; those of which nobody has marked it are said to be unknown."""
    if not any(one.key for one in now.outcomes):
        return ""
    known = [f"{lower(outcome(one.key))} {grouped(one.count)}" for one in now.outcomes if one.key]
    unknown = [f"неизвестно {grouped(one.count)}" for one in now.outcomes if not one.key]
    return f"Чем кончилось: {', '.join((*known, *unknown))}."


def lower(title: str) -> str:
    """The title inside a sentence."""
    return title[:1].lower() + title[1:]


def _fates(whose: str, visits: BookingFigures, still: str) -> Iterator[str]:
    """What became of the visits of some days; `still` is said of those of which nothing is marked."""
    counts = (
        ("пришли", visits.kept),
        ("не пришли", visits.no_show),
        ("отменили", visits.cancelled),
        ("центр закрыл часы", visits.displaced),
        (still, visits.open),
    )
    if any(count for _, count in counts):
        yield f"{whose}: {', '.join(f'{name} {grouped(count)}' for name, count in counts if count)}."


def _busiest(report: Report) -> str:
    return f"Чаще всего обращаются {words.hour(report.habit)}." if report.habit else ""
