"""Markdown becomes the few tags Telegram shows, or a fault with its line; nothing is lost on the way."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.faq import markup
from bot.faq.markup import MAX_BLOCK, MarkupFault, blocks, faults, pages, plain
from tests.faq.telegrams_html import TelegramsHtml

PIECES = st.sampled_from(
    ["**", "*", "~~", "`", "[", '](https://a.b/?x=1&y="2")', "](x)", "<b>", "</i>", "<", ">", "&", "&amp;", '"', "\\",
     "\n", "\n\n", "1. ", "0) ", "- ", "   - ", "    ", "# ", "> ", "---\n", "```", "слово", " ", "!", "<!-- ", "  \n",
     "<https://a.b>", "_", "|", "\t", "\u2028", "\x00"]
)  # fmt: skip
MARKDOWN = st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("просто слова", ("просто слова",)),
        ("а **б** *в* ~~г~~ `д`", ("а <b>б</b> <i>в</i> <s>г</s> <code>д</code>",)),
        ("***оба***", ("<i><b>оба</b></i>",)),
        ("2 < 3 & 5 > 4, «`<b>`»", ("2 &lt; 3 &amp; 5 &gt; 4, «<code>&lt;b&gt;</code>»",)),
        ("&lt;b&gt; &copy; \\*как есть\\*", ("&lt;b&gt; © *как есть*",)),
        ('[портал](https://a.b/?x=1&y="2")', ('<a href="https://a.b/?x=1&amp;y=%222%22">портал</a>',)),
        ("[**жирная** `ссылка`](https://a.b)", ('<a href="https://a.b"><b>жирная</b> <code>ссылка</code></a>',)),
        ("<https://a.b/в>", ('<a href="https://a.b/%D0%B2">https://a.b/в</a>',)),
        ("строка\nдальше", ("строка дальше",)),
        ("строка  \nновая\\\nещё", ("строка\nновая\nещё",)),
        ("первый\n\nвторой", ("первый", "второй")),
        ("- а\n- б", ("• а\n• б",)),
        ("* а\n* б\n\n+ в", ("• а\n• б", "• в")),
        ("1. а\n2. б\n3. в", ("1. а\n2. б\n3. в",)),
        ("3) а\n4) б", ("3. а\n4. б",)),
        ("0. а\n1. б", ("0. а\n1. б",)),
        ("1. а\n1. б", ("1. а\n2. б",)),
        ("1. а\n   - б\n   - в\n     1. г\n2. д", ("1. а\n   • б\n   • в\n      1. г\n2. д",)),
        ("- а\n\n  ещё\n- б", ("• а\n   ещё\n• б",)),
        ("- \n- б", ("• б",)),
        ("вот:\n- а\n\nвсё", ("вот:", "• а", "всё")),
        ("", ()),
    ],
)
def test_markdown_becomes_telegrams_tags(markdown: str, shown: tuple[str, ...]) -> None:
    assert blocks(markdown) == shown
    assert faults(markdown) == []


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("а\n\n# б", (2, "чат не показывает заголовки.")),
        ("а\n===", (0, "чат не показывает заголовки.")),
        ("а\nб ![в](г.png)", (1, "чат не показывает картинки в тексте.")),
        ("<div>\nа\n</div>", (0, "чат не показывает HTML.")),
        ("а\nб<br>в", (1, "чат не показывает HTML.")),
        ("а\n\n<!-- б -->", (2, "чат не показывает HTML.")),
        ("```\nа\n```", (0, "чат не показывает блоки кода.")),
        ("а\n\n    б", (2, "чат не показывает блоки кода.")),
        ("а\n\n---\n\nб", (2, "чат не показывает линии.")),
        ("а\n\n> б", (2, "чат не показывает цитаты.")),
        ("- а\n- б\n\n  # в", (3, "чат не показывает заголовки.")),
        ("а  \nб\n[в](г)", (2, "чат не показывает ссылки, которые ведут не на страницу.")),
        ("[в](tel:+78001007010)", (0, "чат не показывает ссылки, которые ведут не на страницу.")),
        ("[в]()", (0, "чат не показывает ссылки, которые ведут не на страницу.")),
    ],
)
def test_what_a_chat_cannot_show_is_a_fault_at_its_line(markdown: str, found: tuple[int, str]) -> None:
    assert next((fault.line, fault.reason) for fault in faults(markdown)) == found


def test_a_tag_that_nobody_thought_of_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "_UNSHOWABLE", {})

    assert faults("# а") == [
        MarkupFault(0, "чат не показывает «heading».", "оставьте абзацы, **жирное**, списки и ссылки.")
    ]


def test_a_paragraph_or_list_too_long_to_stay_whole_is_a_fault() -> None:
    long = "\n".join(["- " + "я" * 100] * 15)

    assert faults("я" * MAX_BLOCK) == []
    assert faults(f"а\n\n{'я' * (MAX_BLOCK + 1)}\n\n{long}") == [
        MarkupFault(2, "абзац или список слишком длинный.", "разделите его: до 1500 знаков."),
        MarkupFault(4, "абзац или список слишком длинный.", "разделите его: до 1500 знаков."),
    ]


def test_plain_words_are_free_of_marks() -> None:
    markdown = "**Нажмите** [сюда](https://a.b).\n\n1. `код`  \n   <br>\n2. 2 < 3"

    assert plain(markdown) == "Нажмите сюда.\nкод\n<br>\n2 < 3"


@given(MARKDOWN)
def test_whatever_is_written_comes_out_balanced_and_in_allowed_tags_only(markdown: str) -> None:
    read = [TelegramsHtml(piece) for piece in blocks(markdown)]

    assert [piece.wrong for piece in read] == [[]] * len(read)


@given(MARKDOWN)
def test_a_text_without_faults_keeps_every_letter_in_order(markdown: str) -> None:
    assume(not faults(markdown))

    shown = iter("".join(TelegramsHtml(piece).visible for piece in blocks(markdown)))

    assert [letter for letter in plain(markdown) if not letter.isspace() and letter not in shown] == []


@given(st.lists(st.text("аб", min_size=1, max_size=30), max_size=30), st.integers(30, 100))
def test_pages_hold_every_piece_in_order_and_fit_the_limit(pieces: list[str], limit: int) -> None:
    texts = pages(pieces, limit)

    assert "\n\n".join(texts) == "\n\n".join(pieces)
    assert [len(text) for text in texts if len(text) > limit] == []


@given(st.lists(st.text("аб", min_size=1, max_size=30), max_size=30))
def test_pages_are_as_few_as_fit(pieces: list[str]) -> None:
    texts = pages(pieces, 60)

    heads = [text.split("\n\n", 1)[0] for text in texts[1:]]
    assert [1 for before, head in zip(texts, heads, strict=False) if len(before) + 2 + len(head) <= 60] == []


def test_a_piece_over_the_limit_stands_alone() -> None:
    assert pages(["а" * 9, "б" * 20, "в"], 10) == ("а" * 9, "б" * 20, "в")
    assert pages([], 10) == ()
