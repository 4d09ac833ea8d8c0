"""Files that both people and a release changed, shown to an admin with their difference."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from html import escape
from textwrap import shorten

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.live_folder.merge import FileMerge
from bot.datafiles.live_folder.upgrade import UpgradeReport
from bot.russian.words import plural
from bot.screens.common_buttons import HOME
from bot.screens.file_faults import fault_line
from bot.screens.maintenance.actions import KeepOwn, PutBack, ShowData, ShowDifference, TakeRelease
from bot.screens.my_bookings.own_visit import paragraphs
from bot.screens.screen import Button, Row, Screen, row

CONFLICTS_SHOWN = 5
PLACES_SHOWN = 6
PLACE_LETTERS = 220
PIECE_LETTERS = 3000  # of a side that takes a message of its own
_ENDS = "Слова те же: отличаются только концы строк."
_DATA = Button("К файлам", ShowData())


def waiting(report: UpgradeReport) -> str:
    """What the data folder waits for; empty where it waits for nothing."""
    return paragraphs(_held(report), _restart(report), _conflicts(report.conflicts))


def buttons(report: UpgradeReport) -> tuple[Row, ...]:
    """A button for each of the first conflicts."""
    shown = enumerate(report.conflicts[:CONFLICTS_SHOWN], 1)
    return tuple(row(Button(f"{number}. Показать разницу", ShowDifference(merge.mark))) for number, merge in shown)


def difference(merge: FileMerge) -> Screen:
    """What stands in the live file and in the release, place by place, before anything is decided."""
    kept = "" if merge.live is None else "Ваш прежний файл в любом случае сохранится."
    text = paragraphs(f"<b>{escape(merge.name)}</b>", *_places(merge), kept)
    choice = row(Button("Взять новое", TakeRelease(merge.mark)), Button("Оставить своё", KeepOwn(merge.mark)))
    return Screen(text, (choice, row(_DATA, HOME)))


def taken(mark: str, merge: FileMerge) -> Screen:
    """Confirms that the file of the release stands now; `mark` names the decision that can be taken back."""
    name = escape(merge.name)
    done = f"Взял из нового выпуска: {name}. Уже отвечаю по нему." if merge.now is not None else f"Убрал файл {name}."
    if merge.live is None:  # people had deleted it: nothing of theirs to bring back
        return Screen(done, (row(_DATA, HOME),))
    own = row(Button("Вернуть своё", PutBack(mark)))
    return Screen(f"{done} Ваш прежний файл сохранён.", (own, row(_DATA, HOME)))


def kept(mark: str, merge: FileMerge) -> Screen:
    """Confirms that the live file stays; the file of the release can still be taken, where it has one."""
    name = escape(merge.name)
    done = f"Оставил ваше: {name}." if merge.live is not None else f"Файла {name} по-прежнему нет."
    if merge.now is None:
        return Screen(f"{done} Больше о нём не спрошу.", (row(_DATA, HOME),))
    text = f"{done} Больше о нём не спрошу, пока файл не изменит следующий выпуск."
    return Screen(text, (row(Button("Взять новое", TakeRelease(mark))), row(_DATA, HOME)))


def put_back(merge: FileMerge) -> Screen:
    """Confirms that one's own file is back."""
    return Screen(f"Вернул ваше: {escape(merge.name)}. Уже отвечаю по нему.", (row(_DATA, HOME),))


def gone() -> Screen:
    """Says that the file is no longer as the button knew it."""
    return Screen("С тех пор этот файл изменился. Посмотрите ещё раз: /data.", (row(_DATA, HOME),))


def refused(problems: Iterable[FileProblem]) -> Screen:
    """Says that the files would be faulty, so nothing was changed."""
    text = paragraphs("<b>Ничего не изменил: в файлах появились бы ошибки</b>", *map(fault_line, list(problems)[:3]))
    return Screen(text, (row(_DATA, HOME),))


def not_written(reason: str) -> Screen:
    """Says that the folder cannot be written to."""
    text = f"Файл не записать: {escape(reason)}. Ничего не изменил. Проверьте место на диске и права на папку."
    return Screen(text, (row(_DATA, HOME),))


