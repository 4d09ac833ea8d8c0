"""Telegram's own rules for HTML: which tags, closed in which order."""

from html.parser import HTMLParser

TAGS = {"b", "i", "s", "code", "a"}


class TelegramsHtml(HTMLParser):
    """Reads a text as Telegram does; `wrong` says what it would refuse."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.visible = ""
        self.links: list[str] = []
        self.feed(text)
        self.close()
        self.wrong += [f"never closed: {tag}" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        allowed = [name for name, _ in attrs] == (["href"] if tag == "a" else [])
        self.wrong += [] if tag in TAGS and allowed else [f"{tag} {attrs}"]
        self.links += [value or "" for _, value in attrs]
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.wrong += [] if self.open and self.open.pop() == tag else [f"closed in vain: {tag}"]

    def handle_data(self, data: str) -> None:
        self.visible += data

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"declaration {decl}")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"instruction {data}")

    def unknown_decl(self, data: str) -> None:
        self.wrong.append(f"declaration {data}")
