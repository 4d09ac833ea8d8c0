"""A name means one thing: no class name stands twice, and the glossary speaks of what is in the code."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent
_SANDBOX = _ROOT / "bot" / "sandbox"
_GLOSSARY = (_ROOT / "docs" / "glossary.md").read_text("utf-8")


def _modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((_ROOT / "bot").rglob("*.py")):
        yield path, ast.parse(path.read_text("utf-8"))


def _names_in(node: ast.AST) -> Iterator[str]:
    """Classes, functions, parameters and what is assigned: enum members, fields, constants."""
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.arg(arg=name):
            yield name
        case ast.Name(id=name, ctx=ast.Store()):
            yield name
        case _:
            pass


def _names() -> set[str]:
    names = set()
    for path, tree in _modules():
        names |= {path.stem, path.parent.name}
        names |= {name for node in ast.walk(tree) for name in _names_in(node)}
    for path in (_ROOT / "bot").rglob("*.sql"):
        names |= set(re.findall(r"create table (\w+)", path.read_text("utf-8")))
    return names


_KNOWN = _names()


def test_no_public_class_name_stands_twice() -> None:
    seen = Counter(
        node.name
        for path, tree in _modules()
        if _SANDBOX not in path.parents
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, count in seen.items() if count > 1] == []


@pytest.mark.parametrize("term", sorted(set(re.findall(r"`([^`]+)`", _GLOSSARY))))
def test_every_english_term_of_the_glossary_is_in_the_code(term: str) -> None:
    assert (_ROOT / term).exists() if "/" in term else term in _KNOWN


def test_the_glossary_explains_each_word_once() -> None:
    words = re.findall(r"^\| ([^|]+) \| `", _GLOSSARY, re.MULTILINE)
    assert len(words) > 50
    assert [word for word, count in Counter(words).items() if count > 1] == []


def test_no_english_term_of_the_glossary_has_two_meanings() -> None:
    rows = [re.findall(r"`([^`]+)`", row) for row in re.findall(r"^\| [^|]+ \|([^|]+)\|", _GLOSSARY, re.MULTILINE)]
    assert [term for term, count in Counter(term for row in rows for term in row).items() if count > 1] == []
