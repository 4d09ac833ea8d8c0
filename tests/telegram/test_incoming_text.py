"""What stands around the words: the message that is answered, and whether the words are somebody else's."""

from datetime import UTC, datetime
from typing import Any

from aiogram.types import Chat, Message, MessageOriginHiddenUser, TextQuote, User

from bot.handlers.incoming_text import IncomingText
from bot.telegram.incoming_text import read_text

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
CHAT, ANNA = Chat(id=5, type="private"), User(id=5, is_bot=False, first_name="Анна")
CARD = Message(message_id=1, date=AT, chat=CHAT, text="Островская библиотека\u200b, телефон 3-12-45")


def said(text: str, **around: Any) -> IncomingText:
    read = read_text(
        Message(message_id=2, date=AT, chat=CHAT, from_user=ANNA, text=text, **around), "bot", in_group=False
    )
    assert read is not None
    return read


def test_the_words_that_are_answered_are_told() -> None:
    assert said("а в понедельник?", reply_to_message=CARD).replied_to == "Островская библиотека, телефон 3-12-45"


def test_of_a_quoted_part_that_part_is_told() -> None:
    quoted = said("это какой код?", reply_to_message=CARD, quote=TextQuote(text="3-12-45", position=30))

    assert quoted.replied_to == "3-12-45"


def test_words_that_answer_nothing_have_nothing_before_them() -> None:
    assert said("забыла пароль") == IncomingText("забыла пароль", marked="забыла пароль")


def test_forwarded_words_are_told_as_such() -> None:
    origin = MessageOriginHiddenUser(date=AT, sender_user_name="Банк")

    assert said("ваша карта заблокирована", forward_origin=origin).forwarded
