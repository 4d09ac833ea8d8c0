"""What a new wording would take from other articles."""

from dataclasses import replace

from bot.faq.article import Article, Group, GroupId
from bot.faq.edits.takeovers import takeovers
from bot.faq.library import Library
from bot.faq.live_faq import build_engine
from tests.faq.faq_of_few import article

PASSPORT = article("passport", "Первое", ["замена паспорта", "новый паспорт"])
OTHER = article("other", "Второе", ["обмен паспорта", "паспорт сменить"])


def library(*articles: Article) -> Library:
    return Library((Group(GroupId("g"), "Полка", articles),), {}, {one.id: one for one in articles})


def told(few: Library, to: Article, wording: str) -> list[tuple[str, str, str, bool]]:
    taken = takeovers(few, build_engine(few), to, wording)
    return [(one.words, one.before.id, one.after.id, one.shared) for one in taken]


def test_a_wording_of_another_in_other_forms_is_taken_from_it() -> None:
    assert told(library(PASSPORT, OTHER), OTHER, "паспорта замены") == [
        ("паспорта замены", "passport", "other", False),
        ("замена паспорта", "passport", "other", False),
    ]


def test_a_question_answered_by_another_is_taken_from_it() -> None:
    assert told(library(PASSPORT, OTHER), OTHER, "новый паспорт, замена") == [
        ("новый паспорт, замена", "passport", "other", False)
    ]


def test_what_is_answered_no_more_but_left_to_choose_is_told_too() -> None:
    titled = replace(PASSPORT, title="Замена паспорта", variants=("замена паспорта по возрасту", "новый паспорт"))

    assert ("новый паспорт", "passport", "other", True) in told(library(titled, OTHER), OTHER, "новых паспортов")


def test_a_wording_that_nobody_answers_takes_nothing() -> None:
    few = library(PASSPORT, OTHER)

    assert takeovers(few, build_engine(few), OTHER, "перец и соль") == ()


def test_a_wording_answered_by_the_article_itself_takes_nothing() -> None:
    few = library(PASSPORT, OTHER)

    assert takeovers(few, build_engine(few), PASSPORT, "самый новый паспорт") == ()
