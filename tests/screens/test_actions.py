"""What a button means survives its 64 bytes; anything this version would not have written means nothing."""

import string
from dataclasses import fields
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.faq.last_answers import SaidPart
from bot.screens.action import Action
from bot.screens.actions import AnswerQuestion, Browse, GoHome, Rate, ShowArticle, ShowGroup
from bot.screens.callback_data import MAX_BYTES, TAGS, pack, unpack
from bot.screens.home.actions import ForgetMe

WORDS = st.text(string.ascii_letters + string.digits + "_-", min_size=1, max_size=39)
VALUES = {str: WORDS, int: st.integers(0, 2**53), bool: st.booleans()}
SIGNS = st.text(string.ascii_letters + string.digits + "_-", min_size=4, max_size=4)
MINUTES = st.integers(0, 10**8)  # since the epoch
SHORT: dict[tuple[str, type], st.SearchStrategy[object]] = {
    ("via", str): st.sampled_from("bsrd"),
    ("part", str): st.sampled_from(["hours", "announcement"]),
    ("topic", str): st.text(string.ascii_lowercase, min_size=1, max_size=16),
    ("at", str): SIGNS,
    ("on", str): SIGNS,
    ("page", int): st.integers(0, 99),
    ("start", int): MINUTES,
    ("desks", int): st.integers(0, 50),
    ("end", int): MINUTES,
    ("first", int): st.integers(0, 99_999_999),
    ("last", int): st.integers(0, 99_999_999),
    ("span", str): st.text(string.ascii_lowercase, min_size=1, max_size=16),
    ("gap", str): st.text("0123456789abcdef", min_size=10, max_size=10),
    ("kind", str): st.sampled_from(["article", "centre"]),
    ("version", str): st.text("0123456789abcdef", min_size=8, max_size=8),
    ("seen", str): st.text("0123456789abcdef", min_size=8, max_size=8),
    ("former", str): st.sampled_from(["-", "2026-11-30"]),
    ("after", str): st.sampled_from(SaidPart),
    ("role", str): st.sampled_from(["district", "methodist"]),
    ("what", str): st.text(string.ascii_lowercase, min_size=1, max_size=3),
}


def any_of(kind: type[Action]) -> st.SearchStrategy[Action]:
    hints = get_type_hints(kind)
    return st.builds(
        kind,
        **{field.name: SHORT.get((field.name, hints[field.name]), VALUES[hints[field.name]]) for field in fields(kind)},
    )


ACTIONS = st.sampled_from(sorted(TAGS.values(), key=lambda kind: kind.__name__)).flatmap(any_of)


@pytest.mark.parametrize("kind", TAGS.values(), ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_every_action_fits_its_bytes_and_comes_back_as_it_was(kind: type[Action], data: st.DataObject) -> None:
    action = data.draw(any_of(kind))

    packed = pack(action)

    assert (unpack(packed), len(packed.encode()) <= MAX_BYTES) == (action, True)


def test_the_tags_of_old_messages_keep_their_meaning() -> None:
    assert [pack(action) for action in (GoHome(), Browse(2), ShowGroup("signin"), ShowArticle("a-1", "s"))] == [
        "h",
        "b:2",
        "g:signin:0",
        "a:a-1:s",
    ]
    assert [pack(action) for action in (Rate("a-1", helped=True), AnswerQuestion(7), ForgetMe(sure=False))] == [
        "r:a-1:1",
        "w:7",
        "f:0",
    ]


def test_every_kind_of_action_has_one_tag() -> None:
    # By name: a class with slots is made twice, and the first one lives on as a subclass.
    assert {kind.__name__ for kind in TAGS.values()} == {kind.__name__ for kind in Action.__subclasses__()}
    assert len(set(TAGS.values())) == len(TAGS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":",
        "h:",
        "h:1",
        "H",
        "?",
        "b",
        "b:",
        "b:-1",
        "b:+1",
        "b:01",
        "b:00",
        "b:1.0",
        "b: 1",
        "b:1:2",
        "b:１",
        "b:²",
        "b:٣",
        "b:" + "9" * 30,
        "b:" + str(2**53 + 1),
        "w:99999999999999999999",
        "g:signin",
        "g::0",
        "g:вход:0",
        "g:a b:0",
        "g:a.b:0",
        "a:x:\u202e",
        "r:x:2",
        "r:x:01",
        "r:x:true",
        "a:" + "x" * 61 + ":b",
        "привет",
        "\x00",
        "a:x:b:extra",
        "unknown:1",
    ],
)
def test_garbage_means_nothing(text: str) -> None:
    assert unpack(text) is None


@given(st.text(max_size=80) | ACTIONS.map(pack).flatmap(lambda packed: st.text(max_size=3).map(packed.__add__)))
def test_whatever_comes_in_a_press_is_an_action_written_so_or_nothing(text: str) -> None:
    action = unpack(text)

    assert action is None or pack(action) == text


@pytest.mark.parametrize(
    "action",
    [
        ShowArticle("x" * 61),
        ShowArticle("вход"),
        ShowArticle("a:b"),
        ShowArticle(""),
        Browse(-1),
        Browse(2**53 + 1),
        Rate("x" * 62, helped=True),
    ],
)
def test_what_could_not_be_read_back_is_not_packed(action: Action) -> None:
    with pytest.raises(ValueError, match="cannot be packed"):
        pack(action)
