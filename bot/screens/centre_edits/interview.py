"""Five questions for a new librarian: what the card does not tell yet, each may be skipped."""

from datetime import datetime
from html import escape

from bot.centres.card_edits import CardPart
from bot.centres.centre import Centre
from bot.screens.centre_edits.actions import AskCentre, MendCard, StopInterview
from bot.screens.centre_edits.card_edits import EXAMPLES
from bot.screens.centre_edits.consultation_hours import HOW
from bot.screens.centre_edits.field_values import value
from bot.screens.common_buttons import HOME
from bot.screens.screen import Button, Row, Screen, row

SKIP = "Пропустить"
_QUESTIONS = {
    CardPart.HOURS: "Когда вы открыты?",
    CardPart.PHONE: "По какому телефону вам звонить?",
    CardPart.SERVICES: "С чем вы помогаете?",
    CardPart.CONSULTATIONS: "Принимаете людей по записи? В какие часы?",
    CardPart.ANNOUNCEMENT: "Сейчас что-нибудь закрыто? Нет — напишите «нет».",
}


def question(centre: Centre, part: CardPart, number: int, total: int, now: datetime) -> Screen:
    """One question with what the card tells now and how to write the answer."""
    head = f"<b>О вашем центре, {number} из {total}. {_QUESTIONS[part]}</b>"
    current = f"Сейчас на карточке: {escape(value(centre, part, now))}."
    how = HOW if part is CardPart.CONSULTATIONS else EXAMPLES[part]
    return Screen(f"{head}\n\n{current}\n\n{how}", (_ways(centre, number),))


def with_skipping(preview: Screen, centre: Centre, number: int) -> Screen:
    """The preview of an answer, from which the questions go on without it too."""
    return preview.with_rows(_ways(centre, number))


def finished(centre: Centre) -> Screen:
    """Thanks, and where the card is mended later."""
    text = (
        "Спасибо, вопросы кончились.\n\n"
        "Карточка — /hours: там можно исправить остальное. Кто придёт — /today. Все команды — /help."
    )
    return Screen(text, (row(Button("Показать карточку", MendCard(centre.id)), HOME),))


def stopped(centre: Centre) -> Screen:
    """The librarian wants no more questions now."""
    text = "Хорошо. Исправить карточку можно в любое время: /hours."
    return Screen(text, (row(Button("Показать карточку", MendCard(centre.id)), HOME),))


def _ways(centre: Centre, number: int) -> Row:
    return row(Button(SKIP, AskCentre(centre.id, number + 1)), Button("Закончить", StopInterview(centre.id)))
