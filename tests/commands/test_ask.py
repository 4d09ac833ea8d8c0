"""`ask` answers one question or a stream of them, and no line of the stream can end it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.terminal import Terminal
from tests.faq.faq_of_few import FEW

ASKED = {"id": 7, "text": "не помню пароль"}


def lines(*asked: object) -> bytes:
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in asked).encode()


def told(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_one_question_is_answered_in_words(terminal: Terminal) -> None:
    code, out, err = terminal.run("ask", "не помню пароль", "--top", "1")

    decision, hit = out.splitlines()
    assert (code, decision, err) == (0, "Отвечает", "")
    assert hit.split(maxsplit=2) == ["1.00", "password", FEW[0].title]


def test_a_message_with_two_questions_names_both_answers(terminal: Terminal) -> None:
    _, out, _ = terminal.run("ask", "Не помню пароль. Как записать маму к доктору?")

    assert {line.split()[1] for line in out.splitlines()[1:2]} | {
        line.split()[2] for line in out.splitlines() if line.startswith("и ещё")
    } == {"password", "doctor"}


def test_nothing_found_is_said_so(terminal: Terminal) -> None:
    assert terminal.run("ask", "щекотун бурмачит") == (0, "Не отвечает\n", "")


@pytest.mark.parametrize("question", ["", "  ", "\n"])
@pytest.mark.parametrize("options", [(), ("--json",), ("--explain",)])
def test_an_empty_question_is_an_error_in_words(terminal: Terminal, question: str, options: tuple[str, ...]) -> None:
    code, out, told = terminal.run("ask", question, *options)

    assert (code, out, told.partition(".")[0]) == (2, "", "Вопрос пустой")


def test_one_question_is_answered_in_json(terminal: Terminal) -> None:
    code, out, _ = terminal.run("ask", "не помню пароль", "--json", "--top", "1")

    assert (code, told(out)) == (
        0,
        [{"id": None, "decision": "answer", "hits": [{"article": "password", "score": 1.0}], "also": []}],
    )


def test_the_reasons_are_told_on_request(terminal: Terminal) -> None:
    code, out, _ = terminal.run("ask", "не помню пароль", "--explain")

    assert (code, "password" in out, "Прочитано" in out) == (0, True, True)


def test_a_stream_is_answered_line_by_line_with_its_ids(terminal: Terminal) -> None:
    code, out, err = terminal.run("ask", given=lines(ASKED, {"id": "б", "text": "рецепт борща"}, {"text": "штраф"}))

    answers = told(out)
    assert (code, err) == (0, "")
    assert [answer["id"] for answer in answers] == [7, "б", None]
    assert [answer["decision"] for answer in answers][:2] == ["answer", "none"]
    assert answers[0]["hits"][0] == {"article": "password", "score": 1.0}


def test_a_stream_gets_at_least_five_hits_whatever_is_asked_for(terminal: Terminal) -> None:
    _, out, _ = terminal.run("ask", "--top", "1", given=lines({"text": "как войти, записаться, оплатить, удалить?"}))

    assert len(told(out)[0]["hits"]) == len(FEW)


@pytest.mark.parametrize(
    "line",
    [b"{", b"[1]", b"5", b"null", b'{"id": 1}', b'{"text": 5}', b'{"text": null}', b"[" * 100_000, b"9" * 5000],
)
def test_a_bad_line_is_told_with_its_number_and_the_next_is_answered(terminal: Terminal, line: bytes) -> None:
    code, out, _ = terminal.run("ask", given=b"\n  \n" + line + b"\n" + lines(ASKED))

    bad, good = told(out)
    assert (code, bad, good["id"]) == (0, {"line": 3, "error": 'ожидается {"id": …, "text": "вопрос"}'}, 7)


def test_half_a_letter_in_a_line_ends_nothing_and_an_id_comes_back_as_it_was(terminal: Terminal) -> None:
    broken = b'{"id": "\\ud800", "text": "\\ud800 \xd0\xbf\xd0\xb0\xd1\x80\xd0\xbe\xd0\xbb\xd1\x8c"}\n'

    code, out, _ = terminal.run("ask", given=broken + lines(ASKED))

    assert (code, [answer["id"] for answer in told(out)]) == (0, ["\ud800", 7])


def test_a_stream_from_windows_is_read(terminal: Terminal) -> None:
    code, out, _ = terminal.run("ask", given=b"\xef\xbb\xbf" + lines(ASKED, ASKED).replace(b"\n", b"\r\n"))

    assert (code, [answer["decision"] for answer in told(out)]) == (0, ["answer", "answer"])


def test_a_stream_in_another_encoding_is_answered_as_well_as_it_can_be(terminal: Terminal) -> None:
    code, out, _ = terminal.run("ask", given=lines(ASKED).decode().encode("cp1251") + b"\n" + lines(ASKED))

    assert (code, [answer["decision"] for answer in told(out)]) == (0, ["none", "answer"])


@pytest.mark.parametrize("arguments", [("ask", "пароль"), ("ask",)])
def test_without_its_folder_it_says_what_to_check(terminal: Terminal, data: Path, arguments: tuple[str, ...]) -> None:
    (data / "faq" / "groups.yaml").unlink()

    code, out, err = terminal.run(*arguments, given=lines(ASKED))

    assert (code, out, err) == (5, "", f"Нет файла {data / 'faq' / 'groups.yaml'}. Проверьте DATA_DIR.\n")


def test_faulty_files_are_told_and_the_others_answer(terminal: Terminal, data: Path) -> None:
    (data / "faq" / "signin" / "fines.md").write_text("без шапки", encoding="utf-8")

    code, out, err = terminal.run("ask", "не помню пароль")

    assert (code, out.startswith("Отвечает")) == (0, True)
    assert err.startswith(f"{data / 'faq' / 'signin' / 'fines.md'}:1: нет шапки")


@pytest.mark.parametrize("top", ["0", "11", "-1", "много", "２", "9" * 5000])
def test_how_many_to_show_is_one_to_ten(terminal: Terminal, top: str) -> None:
    assert terminal.run("ask", "пароль", "--top", top)[0] == 2
