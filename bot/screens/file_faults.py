"""Faults of data files, each with the file and the line where it is: an editor must not take it for his own words."""

from collections.abc import Iterable
from html import escape
from textwrap import shorten

from bot.datafiles.file_problem import FileProblem

_LETTERS = 300


def fault_line(problem: FileProblem) -> str:
    """Where it is, what is wrong and what to write instead."""
    place = f"<b>{escape(problem.file.name)}, строка {problem.line}</b>"
    return f"{place}: {escape(shorten(f'{problem.reason} Что сделать: {problem.cure}', _LETTERS, placeholder='…'))}"


def fault_lines(problems: Iterable[FileProblem], most: int = 5) -> str:
    """The first faults, a line each."""
    return "\n".join(f"• {fault_line(one)}" for one in list(problems)[:most])
