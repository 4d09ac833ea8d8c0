"""A letter to a librarian that is shown and not sent, beside which something else was written."""

from bot.screens.questions.actions import AddToLetter, AnswerApart, DropDraft, SendDraft
from bot.screens.screen import Button, Screen, row


def add_or_answer(draft: int, sign: int, *, is_choice: bool) -> Screen:
    """The words may be a part of the letter or a question of their own; `sign` is that of what keeps them."""
    ways = (
        Button("Добавить к вопросу", AddToLetter(draft, sign)),
        Button("Ответить отдельно", AnswerApart(draft, sign, is_choice)),
    )
    return Screen("Добавить это к вопросу библиотекарю или ответить на это отдельно?", (row(*ways),))


def not_sent_yet(draft: int) -> Screen:
    """Under what was answered beside the letter."""
    ways = row(Button("Отправить", SendDraft(draft)), Button("Не отправлять", DropDraft(draft)))
    return Screen("Ваш вопрос библиотекарю ещё не отправлен.", (ways,), keeps_numbers=True)
