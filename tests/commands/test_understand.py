"""The command `understand`: JSON Lines in, acts out; turns are read from the words of the bot."""

import json
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.commands.asking import understand
from bot.commands.asking.understand_turns import turns_of
from bot.understanding.acts import SpeakerRole
from bot.understanding.live_understanding import Understanding
from bot.understanding.turns import AskedFor
from tests.understanding.conftest import understanding

__all__ = ["understanding"]  # the fixture

NOW = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
MSK = ZoneInfo("Europe/Moscow")


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Куда вам удобно прийти?", AskedFor.PLACE_TO_BOOK),
        ("Тема: забыт пароль. Куда вам удобно прийти?", AskedFor.PLACE_TO_BOOK),
        ("Напишите город, посёлок или деревню.", AskedFor.PLACE_TO_FIND),
        ("Когда вам удобно? 1. вторник, 1 декабря. 2. среда, 2 декабря.", AskedFor.DAY),
        ("Как к вам обращаться? Достаточно имени.", AskedFor.NAME),
        ("Проверьте: среда, 2 декабря, 11:00, Остров. Записать?", AskedFor.CHECK),
        ("Напоминаю: завтра, 1 декабря, в 15:00 вас ждут в библиотеке в Острове. Вы придёте?", AskedFor.REMINDER),
        ("Вы записаны: четверг, 3 декабря, 10:00, Псков. Код 7К2М.", AskedFor.VISIT),
        ("Отменить эту запись?", AskedFor.YES_NO),
        ("На этот день свободного времени уже нет. Показать другие дни?", AskedFor.NO_FREE_TIME),
        ("Вопрос № 5: «Где менять полис?» Напишите ответ, я передам.", AskedFor.ANSWER),
        ("Напишите ваш вопрос, я передам его библиотекарю.", AskedFor.QUESTION),
    ],
)
def test_the_words_of_a_prompt_tell_what_it_awaits(understanding: Understanding, said: str, asked: AskedFor) -> None:
    turns = turns_of([{"who": "bot", "text": said}], SpeakerRole.CITIZEN, understanding.knowledge, NOW.astimezone(MSK))

    assert turns.asked is asked


def test_numbered_lines_are_options_and_visits_are_own(understanding: Understanding) -> None:
    said = "Ваши записи: 1. вторник, 1 декабря, 12:00, Порхов. 2. четверг, 3 декабря, 10:00, Дедовичи."

    turns = turns_of([{"who": "bot", "text": said}], SpeakerRole.CITIZEN, understanding.knowledge, NOW.astimezone(MSK))

    assert len(turns.options) == 2
    assert [(visit.settlement, f"{visit.starts_at:%d %H:%M}") for visit in turns.own] == [
        ("Порхов", "01 12:00"),
        ("Дедовичи", "03 10:00"),
    ]


def test_an_answer_shows_the_article_that_its_question_finds(understanding: Understanding) -> None:
    talk = [{"who": "user", "text": "не приходит смс"}, {"who": "bot", "text": "Подождите 5 минут и запросите код."}]

    turns = turns_of(talk, SpeakerRole.CITIZEN, understanding.knowledge, NOW.astimezone(MSK))

    assert (turns.asked, turns.last_question, len(turns.shown_articles)) == (AskedFor.HELPED, "не приходит смс", 1)


def test_lines_are_answered_in_their_order_and_bad_ones_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        json.dumps({"id": 1, "role": "librarian", "text": "кто у меня завтра", "today": "2026-11-30T10:00"}),
        "{",
        json.dumps({"id": 3, "text": "да", "before": [{"who": "bot", "text": "Отменить эту запись?"}, "odd"]}),
        json.dumps({"id": 4, "text": "привет", "role": "tsar", "today": "once"}),
    ]

    code = understand.answer_lines(Path("data"), MSK, tmp_path / "weights.npz", StringIO("\n".join(lines)), NOW)

    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert told[0] == {"id": 1, "acts": [{"act": "day_list", "day": "2026-12-01"}]}
    assert told[1]["line"] == 2
    assert [one["acts"][0]["act"] for one in told[2:]] == ["yes", "greeting"]


def test_one_message_is_explained_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    understand.explain_one(Path("data"), MSK, tmp_path / "weights.npz", "запишите завтра в субботу", NOW)

    told = capsys.readouterr().out
    assert "Решено: book" in told
    assert "«завтра в субботу» — спросить: several_days" in told
    assert "отрыв" in told


def test_a_folder_without_answers_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert understand.explain_one(tmp_path, MSK, tmp_path / "weights.npz", "привет", NOW) == 5
    assert "Проверьте DATA_DIR" in capsys.readouterr().err
