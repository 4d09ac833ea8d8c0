import pytest
from aiogram.types import MessageEntity

from bot.sandbox.refusal import ApiRefusal
from bot.sandbox.text.compose import caption_text, message_text
from bot.sandbox.text.detect import with_found
from bot.sandbox.text.safe import safe_html
from bot.sandbox.text.styled import Entity, Styled


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/help мне", [Entity("bot_command", 0, 5)]),
        ("/help@bibliogos_bot", [Entity("bot_command", 0, 19)]),
        ("см. gosuslugi.ru.", [Entity("url", 4, 12)]),
        ("😀 https://a.ru/x?y=1, да", [Entity("url", 3, 18)]),
        ("пишите a.b@mail.ru", [Entity("email", 7, 11)]),
        ("@anna #запись", [Entity("mention", 0, 5), Entity("hashtag", 6, 7)]),
        ("12/05 и/или a//b", []),
    ],
)
def test_commands_and_addresses_are_found_in_a_text(text: str, found: list[Entity]) -> None:
    assert with_found(Styled(text)).entities == tuple(found)


def test_nothing_is_found_inside_code() -> None:
    code = Styled("/help", (Entity("code", 0, 5),))

    assert with_found(code) == code


def test_four_thousand_letters_are_searched_at_once() -> None:
    assert with_found(Styled("а" * 4096 + "." * 4096)).entities == ()


def test_white_space_at_the_ends_goes_and_the_formatting_moves_along() -> None:
    assert message_text(" <b> да </b> нет ", "HTML", None) == Styled("да  нет", (Entity("bold", 0, 3),))


def test_formatting_of_trimmed_space_goes_with_it() -> None:
    assert message_text("да<b>  </b>", "html", None) == Styled("да")


@pytest.mark.parametrize(
    ("text", "mode", "words"),
    [
        ("", None, "message text is empty"),
        (" \n ", None, "text must be non-empty"),
        ("<b></b>", "HTML", "text must be non-empty"),
        ("я" * 4097, None, "message is too long"),
        ("😀" * 2049, None, "message is too long"),
        ("да", "MarkdownV2", "unsupported parse_mode"),
        ("<div>", "HTML", 'can\'t parse entities: Unsupported start tag "div" at byte offset 0'),
    ],
)
def test_a_text_telegram_would_not_take_is_refused(text: str, mode: str | None, words: str) -> None:
    with pytest.raises(ApiRefusal) as refused:
        message_text(text, mode, None)

    assert refused.value.description == f"Bad Request: {words}"


def test_the_limit_counts_after_the_tags_are_gone() -> None:
    assert len(message_text(f"<b>{'я' * 4096}</b>", "HTML", None).text) == 4096


def test_a_caption_may_have_1024_signs() -> None:
    with pytest.raises(ApiRefusal, match="message caption is too long"):
        caption_text("я" * 1025, None, None)


@pytest.mark.parametrize(
    ("entity", "words"),
    [
        ({"type": "bold", "offset": -1, "length": 1}, "receive an entity with incorrect offset -1"),
        (
            {"type": "bold", "offset": 9, "length": 1},
            "entity begins after the end of the text at UTF-16 offset 9",
        ),
        (
            {"type": "bold", "offset": 0, "length": 9},
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
        ),
        (
            {"type": "text_link", "offset": 0, "length": 1, "url": "нет"},
            "entity URL 'нет' is invalid: Wrong HTTP URL",
        ),
    ],
)
def test_entities_that_do_not_fit_the_text_are_refused(entity: dict[str, object], words: str) -> None:
    with pytest.raises(ApiRefusal) as refused:
        message_text("да", None, [MessageEntity.model_validate(entity)])

    assert refused.value.description == f"Bad Request: {words}"


def test_given_entities_replace_the_parse_mode() -> None:
    given = [MessageEntity(type="bold", offset=0, length=3)]

    assert message_text("<b>", "HTML", given) == Styled("<b>", (Entity("bold", 0, 3),))


@pytest.mark.parametrize(
    ("styled", "html"),
    [
        (Styled("<script>&\"'"), "&lt;script&gt;&amp;&quot;&#x27;"),
        (Styled("да", (Entity("bold", 0, 2), Entity("italic", 1, 1))), "<b>д<i>а</i></b>"),
        (Styled("абв", (Entity("bold", 0, 2), Entity("italic", 1, 2))), "<b>а<i>б</i></b>в"),
        (Styled("а", (Entity("custom_emoji", 0, 1),)), "а"),
        (Styled("а\nб", (Entity("spoiler", 0, 1),)), '<span class="spoiler">а</span>\nб'),
    ],
)
def test_what_the_page_gets_is_escaped_and_well_nested(styled: Styled, html: str) -> None:
    assert safe_html(styled) == html


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:x", "java\nscript:x", "vbscript:x", "//a.ru"]
)
def test_no_link_on_the_page_runs_anything(address: str) -> None:
    html = safe_html(Styled("да", (Entity("text_link", 0, 2, url=address),)))

    assert "script:" not in html
    assert "data:" not in html


def test_an_address_cannot_break_out_of_its_quotes() -> None:
    html = safe_html(Styled("да", (Entity("text_link", 0, 2, url='https://a.ru/"onclick="x'),)))

    assert html.startswith('<a href="https://a.ru/&quot;onclick=&quot;x" rel="noopener noreferrer"')


def test_found_addresses_become_links() -> None:
    html = safe_html(with_found(Styled("a.ru a@b.ru")))

    assert 'href="https://a.ru"' in html
    assert 'href="mailto:a@b.ru"' in html
