"""A folder like data/faq that tests fill and spoil."""

from pathlib import Path

GROUPS = "- id: signin\n  title: Вход\n- id: health\n  title: Здоровье\n"

ARTICLE = """---
title: {title}
variants:
  - {title} один
  - {title} два
  - {title} три
  - {title} четыре
{more}---
{body}"""


class Shelves:
    """Files as an editor leaves them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("groups.yaml", GROUPS)

    def write(self, name: str, text: str, encoding: str = "utf-8") -> Path:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode(encoding))
        return file

    def article(self, name: str, title: str, more: str = "", body: str = "Нажмите кнопку.\n") -> Path:
        """`more` are further lines of the front matter."""
        return self.write(f"{name}.md", ARTICLE.format(title=title, more=more, body=body))
