"""Photos and files that go with a question or an answer: asked about before, copied after."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from textwrap import shorten

from bot.questions.draft import MAX_FILES, MessageDraft
from bot.questions.question import EntryId, QuestionFile
from bot.questions.service import QuestionThread
from bot.russian.words import plural
from bot.screens.questions.actions import DropDraft
from bot.screens.questions.voices import voices_told
from bot.screens.screen import Button, CarriedFiles, CarriedVoice, Row, Screen

FILE_WORDS = "Фото или файл"  # where words stand, one that came alone has these
MAX_MEGABYTES = 25
SEND_NOTHING = "Ничего не отправлять"
_OTHERWISE = (
    "Часть фото, файлов или голосовых передать не получилось: их удалили, или у вас запрещены голосовые. Попросите "
    "прислать ещё раз."
)
_VOICES = ("голосовое сообщение", "голосовых сообщения", "голосовых сообщений")
_UNSEEN, _UNHEARD = "Сам я их не вижу.", "Сам я этого не вижу и не слышу."


def with_question(draft: MessageDraft, shown: Screen) -> Screen:
    """The preview of words that photos or files go with: their author is asked what is on them."""
    if not draft.files:
        return shown
    most = f" Больше {MAX_FILES} за раз не передаю." if len(draft.files) == MAX_FILES else ""
    asked = (
        f"<b>Вместе уйдёт: {_counted(draft)}.</b>{most} {_UNHEARD if _spoken(draft) else _UNSEEN} "
        "Если там паспорт, СНИЛС или карта, нажмите «Исправить» и пришлите без них."
    )
    return replace(shown, text=f"{shown.text}\n\n{asked}", rows=_without_no(shown.rows))


def _spoken(draft: MessageDraft) -> int:
    """How many of the files are spoken messages; a question keeps its first one apart."""
    return min(len(draft.files), max(0, voices_told(draft.text) - bool(draft.voice)))


def _counted(draft: MessageDraft) -> str:
    """What goes, in words: where somebody speaks, that is named."""
    spoken = _spoken(draft)
    others = len(draft.files) - spoken
    more = "ещё " if draft.voice else ""
    voices = "голосовое сообщение" if spoken == 1 else plural(spoken, *_VOICES)
    count = plural(others, "фото или файл", "фото или файла", "фото или файлов")
    return " и ".join(filter(None, (f"{more}{voices}" if spoken else "", count if others else "")))


def which_no(said: str, preview: Screen) -> Screen:
    """«нет» below photos: no papers are on them, or nothing is to be sent; `preview` has the buttons."""
    text = (
        f"Не понял, к чему «{escape(shorten(said, 80, placeholder='…'))}». Пока ничего не отправил.\n\n"
        "Паспорта, СНИЛС и карты там нет — нажмите «Отправить». Передумали — «Ничего не отправлять»."
    )
    return Screen(text, preview.rows)


def _without_no(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The buttons, none of which a bare «нет» presses."""
    return tuple(
        tuple(
            replace(one, label=SEND_NOTHING) if isinstance(one, Button) and isinstance(one.action, DropDraft) else one
            for one in each
        )
        for each in rows
    )


def with_files(found: QuestionThread, entry: EntryId | None, shown: Screen) -> Screen:
    """The message with the photos and files of the question or of an entry before its words."""
    return _carrying(shown, found.files_of(entry))


def with_all_files(found: QuestionThread, shown: Screen) -> Screen:
    """The message with everything that the citizen has sent, for who opens the question now."""
    theirs = [one.id for one in found.entries if not one.is_librarians]
    return _carrying(shown, [one for one in found.files if one.entry is None or one.entry in theirs])


def too_large() -> Screen:
    """A file that phones of the district do not open."""
    text = (
        f"Файл больше {MAX_MEGABYTES} МБ, его я не передам. Пришлите поменьше: сфотографируйте нужную страницу или "
        "напишите словами."
    )
    return Screen(text)


def _carrying(shown: Screen, files: Sequence[QuestionFile]) -> Screen:
    """The message with the files, and with the spoken message where it bears one, before its words."""
    if not files:
        return shown
    spoken = (shown.attached.message,) if isinstance(shown.attached, CarriedVoice) else ()
    messages = (*spoken, *(one.message for one in files))
    return replace(shown, attached=CarriedFiles(files[0].chat, messages, _OTHERWISE))
