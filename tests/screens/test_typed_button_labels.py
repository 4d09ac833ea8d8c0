"""The words of a button, typed where an answer is awaited, are no answer: whoever adds a button says so."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.handlers.questions.proposals import is_label_of_answering
from bot.russian.yes_no import is_unsent
from bot.screens.faq.wording_edits import is_label

SCREENS = Path("bot/screens")
EDITING = ("faq/editing.py", "faq/wording_edits.py", "faq/title_edits.py", "faq/new_article.py", "faq/place_edits.py")
ENDS = {"Отменить"}  # ends whatever is asked, before it is asked what it means
ANSWERING = ("questions/librarian.py", "questions/drafts.py")


def labels(*files: str) -> Iterator[str]:
    for file in files:
        for node in ast.walk(ast.parse((SCREENS / file).read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Button"), args=[ast.Constant(value=str(label)), *_]):
                    yield label
                case _:
                    pass


@pytest.mark.parametrize("label", sorted(set(labels(*EDITING))))
def test_a_button_of_the_editor_is_no_question_of_a_citizen(label: str) -> None:
    assert is_label(label)


@pytest.mark.parametrize("label", sorted(set(labels(*ANSWERING)) - ENDS))
def test_a_button_of_answering_is_no_answer_to_a_citizen(label: str) -> None:
    assert is_label_of_answering(label) or is_unsent(label)
