"""Questions asked in vain are noted in one spelling, behind the answer."""

from bot.faq.unanswered import MAX_TEXT, UnansweredLog, UnansweredQuestion
from bot.people import Address
from bot.write_behind import WriteBehind
from tests.hand_clock import NOON, HandClock


async def noted(*texts: str) -> list[UnansweredQuestion]:
    written: list[UnansweredQuestion] = []

    async def write(gaps: list[UnansweredQuestion]) -> None:
        written.extend(gaps)

    behind = WriteBehind("gap", write)
    book = UnansweredLog(behind, lambda person: f"name of {person.id}", HandClock())
    for text in texts:
        book.note(Address("telegram", 1), text, "none")
    await behind.flush()
    return written


async def test_the_same_question_has_one_spelling() -> None:
    assert (
        await noted("Ещё  РАЗ\nпро ёлку", "еще раз про елку")
        == [UnansweredQuestion("еще раз про елку", "none", NOON, "name of 1")] * 2
    )


async def test_a_long_question_is_cut() -> None:
    assert await noted("я " * 1000) == [UnansweredQuestion(("я " * 1000)[:MAX_TEXT], "none", NOON, "name of 1")]
