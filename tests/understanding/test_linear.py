"""The linear part learns from wordings, always the same, and is kept in a file under what it was learned from."""

from pathlib import Path

import numpy as np
import pytest

from bot.understanding.linear import linear_file
from bot.understanding.linear.linear import LinearModel, train
from bot.understanding.linear.linear_file import Rows, learn, learned_file

TEXTS = [["=запись", "=завтра"], ["=запись", "=среда"], ["=книга", "=продлить"], ["=книга", "=сдать"]] * 3
LABELS = ["book", "book", "library", "library"] * 3


def not_asked_for() -> Rows:
    pytest.fail("what was kept for these texts is learned again")


def likeliest(model: LinearModel, features: list[str]) -> str:
    return model.classes[int(model.log_shares(features).argmax())]


def test_words_speak_for_the_act_they_were_said_of() -> None:
    model = train(TEXTS, LABELS)

    assert likeliest(model, ["=запись", "=четверг"]) == "book"
    assert likeliest(model, ["=книга"]) == "library"
    assert model.heaviest(["=запись", "=книга"], "book", 1)[0][0] == "=запись"


def test_unknown_words_leave_every_act_possible() -> None:
    assert np.isfinite(train(TEXTS, LABELS).log_shares(["=самовар"])).all()


def test_the_same_texts_give_the_same_weights() -> None:
    assert np.array_equal(train(TEXTS, LABELS).weights, train(TEXTS, LABELS).weights)


def test_weights_are_kept_and_read_again(tmp_path: Path) -> None:
    kept = learned_file(tmp_path / "bot.sqlite3")

    learned = learn("texts", lambda: (TEXTS, LABELS), kept)
    again = learn("texts", not_asked_for, kept)

    assert again.vocabulary == learned.vocabulary
    assert np.array_equal(again.weights, learned.weights)


def test_other_texts_are_learned_anew(tmp_path: Path) -> None:
    kept = learned_file(tmp_path / "bot.sqlite3")
    learn("texts", lambda: (TEXTS, LABELS), kept)

    other = learn("other texts", lambda: (TEXTS, LABELS[2:] + LABELS[:2]), kept)

    assert likeliest(other, ["=книга"]) == "book"


def test_another_program_learns_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = learned_file(tmp_path / "bot.sqlite3")
    learn("texts", lambda: (TEXTS, LABELS), kept)
    monkeypatch.setattr(linear_file, "program_print", lambda: "one that reads words otherwise")

    other = learn("texts", lambda: (TEXTS, LABELS[2:] + LABELS[:2]), kept)

    assert likeliest(other, ["=книга"]) == "book"


def test_a_file_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert learn("texts", lambda: (TEXTS, LABELS), tmp_path / "file" / "weights.npz").classes == ("book", "library")
