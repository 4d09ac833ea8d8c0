"""A spoken question: shown before it goes, and as a librarian gets it."""

from dataclasses import replace

from bot.questions.draft import MessageDraft
from bot.questions.question import Question
from bot.screens.screen import CarriedVoice, Screen

VOICE_WORDS = "Голосовое сообщение"  # where a question has words, a spoken one has these
_OTHERWISE = (
    "Голосовое сообщение передать не получилось: человек удалил его, или у вас запрещены голосовые. "
    "Попросите написать словами."
)
_NOT_HEARD = (
    "Сам я его не слышу и личное в нём не скрою: если вы назвали пароль, код или номер документа, не отправляйте. "
    "Можно дописать и словами."
)


def voices_told(words: str) -> int:
    """How many lines of the words stand for a spoken message each."""
    return words.split("\n").count(VOICE_WORDS)


def with_voices(words: str, count: int) -> str:
    """The words of a draft that has so many spoken messages beside them."""
    missing = [VOICE_WORDS] * (count - voices_told(words))
    return "\n".join(filter(None, (words, *missing)))


def proposed(draft: MessageDraft, shown: Screen) -> Screen:
    """The preview of a question, with what is to be known of the spoken part."""
    if not draft.voice:
        return shown
    head = "<b>Отправить библиотекарю это голосовое сообщение?</b>"
    text = shown.text.replace("<b>Передать библиотекарю так?</b>", head)
    return replace(shown, text=f"{text}\n\n{_NOT_HEARD}")


def carried(question: Question, came: Screen) -> Screen:
    """The librarian's notice with the spoken message before its words."""
    voice = question.voice
    return replace(came, attached=CarriedVoice(voice.chat, voice.message, _OTHERWISE)) if voice else came
