"""While it is asked at which centre, what is typed may still correct the days."""

import pytest

from tests.stage import IDS, StraightStage


async def said(stage: StraightStage, *words: str) -> str:
    for word in words:
        stage.wire.inbox.clear()
        await stage.say("gleb", word)
    return "\n".join(shown.text for shown in stage.wire.inbox[IDS["gleb"]])


@pytest.mark.parametrize(
    ("first", "then", "shown"),
    [
        ("с 7 по 10 декабря одно место", "с 8 по 10 декабря", "вторник, 8 декабря — четверг, 10 декабря: 1 место"),
        ("с 7 по 10 декабря одно место", "11 декабря три места", "пятница, 11 декабря: 3 места"),
        ("ещё открыть субботу 5 декабря 10–14", "6 декабря 11-13", "воскресенье, 6 декабря, с 11:00 до 13:00"),
    ],
)
async def test_a_correction_at_the_question_for_the_centre_counts(
    stage: StraightStage, first: str, then: str, shown: str
) -> None:
    asked = await said(stage, first)
    again = await said(stage, then)

    assert "В каком центре?" in asked
    assert "В каком центре?" in again
    assert shown in await said(stage, "1")
