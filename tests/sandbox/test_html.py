import pytest

from bot.sandbox.text.html import parse_html
from bot.sandbox.text.styled import Entity, Styled
from bot.sandbox.text.tags import MarkupError


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("<b>да</b>", "bold"),
        ("<strong>да</strong>", "bold"),
        ("<i>да</i>", "italic"),
        ("<em>да</em>", "italic"),
        ("<u>да</u>", "underline"),
        ("<ins>да</ins>", "underline"),
        ("<s>да</s>", "strikethrough"),
        ("<strike>да</strike>", "strikethrough"),
        ("<del>да</del>", "strikethrough"),
        ("<tg-spoiler>да</tg-spoiler>", "spoiler"),
        ('<span class="tg-spoiler">да</span>', "spoiler"),
        ("<code>да</code>", "code"),
        ("<pre>да</pre>", "pre"),
        ("<blockquote>да</blockquote>", "blockquote"),
        ("<blockquote expandable>да</blockquote>", "expandable_blockquote"),
        ("<B >да</b >", "bold"),
    ],
)
def test_each_tag_of_telegram_formats_its_words(source: str, kind: str) -> None:
    assert parse_html(source) == Styled("да", (Entity(kind, 0, 2),))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&lt;b&gt; &amp; &quot;", '<b> & "'),
        ("&#1071;&#x42f;", "ЯЯ"),
        ("&lt без точки с запятой", "< без точки с запятой"),
        ("&nbsp;&laquo; AT&T", "&nbsp;&laquo; AT&T"),
        ("&#0; &#xD800; &#12345678901; &#x10ffff;", "&#0; &#xD800; &#12345678901; &#x10ffff;"),
    ],
)
def test_only_telegrams_own_references_become_signs(source: str, text: str) -> None:
    assert parse_html(source).text == text


def test_offsets_count_a_sign_beyond_the_basic_plane_twice() -> None:
    assert parse_html("😀 <b>да</b>").entities == (Entity("bold", 3, 2),)


def test_the_end_tag_may_leave_out_the_name() -> None:
    assert parse_html("<b>да</>") == Styled("да", (Entity("bold", 0, 2),))


def test_a_tag_around_nothing_leaves_nothing() -> None:
    assert parse_html("<b></b>да") == Styled("да")


def test_code_within_bold_cuts_the_bold_in_two() -> None:
    parsed = parse_html("<b>Код <code>AB</code> ваш</b>")

    assert parsed.entities == (Entity("bold", 0, 4), Entity("code", 4, 2), Entity("bold", 6, 4))


def test_formatting_inside_code_is_dropped() -> None:
    assert parse_html("<code><b>AB</b></code>").entities == (Entity("code", 0, 2),)


def test_code_inside_pre_gives_the_language() -> None:
    parsed = parse_html('<pre><code class="language-python">x</code></pre>')

    assert parsed.entities == (Entity("pre", 0, 1, language="python"),)


def test_a_link_takes_its_address_from_href_with_references_read() -> None:
    parsed = parse_html("<a href='https://a.ru/?x=1&amp;y=2'>да</a>")

    assert parsed.entities == (Entity("text_link", 0, 2, url="https://a.ru/?x=1&y=2"),)


def test_an_attribute_may_stand_without_quotes() -> None:
    assert parse_html("<span class=tg-spoiler>да</span>") == Styled("да", (Entity("spoiler", 0, 2),))


def test_code_before_bold_leaves_the_bold_whole() -> None:
    parsed = parse_html("<code>AB</code><b>да</b><code>CD</code>")

    assert parsed.entities == (Entity("code", 0, 2), Entity("bold", 2, 2), Entity("code", 4, 2))


def test_a_link_without_href_takes_its_own_words() -> None:
    assert parse_html("<a>a.ru</a>").entities == (Entity("text_link", 0, 4, url="a.ru"),)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://[", "ftp://a.ru", "http://", "просто слово"])
def test_a_link_that_leads_nowhere_stays_words(address: str) -> None:
    assert parse_html(f'<a href="{address}">да</a>') == Styled("да")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("🏟 🏟&lt;<abac>", 'Unsupported start tag "abac" at byte offset 13'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<b x", 'Unclosed start tag "b" at byte offset 0'),
        ("<b x=", 'Unclosed start tag "b" at byte offset 0'),
        ("<b x ", 'Unclosed start tag "b" at byte offset 0'),
        ("<i =a>", 'Empty attribute name in the tag "i" at byte offset 0'),
        ("<i a=1_>", "Unexpected end of name token at byte offset 5"),
        ("<i a=1", "Unexpected end of name token at byte offset 5"),
        ('да<i a="&lt;>', "Unclosed start tag at byte offset 4"),
        ("<i>a", 'Can\'t find end tag corresponding to start tag "i"'),
        ("a</i>", "Unexpected end tag at byte offset 1"),
        ("<i>a</i", "Unclosed end tag at byte offset 4"),
        ("<b><i>t</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_html_is_refused_with_the_place(source: str, words: str) -> None:
    with pytest.raises(MarkupError) as fault:
        parse_html(source)

    assert str(fault.value) == words


def test_ten_thousand_open_tags_are_read_in_a_blink() -> None:
    with pytest.raises(MarkupError, match="Can't find end tag"):
        parse_html("<b>" * 10_000)
