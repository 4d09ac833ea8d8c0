"""`make mutants`: changes one small thing in a copy of the program at a time and counts whether a test notices.

A seeded sample, so that two runs compare. First the tests that mirror the changed package, then all dialogues.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

PACKAGES = ("booking", "outbox", "privacy")
TIMEOUT_SECONDS = 300
_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed expression of one file."""

    file: Path
    line: int
    before: str
    after: str
    source: str  # of the whole changed file


def mutants_of(file: Path) -> Iterator[Mutant]:
    """Every small change that the file allows: comparisons, and/or, not, + and -, numbers, booleans."""
    text = file.read_text(encoding="utf-8")
    for node in _expressions(ast.parse(text)):
        for changed in _changes(node):
            yield Mutant(file, node.lineno, ast.unparse(node), ast.unparse(changed), _replaced(text, node, changed))


def _expressions(node: ast.AST) -> Iterator[ast.expr]:
    """Without what stands inside an f-string: until Python 3.12 its place in the line is told wrongly."""
    if isinstance(node, ast.JoinedStr):
        return
    if isinstance(node, ast.expr):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from _expressions(child)


def _changes(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(left, [operator], comparators) if type(operator) in _COMPARISONS:
            yield ast.Compare(left, [_COMPARISONS[type(operator)]()], comparators)
        case ast.BoolOp(operator, values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.BinOp(left, ast.Add() | ast.Sub() as operator, right):
            yield ast.BinOp(left, ast.Sub() if isinstance(operator, ast.Add) else ast.Add(), right)
        case ast.Constant(bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(int() as value):
            yield ast.Constant(value + 1)
        case ast.IfExp(test, body, orelse):
            yield ast.IfExp(test, orelse, body)
        case _:
            return


def _replaced(text: str, node: ast.expr, changed: ast.expr) -> str:
    lines = text.encode().splitlines(keepends=True)
    start = sum(map(len, lines[: node.lineno - 1])) + node.col_offset
    end = sum(map(len, lines[: (node.end_lineno or node.lineno) - 1])) + (node.end_col_offset or 0)
    data = text.encode()
    return (data[:start] + f"({ast.unparse(changed)})".encode() + data[end:]).decode()


def is_noticed(mutant: Mutant, tree: Path) -> bool:
    """Whether a test fails with the mutant in place; the tree is as before afterwards."""
    place = tree / mutant.file
    before = place.read_text(encoding="utf-8")
    place.write_text(mutant.source, encoding="utf-8")
    try:
        return any(_fails(tree, tests) for tests in _suites(mutant.file))
    finally:
        place.write_text(before, encoding="utf-8")


def _suites(file: Path) -> Iterator[tuple[str, ...]]:
    """From the nearest tests to the farthest; the first failure is enough."""
    parts = file.with_suffix("").parts[1:]
    mirrored = Path("tests", *parts[:-1], f"test_{parts[-1]}.py")
    if mirrored.exists():
        yield (str(mirrored),)
    yield (f"tests/{parts[0]}",)
    yield ("tests/storage", "tests/handlers")
    yield ("tests/test_dialogues.py",)


def _fails(tree: Path, tests: tuple[str, ...]) -> bool:
    """Also where the change is never done with."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", f"--basetemp={tree}/tmp", *tests]
    try:
        done = subprocess.run(command, cwd=tree, capture_output=True, timeout=TIMEOUT_SECONDS, check=False)  # noqa: S603 - our own tests
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def _sample(size: int, seed: int) -> list[Mutant]:
    files = sorted(file for name in PACKAGES for file in Path("bot", name).rglob("*.py"))
    every = [mutant for file in files for mutant in mutants_of(file)]
    return random.Random(seed).sample(every, min(size, len(every)))  # noqa: S311 - a repeatable sample, no secret


def main() -> None:
    """Prints every survivor and the share that was noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    sample = _sample(asked.size, asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        trees: Queue[Path] = Queue()
        for number in range(asked.workers):
            trees.put(_copy_of_the_program(Path(folder) / str(number)))
        if broken := _broken_already(Path(folder) / "0", sample):
            sys.exit(f"these tests fail without any change: {broken}")
        with ThreadPoolExecutor(asked.workers) as pool:
            killed = sum(pool.map(lambda mutant: _checked(mutant, trees), sample))
    _say(f"{killed} of {len(sample)} mutants noticed ({killed / len(sample):.0%}), seed {asked.seed}")


def _broken_already(tree: Path, sample: list[Mutant]) -> list[str]:
    """Suites that would call every mutant noticed."""
    suites = {suite for mutant in sample for suite in _suites(mutant.file)}
    return [" ".join(suite) for suite in sorted(suites) if _fails(tree, suite)]


def _checked(mutant: Mutant, trees: Queue[Path]) -> bool:
    tree = trees.get()
    try:
        noticed = is_noticed(mutant, tree)
    finally:
        trees.put(tree)
    how = "noticed" if noticed else "SURVIVED"
    _say(f"{how}: {mutant.file}:{mutant.line}: {mutant.before} → {mutant.after}")
    return noticed


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _copy_of_the_program(folder: Path) -> Path:
    left_out = shutil.ignore_patterns(".*", "__pycache__", "var", "*.sqlite*", "build")
    shutil.copytree(Path.cwd(), folder, ignore=left_out)
    return folder


if __name__ == "__main__":
    main()
