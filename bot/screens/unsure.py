"""What is asked about a time that was not surely understood: what was, what was not."""

from collections.abc import Sequence
from datetime import date
from html import escape

from bot.russian.time.doubts import Doubt, Unsure
from bot.screens.booking.time_list import day_of


def question(unsure: Unsure) -> str:
    """One or two sentences; the caller adds an example."""
    understood, unread = escape(unsure.understood), escape(unsure.unread)
    named = f": {', '.join(map(day_of, unsure.days))}" if unsure.days else ""
    questions = {
        Doubt.NOTHING: "Я не понял, о каком времени речь.",
        Doubt.UNREAD: f"Я понял «{understood}», но не понял «{unread}»." if understood else f"Я не понял «{unread}».",
        Doubt.NO_SUCH_DATE: "Такого дня не бывает.",
        Doubt.NO_SUCH_TIME: "Такого времени не бывает: часы от 0 до 23, минуты от 0 до 59.",
        Doubt.PASSED: "Это время уже прошло.",
        Doubt.SEVERAL_DAYS: f"Вы назвали разные дни{named}. Напишите один.",
        Doubt.SEVERAL_TIMES: "Вы назвали разное время. Напишите одно.",
        Doubt.WHICH_PERIOD: f"«{understood}» — за какие дни?",
        Doubt.LAST_DAY: _last_day(unsure.days),
        Doubt.TODAY_OR_LATER: _today_or_later(unsure.days),
        Doubt.OTHER_WEEKDAY: f"{_weekday(unsure.days)}Напишите, какой день вам нужен.",
        Doubt.NO_END: f"Я понял «{understood}», но не понял, до какого дня.",
        Doubt.NO_END_TIME: "Я понял, с какого часа, но не понял, до какого.",
        Doubt.ORDER: "Конец раньше начала. Напишите сначала начало, потом конец.",
        Doubt.NOT_BOOKED_THEN: f"Запись стоит не на «{understood}». Напишите, на какой день и час её перенести.",
        Doubt.EACH_DAY: "Дней несколько, и я не понял, в какие из них эти часы. Напишите каждый день отдельно.",
        Doubt.RULE: "Дни, которые повторяются, надо назвать: «1, 8 и 15 декабря» или «в декабре по вторникам».",
        Doubt.AMBIGUOUS: f"«{understood}» можно понять по-разному.",
        Doubt.TOO_FAR: "Это слишком далеко. Проверьте год.",
    }
    return questions.get(unsure.doubt, questions[Doubt.NOTHING])


def passed_over(words: Sequence[str]) -> str:
    """Names the words that carry no time and were passed over; empty where all were understood."""
    return f"Не учёл слова: {', '.join(f'«{escape(said)}»' for said in words)}." if words else ""


def _last_day(days: Sequence[date]) -> str:
    """«В этот день тоже закрыто: понедельник, 7 декабря? …»."""
    return f"В этот день тоже закрыто: {day_of(days[0])}? Напишите, по какое число закрыто." if days else ""


def _today_or_later(days: Sequence[date]) -> str:
    """«Сегодня, 3 декабря, или 10 декабря? …»."""
    numbers = [day_of(day).partition(", ")[2] for day in days]
    return f"Сегодня, {', или '.join(numbers)}? Напишите ещё раз, с числом." if numbers else ""


def _weekday(days: Sequence[date]) -> str:
    """The weekday of a date, said aloud: «10 декабря — это четверг. »."""
    weekday, _, day = day_of(days[0]).partition(", ") if days else ("", "", "")
    return f"{day} — это {weekday}. " if day else ""