def _conflicts(conflicts: tuple[FileMerge, ...]) -> str:
    if not conflicts:
        return ""
    names = [f"{number}. {escape(merge.name)}" for number, merge in enumerate(conflicts[:CONFLICTS_SHOWN], 1)]
    more = len(conflicts) - CONFLICTS_SHOWN
    rest = [f"И ещё {more}: покажу, когда решите эти."] if more > 0 else []
    files = plural(len(conflicts), "файл", "файла", "файлов")
    head = f"<b>Решите, какой текст верен: {files}</b>\nИзменили и вы, и новый выпуск. Пока отвечаю по вашему."
    return "\n".join([head, *names, *rest])


def _held(report: UpgradeReport) -> str:
    if not report.held:
        return ""
    files = plural(len(report.held), "файл", "файла", "файлов")
    head = f"<b>Из нового выпуска не взято: {files}. С ними были бы ошибки</b>\nИсправьте и перезапустите бота."
    return "\n".join([head, *map(fault_line, report.problems[:3])])


def _restart(report: UpgradeReport) -> str:
    if not report.taken:
        return ""
    return f"Новых файлов выпуска: {len(report.taken)}. Возьму их, когда бота перезапустят."


def _places(merge: FileMerge) -> Iterator[str]:
    if merge.now is None:
        yield "В новом выпуске этого файла больше нет. «Взять новое» его уберёт."
        return
    if merge.live is None:
        yield "Вы этот файл удалили, а в новом выпуске он изменён. «Взять новое» его вернёт."
        return
    yield from places(merge.live, merge.now, "У вас", "В выпуске")


def places(here: bytes, there: bytes, here_is: str, there_is: str) -> Iterator[str]:
    """Where two texts differ, place by place, each side under its name."""
    found = list(_differing(here, there))
    for line, mine, new in found[:PLACES_SHOWN]:
        yield f"Строка {line}\n{_side(here_is, mine)}\n{_side(there_is, new)}"
    if len(found) > PLACES_SHOWN:
        yield f"И ещё {plural(len(found) - PLACES_SHOWN, 'место', 'места', 'мест')}: сравните файлы на сервере."


def every_place(here: bytes, there: bytes, here_is: str, there_is: str) -> tuple[str, ...] | None:
    """All that differs in pieces that a message holds, nothing shortened; None where one side is no text."""
    try:
        told = tuple(
            piece
            for line, mine, new in _differing(here, there, errors="strict")
            for piece in _whole_place(line, _whole(mine), _whole(new), here_is, there_is)
        )
    except UnicodeDecodeError:
        return None
    return told or (_ENDS,)


def _whole_place(line: int, mine: str, new: str, here_is: str, there_is: str) -> Iterator[str]:
    is_of_spaces = mine.split() == new.split()
    head = f"Строка {line}: отличаются пробелы или отступы." if is_of_spaces else f"Строка {line}"
    tag = "<code>{}</code>" if is_of_spaces else "{}"
    sides = [
        *_pieces(f"{here_is}: ", mine if is_of_spaces else mine.strip(), tag),
        *_pieces(f"{there_is}: ", new if is_of_spaces else new.strip(), tag),
    ]
    if len(mine) + len(new) < PIECE_LETTERS:
        yield "\n".join((head, *sides))
    else:
        yield from (f"{head}\n{side}" for side in sides)


def _pieces(whose: str, text: str, tag: str) -> Iterator[str]:
    """One side, cut where a message would not hold it."""
    for start in range(0, len(text) or 1, PIECE_LETTERS):
        yield whose + ("…" if start else "") + tag.format(escape(text[start : start + PIECE_LETTERS]) or "нет")


def _whole(lines: list[str]) -> str:
    return " / ".join(lines)


def _differing(here: bytes, there: bytes, errors: str = "replace") -> Iterator[tuple[int, list[str], list[str]]]:
    mine, new = _lines(here, errors), _lines(there, errors)
    for kind, first, last, new_first, new_last in SequenceMatcher(None, mine, new).get_opcodes():
        if kind != "equal":
            yield first + 1, mine[first:last], new[new_first:new_last]


def _lines(content: bytes, errors: str) -> list[str]:
    return content.decode("utf-8-sig", errors=errors).splitlines()


def _side(whose: str, lines: list[str]) -> str:
    text = shorten(" / ".join(line.strip() for line in lines), PLACE_LETTERS, placeholder="…")
    return f"{whose}: {escape(text) or 'нет'}"
