"""Screens of why an answer was not written, or is not answered from yet."""

from collections.abc import Sequence
from html import escape

from bot.datafiles.file_problem import FileProblem
from bot.russian.system_errors import reason_of
from bot.screens.action import Action
from bot.screens.common_buttons import HOME
from bot.screens.faq.editing import ANOTHER, STOP
from bot.screens.faq.editing_actions import ShowTyped
from bot.screens.file_faults import fault_lines
from bot.screens.screen import Button, Screen, row


def keep_again(action: Action) -> Button:
    """Writes the draft that was shown, once the obstacle is gone."""
    return Button("Записать", action)


def show_again() -> Button:
    """Shows the draft that could not be shown, once the obstacle is gone."""
    return Button("Показать, как будет", ShowTyped())


def refused(problems: Sequence[FileProblem], typed: str = "") -> Screen:
    """Says what would be wrong with the file; the typed text may be copied and mended."""
    lines = "\n".join(f"• {escape(problem.reason)} {escape(problem.cure)}" for problem in problems[:5])
    before = (f"<pre>{escape(typed)}</pre>",) if typed else ()
    return Screen(
        f"Так записать нельзя, файл остался прежним:\n{lines}\n\nПришлите исправленный текст.", (STOP,), before=before
    )


def others_faulty(problems: Sequence[FileProblem], again: Button | None = None) -> Screen:
    """Says which files must be mended before anything is written; `again` goes on with the draft after that."""
    told = (
        "Ничего не записал: в файлах уже есть ошибка, не в ваших словах. Пока она есть, новое людям не видно.\n"
        f"{fault_lines(problems)}"
    )
    if again is None:
        return Screen(f"{told}\n\nИсправьте этот файл и повторите.", (row(ANOTHER, HOME),))
    text = f"{told}\n\nИсправьте этот файл и нажмите «{again.label}»: ваш текст я помню."
    return Screen(text, (row(again), STOP))


def unwritable(error: OSError, again: Button | None = None) -> Screen:
    """Says why the file is as it was; `again` goes on with the draft once that is mended."""
    rows = (row(again), STOP) if again else (row(ANOTHER, HOME),)
    kept = f" Ваш текст я помню: исправьте это и нажмите «{again.label}»." if again else ""
    return Screen(f"Ничего не записал: {escape(reason_of(error))}. Файлы остались прежними.{kept}", rows)


def not_served(problems: Sequence[FileProblem], error: OSError | None) -> Screen:
    """The change is in the file, and people still read what was there before."""
    why = fault_lines(problems) if problems else escape(reason_of(error) if error else "")
    text = (
        "В файл записал, но отвечаю людям пока по-прежнему: файлы ответов сейчас не читаются.\n"
        f"{why}\n\nИсправьте это — новое начнёт действовать само; проверить: /data. Второй раз записывать не нужно."
    )
    return Screen(text, (row(ANOTHER, HOME),))
