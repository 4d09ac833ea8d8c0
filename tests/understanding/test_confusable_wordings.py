"""Wordings of acts that are nearer to another act once they are left out themselves."""

from dataclasses import replace

from bot.understanding.act_files.confusable_wordings import ConfusableWording, confusable_wordings
from tests.stage import the_acts, the_faq


def test_a_wording_among_those_of_another_act_is_named_with_both() -> None:
    entries = the_acts().now.learned.entries
    cancel = next(one for one in entries if one.id == "cancel")
    move = next(one for one in entries if one.id == "move")
    few = (
        replace(
            cancel, wordings=("отмените запись", "отмените мою запись", "отмените нашу запись", "отмените её запись")
        ),
        replace(move, wordings=("перенесите на среду", "перенесите на четверг", "отмените запись пожалуйста")),
    )

    found = list(confusable_wordings(few, the_faq().engine.reader))

    assert found == [ConfusableWording("отмените запись пожалуйста", "move", "cancel")]
