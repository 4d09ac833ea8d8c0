"""The engine over a small FAQ, and over whatever people can send."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.faq.search.decision import Decision
from bot.faq.search.search import MOST_HITS, Engine, Finding
from bot.faq.search.synonyms import Synonyms
from tests.faq.faq_of_few import FEW, SYNONYMS, article, engine_of_few

ENGINE = engine_of_few()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Не помню пароля", "password"),
        ("забыл пороль", "password"),
        ("pf,sk gfhjkm", "password"),
        ("zabyl parol", "password"),
        ("забылпароль", "password"),
        ("мне бы к зубному", "doctor"),
        ("штраф", "fines"),
        ("удалить учётку", "delete"),
    ],
)
def test_the_right_article_comes_first(text: str, first: str) -> None:
    assert ENGINE.ask(text).hits[0].article == first


def test_a_variant_word_for_word_is_answered_at_once() -> None:
    finding = ENGINE.ask("Бумажку с паролем потеряла...")

    assert (finding.decision, finding.hits[0].article, finding.hits[0].score) == (Decision.ANSWER, "password", 1.0)


def test_a_wording_that_two_articles_share_leaves_a_choice() -> None:
    twins = (article("a", "Первое", ["замена паспорта"]), article("b", "Второе", ["замена паспорта"]))

    assert Engine.build(twins, SYNONYMS).ask("замена паспорта").decision is Decision.SUGGEST


@pytest.mark.parametrize(
    "text", ["какая погода завтра", "рецепт борща", "asdfgh", "лдваыоладыв", "1234567", "", "🙂🙂", "?!…", "²"]
)
def test_what_is_not_in_the_faq_is_not_answered(text: str) -> None:
    assert ENGINE.ask(text).decision is Decision.NONE


def test_two_questions_of_one_message_are_both_answered() -> None:
    finding = ENGINE.ask("Как восстановить пароль? И ещё как записаться к врачу?")

    assert {finding.hits[0].article, *finding.parts} == {"password", "doctor"}


def test_one_question_in_two_sentences_has_no_further_parts() -> None:
    assert ENGINE.ask("Здравствуйте, я пенсионерка. Как восстановить пароль?").parts == ()


def test_an_empty_faq_finds_nothing() -> None:
    assert Engine.build((), Synonyms.concepts_of({})).ask("пароль") == Finding(Decision.NONE, ())


def test_an_article_of_one_title_can_be_found() -> None:
    alone = Engine.build([article("only", "Материнский капитал", [])], SYNONYMS)

    assert alone.ask("материнский капитал").hits[0].article == "only"


NOISE = [
    "ы" * 4096,
    "слово " * 700,
    "qwzx jkvb " * 400,
    "\x00\x01\x1f пароль",
    "\ud800 пароль \udfff",
    "\u202eпароль\u202c",
    "مرحبا كيف أستعيد كلمة المرور",
    "²³¹½ ⅷ",
    "💥" * 1000,
    "......????!!!!",
    "'\";--<script>",
]


@pytest.mark.parametrize("text", NOISE)
def test_noise_is_survived(text: str) -> None:
    finding = ENGINE.ask(text)

    assert len(finding.hits) <= MOST_HITS


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=200))
@example("İ" * 3)
def test_any_text_gives_the_same_sorted_finding_twice(text: str) -> None:
    finding = ENGINE.ask(text)

    scores = [hit.score for hit in finding.hits]
    assert finding == ENGINE.ask(text)
    assert scores == sorted(scores, reverse=True)


@settings(deadline=None, max_examples=100)
@given(
    st.lists(st.sampled_from(["забыл", "пароль", "врач", "штраф", "борщ", "не", "как", "удалить"]), max_size=6),
    st.sampled_from(["", " ", "?", "!!", " …"]),
)
def test_case_and_trailing_marks_change_nothing(words: list[str], marks: str) -> None:
    text = " ".join(words)

    assert ENGINE.ask(text.upper() + marks).hits == ENGINE.ask(text).hits


def test_an_explanation_names_repairs_words_and_the_wording() -> None:
    text = str(ENGINE.explain("djccnfyjdbnm пороль от ноутбука"))

    assert "«djccnfyjdbnm» → «восстановить» (другая раскладка)" in text
    assert "«пороль» → «пароль» (опечатка)" in text
    assert "Незнакомые слова: ноутбука" in text
    assert "1. password" in text
    assert "ближе всего «как восстановить пароль»" in text


def test_an_explanation_of_nothing_is_short() -> None:
    assert str(ENGINE.explain("…")).startswith("Прочитано: ни одного слова\nУверенность 0.00")


def test_every_article_is_found_by_its_own_words() -> None:
    asked = {wording: item.id for item in FEW for wording in (item.title, *item.variants)}

    assert {wording: ENGINE.ask(wording).hits[0].article for wording in asked} == asked
