"""Why typed hours were not understood, each doubt with its remedy."""

from html import escape

from bot.centres.hours.hours_doubt import HoursDoubt, UnclearHoursError

DOUBTS = {
    HoursDoubt.WORD: "Я не понял часы.",
    HoursDoubt.TIME: "Такого времени не бывает.",
    HoursDoubt.ORDER: "Конец должен быть позже начала, а перерывы — не пересекаться.",
    HoursDoubt.DATE: "Такого дня в календаре нет.",
    HoursDoubt.TWICE: "Об одних и тех же днях сказано дважды и по-разному.",
    HoursDoubt.NO_DAYS: "Не сказано, в какие это дни. Каждый день — напишите «ежедневно».",
    HoursDoubt.NO_HOURS: "У одного из сезонов не сказаны часы. Напишите их после него: «июнь-август пн-пт 9-17».",
    HoursDoubt.REST_OF_YEAR: "Не сказаны часы в остальное время года. Допишите: «в остальное время вт-сб 10-18».",
    HoursDoubt.LUNCH: "Обед не попадает в часы работы. Напишите его после них: «пн-пт 9-18, обед 13-14».",
    HoursDoubt.SHORT_SEASON: (
        "У сезона нужны начало и конец: «с 1 июня по 31 августа пн-пт 9-17». "
        "О нескольких днях лучше сказать объявлением."
    ),
    HoursDoubt.AMBIGUOUS: "Это можно понять по-разному.",
    HoursDoubt.NO_START: "Не сказано, с какого часа.",
    HoursDoubt.OTHER_DAYS: "В сезоне названы не те дни, что в обычные недели. Напишите рабочие дни сезона и выходные.",
    HoursDoubt.WHICH_SEASON: (
        "Я не знаю, с какого по какой день у вас этот сезон. Напишите: «с 1 ноября по 31 марта пн-пт 10-17»."
    ),
    HoursDoubt.WHICH_WEEK: "Какие это недели? Напишите «по чётным неделям» или «по нечётным неделям».",
    HoursDoubt.LAST_WORKING_DAY: (
        "Последний рабочий день каждый месяц другой, расписание так не запишешь. "
        "Назовите день недели, «последняя пятница месяца», а другие дни закрывайте командой /close."
    ),
    HoursDoubt.AROUND_THE_CLOCK: "Круглые сутки мы не записываем. Напишите часы, когда людей принимают.",
    HoursDoubt.BY_APPOINTMENT: (
        "Выходит, что без записи центр не открыт никогда. Напишите и дни с часами, когда можно прийти без записи. "
        "Если таких нет, напишите это объявлением, а часы оставьте неизвестными."
    ),
    HoursDoubt.NEVER: "Выходит, что центр никогда не открыт. Напишите и рабочие дни.",
    HoursDoubt.WHOLE: "К нынешним часам этого не добавить. Напишите все часы заново, одним сообщением.",
}


def hours_error(error: UnclearHoursError) -> str:
    """What was not understood and what to do; the words themselves, where there are some."""
    near, understood = escape(error.near), escape(error.understood)
    if error.doubt is HoursDoubt.WORD and near and understood:
        return f"Я понял «{understood}», но не понял «{near}»."
    return DOUBTS[error.doubt] + (f" Споткнулся здесь: «{near}»." if near else "")
