"""Markdown of an answer → the few tags a messenger shows, a block (paragraph, list) at a time."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

MORE = "<!-- more -->"  # a line of its own: what follows is shown after «Подробнее»
MAX_BLOCK = 1500  # characters with their tags; a longer paragraph is refused by the check, so pages never cut one

_TAGS = {"strong": "b", "em": "i", "s": "s"}
_ALLOWED_BLOCKS = frozenset({"paragraph", "ordered_list", "bullet_list", "list_item", "inline"})
_ALLOWED_INLINE = frozenset({"text", "softbreak", "hardbreak", "strong", "em", "s", "link", "code_inline"})


class MarkupFault(NamedTuple):
    """Something in an answer that a chat cannot show; lines are counted from the answer's first."""

    line: int
    reason: str
    cure: str


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("strikethrough")


@lru_cache(maxsize=2048)  # parsing costs as much as finding the answer; a changed text is another key
def blocks(markdown: str) -> tuple[str, ...]:
    """The answer as pieces of Telegram's HTML, one a paragraph or a list."""
    return tuple(_block(tokens) for tokens in _top_level(_tokens(markdown)))


def blocks_before_more(markdown: str) -> int:
    """How many pieces stand before the line `<!-- more -->`; 0 where there is none."""
    before, mark, _ = markdown.partition(MORE)
    return len(blocks(before)) if mark else 0


def pages(pieces: Sequence[str], limit: int) -> tuple[str, ...]:
    """The pieces joined into as few texts as fit the limit, cut only between pieces."""
    texts: list[str] = []
    for piece in pieces:
        if texts and len(texts[-1]) + 2 + len(piece) <= limit:
            texts[-1] += "\n\n" + piece
        else:
            texts.append(piece)
    return tuple(texts)


def plain(markdown: str) -> str:
    """The words alone, for search, for reading aloud and for counting them."""
    inline = (token for token in _tokens(markdown) if token.type == "inline")
    return "\n".join("".join(_visible(token) for token in item.children or ()) for item in inline)


def faults(markdown: str) -> list[MarkupFault]:
    """What the answer has that cannot be shown, or is too long to be cut well."""
    found = [_unshowable(token) for token in _unexpected(_tokens(markdown))]
    for tokens in _top_level(_tokens(markdown)):
        if len(_block(tokens)) > MAX_BLOCK:
            line = (tokens[0].map or [0])[0]
            found.append(
                MarkupFault(line, "абзац или список слишком длинный.", f"разделите его: до {MAX_BLOCK} знаков.")
            )
    return found


def _tokens(markdown: str) -> list[Token]:
    return _markdown().parse(markdown.replace(MORE, "", 1))


def _top_level(tokens: Iterable[Token]) -> Iterable[list[Token]]:
    block: list[Token] = []
    for token in tokens:
        block.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield block
            block = []


def _block(tokens: Sequence[Token]) -> str:
    if tokens[0].type not in ("ordered_list_open", "bullet_list_open"):
        return "\n".join(_inline(token) for token in tokens if token.type == "inline")
    return "\n".join(_lines(tokens))


def _lines(tokens: Sequence[Token]) -> Iterable[str]:
    mark = ""
    counters: list[int | None] = []
    for token in tokens:
        match token.type:
            case "ordered_list_open":
                counters.append(int(token.attrs.get("start", 1)))
            case "bullet_list_open":
                counters.append(None)
            case "ordered_list_close" | "bullet_list_close":
                counters.pop()
            case "list_item_open":
                mark = _mark(counters)
            case "inline":
                yield mark + _inline(token)
                mark = "   " * len(counters)
            case _:
                pass  # what opens and closes a paragraph or an item has no words


def _mark(counters: list[int | None]) -> str:
    number = counters[-1]
    if number is not None:
        counters[-1] = number + 1
    return "   " * (len(counters) - 1) + ("• " if number is None else f"{number}. ")


def _inline(token: Token) -> str:
    return "".join(_piece(child) for child in token.children or ())


def _piece(token: Token) -> str:
    match token.type.rpartition("_"):
        case ("link", _, "open"):
            return f'<a href="{escape(str(token.attrGet("href")))}">'
        case ("link", _, "close"):
            return "</a>"
        case (name, _, "open") if name in _TAGS:
            return f"<{_TAGS[name]}>"
        case (name, _, "close") if name in _TAGS:
            return f"</{_TAGS[name]}>"
        case _:
            return (
                f"<code>{escape(token.content)}</code>"
                if token.type == "code_inline"
                else escape(_visible(token), quote=False)
            )


def _visible(token: Token) -> str:
    if token.type == "softbreak":
        return " "
    return "\n" if token.type == "hardbreak" else token.content


def _unexpected(tokens: Iterable[Token]) -> Iterable[Token]:
    for token in tokens:
        if _kind(token) not in _ALLOWED_BLOCKS and token.nesting >= 0:
            yield token
        line = (token.map or [0])[0]
        for child in token.children or ():
            line += _kind(child) in ("softbreak", "hardbreak")
            if (_kind(child) not in _ALLOWED_INLINE or _leads_nowhere(child)) and child.nesting >= 0:
                child.map = [line, line + 1]
                yield child


def _leads_nowhere(token: Token) -> bool:
    return token.type == "link_open" and not str(token.attrGet("href")).startswith(("https://", "http://"))


def _kind(token: Token) -> str:
    return token.type.removesuffix("_open").removesuffix("_close")


def _unshowable(token: Token) -> MarkupFault:
    what, cure = _UNSHOWABLE.get(_kind(token), (f"«{_kind(token)}»", "оставьте абзацы, **жирное**, списки и ссылки."))
    return MarkupFault((token.map or [0])[0], f"чат не показывает {what}.", cure)


_UNSHOWABLE = {
    "link": ("ссылки, которые ведут не на страницу", "адрес в скобках начинается с https://."),
    "heading": ("заголовки", "напишите **жирным** в начале абзаца."),
    "image": ("картинки в тексте", "опишите словами."),
    "html_block": ("HTML", "уберите знаки < и >, пользуйтесь **жирным**."),
    "html_inline": ("HTML", "уберите знаки < и >, пользуйтесь **жирным**."),
    "fence": ("блоки кода", "напишите обычным абзацем."),
    "code_block": ("блоки кода", "уберите отступ в начале строки."),
    "hr": ("линии", "оставьте пустую строку."),
    "blockquote": ("цитаты", "напишите обычным абзацем."),
}
