"""The figures of a period as lines that can be read aloud."""

from collections.abc import Iterable
from datetime import date

from bot.centres.centre import Centre
from bot.russian.calendar_words import WEEKDAYS
from bot.russian.words import day_in_full
from bot.stats.figures import BookingFigures, Figures
from bot.stats.period import Period
from bot.stats.report import Report
from bot.stats.samples import means_of

NOT_KNOWN = "неизвестно"


def in_words(report: Report, centre: Centre | None, since: date | None) -> str:
    """Every figure on its line, with that of the period before in brackets."""
    head = [f"{centre.short_name if centre else 'Вся область'}, {_days(report.period)}."]
    if report.now.is_empty:
        return "\n".join([*head, _nothing(since)])
    if report.before.is_empty:
        head.append(f"Сравнить не с чем: {_days(report.before_period)} ничего не записано.")
    else:
        head.append(f"В скобках — то же {_days(report.before_period)}.")
        if report.is_compared_in_part and since is not None:
            head.append(f"Данные есть только с {day_in_full(since)}: сравнение неполное.")
    return "\n".join([*head, "", *_lines(report)])


def _days(period: Period) -> str:
    if period.days == 1:
        return f"за {day_in_full(period.first)} года"
    return f"с {day_in_full(period.first)} по {day_in_full(period.last)}"


def _nothing(since: date | None) -> str:
    if since is None:
        return "Пока ничего не записано: бот ещё ни с кем не говорил."
    return f"За эти дни ничего не записано. Первая запись — {day_in_full(since)}."


def _lines(report: Report) -> Iterable[str]:
    was = not report.before.is_empty
    for (title, now), (_, before) in zip(_figures(report.now), _figures(report.before), strict=True):
        yield f"{title}: {now} ({before})" if was else f"{title}: {now}"
    if report.ahead:
        yield from _ahead(report.ahead)
    if busiest := report.habit:
        yield f"Больше всего обращений: {WEEKDAYS[busiest.weekday]}, с {busiest.hour}:00 до {busiest.hour + 1}:00"


def _ahead(bookings: BookingFigures) -> Iterable[str]:
    """Visits of the days after: with them the booked ones add up."""
    yield f"На следующие дни записаны: {bookings.open}"
    yield f"  отменили: {bookings.cancelled}"
    yield f"  центр закрыл часы: {bookings.displaced}"


def _figures(figures: Figures) -> list[tuple[str, str]]:
    automatic, work, bookings = figures.automatic, figures.work, figures.bookings
    means = means_of(figures)
    return [
        ("Пользователи", f"{figures.users}"),
        ("  из них впервые", f"{figures.new_users}"),
        ("Запросов выполнено", f"{figures.requests}"),
        ("  в чате", f"{figures.virtual}"),
        ("  лично, в центрах", f"{figures.in_person}"),
        ("  без библиотекаря", f"{automatic.done}"),
        ("  библиотекарями", f"{work.done}"),
        ("Мероприятия", NOT_KNOWN if figures.events is None else f"{figures.events}"),
        ("Консультации по Госуслугам", f"{work.consultations}"),
        ("  без записи", f"{work.walk_ins}"),
        ("  людям без чата", f"{figures.unnamed_visits}"),
        ("Вопросы библиотекарям", f"{work.questions}"),
        ("  с ответом", f"{work.replies}"),
        ("  часов до ответа", _mean(means.hours_to_reply, work.timed_replies)),
        ("Записались на приём", f"{bookings.made}"),
        ("  пришли", f"{bookings.kept}"),
        ("  не пришли", f"{bookings.no_show}"),
        ("  отменили", f"{bookings.cancelled}"),
        ("  центр закрыл часы", f"{bookings.displaced}"),
        ("  без отметки", f"{bookings.open}"),
        ("  от записи до приёма", _mean(means.lead_days, bookings.kept, " дня")),
        ("Оценка консультаций", _mean(means.rating, figures.ratings.count, " из 5")),
        ("Вопросы боту", f"{automatic.asked}"),
        ("  ответил сам", _share(means.share_answered, automatic.asked)),
        ("  ничего не нашлось", f"{automatic.nothing_found}"),
        ("Ответ не помог", f"{sum(one.not_helped for one in figures.articles)}"),
    ]


def _mean(mean: float | None, sample: int, measure: str = "") -> str:
    return _too_few(sample) if mean is None else f"{mean:.1f}".replace(".", ",") + measure


def _share(share: float | None, sample: int) -> str:
    return _too_few(sample) if share is None else f"{round(share * 100)} %"


def _too_few(sample: int) -> str:
    """Why there is no mean: nothing is known, or as little as is said."""
    return f"мало данных, всего {sample}" if sample else "нет данных"
