"""Which question a short answer belongs to: that of the last message, of a form, or of a notice that came between."""

from dataclasses import replace

from bot.dialog_state import Prompt, TypedOptions
from bot.handlers.talk import Talk
from bot.russian.yes_no import is_sent, is_unsent
from bot.screens.action import Action
from bot.screens.callback_data import unpack
from bot.screens.questions.actions import DropDraft, SendDraft
from bot.screens.questions.prompts import QuestionPrompt
from bot.screens.typed_answers import by_assent, by_beginning, by_number, by_words, which_one


def pressed(text: str, offer: TypedOptions, prompt: Prompt | None) -> Action | None:
    """The button that was meant; beside free text only what cannot be meant as such."""
    if prompt is not None and not prompt.rule.beside_list:
        return None
    packed = by_number(text, offer) or by_words(text, offer)
    if packed is None and (prompt is None or prompt.rule.beside_yes_and_no):
        packed = by_assent(text, offer)
    if packed is None and prompt is None:
        packed = by_beginning(text, offer)
    return unpack(packed) if packed else None


def of_letter(text: str, left: Prompt | None) -> Action | None:
    """«отправить», «не отправляйте» to a letter that was left unsent, whatever has been shown since."""
    if not isinstance(left, QuestionPrompt) or not left.is_shown:
        return None
    if is_unsent(text):
        return DropDraft(left.draft)
    return SendDraft(left.draft) if is_sent(text) else None


def asked_by(text: str, offer: TypedOptions) -> tuple[str, ...]:
    """The button of a list or of a question that a number, «да» or «нет» stands for, as it is packed; none or one."""
    packed = by_number(text, offer) or by_assent(text, offer)
    return (packed,) if packed else ()


def may_be_answered(offer: TypedOptions) -> bool:
    """Whether a short answer can mean this message."""
    return bool(offer.numbered or asked_by("да", offer))


def asked_again(offer: TypedOptions) -> Action | None:
    """The button that puts the question of the last message once more; None where it asked none of «Вы уверены?»."""
    meant = asked_by("да", offer)
    action = unpack(*meant) if meant else None
    return replace(action, sure=False) if action and getattr(action, "sure", False) else None  # type: ignore[call-arg]  # - has it


async def ask_which(talk: Talk, offers: tuple[TypedOptions, ...], meant: tuple[str, ...]) -> None:
    """A form and a notice have both asked: neither is taken at the word."""
    labels = {action: label for offer in offers for action, label in offer.named}
    await talk.reply(which_one([(labels.get(packed, ""), packed) for packed in meant]))
