"""Why typed hours were not understood, each doubt with its remedy."""

from bot.centres.hours.hours_tokens import HoursDoubt

DOUBTS = {
    HoursDoubt.WORD: "Я не понял часы.",
    HoursDoubt.TIME: "Такого времени не бывает.",
    HoursDoubt.ORDER: "Конец должен быть позже начала, а перерывы — не пересекаться.",
    HoursDoubt.DATE: "Такого дня в календаре нет.",
    HoursDoubt.TWICE: "Об одних и тех же днях сказано дважды и по-разному.",
    HoursDoubt.NO_DAYS: "Не сказано, в какие это дни. Каждый день — напишите «ежедневно».",
    HoursDoubt.NO_HOURS: "У одного из сезонов не сказаны часы. Напишите их после него: «июнь-август пн-пт 9-17».",
    HoursDoubt.LUNCH: "Обед не попадает в часы работы. Напишите его после них: «пн-пт 9-18, обед 13-14».",
    HoursDoubt.SHORT_SEASON: (
        "У сезона нужны начало и конец: «с 1 июня по 31 августа пн-пт 9-17». "
        "О нескольких днях лучше сказать объявлением."
    ),
    HoursDoubt.NEVER: "Выходит, что центр никогда не открыт. Напишите и рабочие дни.",
    HoursDoubt.WHOLE: "К нынешним часам этого не добавить. Напишите все часы заново, одним сообщением.",
}
