"""Changes to the files people edit: comments stay, the previous version is kept, a faulty change is refused."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from bot.centres.centre import CentreId
from bot.centres.directory import CENTRES, SETTLEMENTS, load
from bot.centres.places.settlement import Settlement, line_of
from bot.datafiles.file_problem import FileProblem
from bot.datafiles.file_swap import replace_keeping_previous, write_aside
from bot.datafiles.folder_lock import alone_in
from bot.datafiles.round_trip_yaml import round_trip_yaml

Value = str | float | bool | date | None | Sequence[str] | Mapping[str, str | int | date | bool | None]

IMPORT = "import"  # who changed a file that no one person changed

# Where a field that a record does not have yet is put.
_ORDER = (
    *("id", "name", "short_name", "kind", "municipality", "settlement", "address", "phone", "email", "site"),
    *("opening_hours", "hours_as_of", "services", "lat", "lon", "precision", "notice", "consultations"),
    *("sources", "as_of", "checked"),
)


class RefusedChangeError(Exception):
    """The change was not written; carries what would be wrong with the file."""

    def __init__(self, problems: Sequence[FileProblem]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = tuple(problems)


class Editor:
    """Writes the files of one folder; each change stands or falls as a whole."""

    def __init__(self, folder: Path, zone: ZoneInfo) -> None:
        self._folder = folder
        self._zone = zone

    @property
    def file(self) -> Path:
        """The path of the centres file."""
        return self._folder / CENTRES

    def change_centre(self, id_: CentreId, fields: Mapping[str, Value], now: datetime, by: str = "") -> Path:
        """Writes fields of one centre and returns the previous version. Raises RefusedChangeError, KeyError."""
        return self.change_centres({id_: fields}, (), now, by=by)

    def change_centres(
        self,
        changes: Mapping[CentreId, Mapping[str, Value]],
        new: Sequence[Mapping[str, Value]],
        now: datetime,
        remark: str = "",
        by: str = IMPORT,
    ) -> Path:
        """As change_centre for several; new records go to the end, with the remark above the first."""
        with alone_in(self._folder):  # each change reads the file that the one before has written
            return self._change(changes, new, now, remark, by)

    def _change(
        self,
        changes: Mapping[CentreId, Mapping[str, Value]],
        new: Sequence[Mapping[str, Value]],
        now: datetime,
        remark: str,
        by: str,
    ) -> Path:
        tree = self._tree()
        records = {record.get("id"): record for record in tree}
        for id_, fields in changes.items():
            for name, value in fields.items():
                _set(records[id_], name, value)
        for number, fields in enumerate(new):
            tree.append(CommentedMap(fields))
            tree.yaml_set_comment_before_after_key(len(tree) - 1, before="\n" + (remark if number == 0 else ""))
        text = StringIO()
        round_trip_yaml(list_indent=0).dump(tree, text)
        return self._replace(CENTRES, text.getvalue(), now, by)

    def change_settlements(self, new: Sequence[Settlement], located: Sequence[Settlement], now: datetime) -> Path:
        """Adds settlements at the end; those `located` replace their line. Raises RefusedChangeError."""
        with alone_in(self._folder):
            return self._change_settlements(new, located, now)

    def _change_settlements(self, new: Sequence[Settlement], located: Sequence[Settlement], now: datetime) -> Path:
        lines = (self._folder / SETTLEMENTS).read_text(encoding="utf-8-sig").splitlines()
        columns = next(line for line in lines if not line.startswith("#")).split(",")
        for one in located:
            start = line_of(replace(one, point=None, population=0), columns).rstrip(",") + ","
            lines = [line_of(one, columns) if line.startswith(start) else line for line in lines]
        lines += [line_of(one, columns) for one in new]
        return self._replace(SETTLEMENTS, "\n".join(lines) + "\n", now, IMPORT)

    def _tree(self) -> CommentedSeq:
        try:
            tree = round_trip_yaml(list_indent=0).load((self._folder / CENTRES).read_text(encoding="utf-8-sig"))
        except (YAMLError, UnicodeDecodeError, OSError) as error:
            raise RefusedChangeError((self._faulty(),)) from error
        if not isinstance(tree, CommentedSeq):
            raise RefusedChangeError((self._faulty(),))
        return tree

    def _faulty(self) -> FileProblem:
        return FileProblem(self._folder / CENTRES, 1, "файл сейчас с ошибкой.", "сначала исправьте её: bot check.")

    def _replace(self, name: str, text: str, now: datetime, by: str) -> Path:
        file, fresh = self._folder / name, self._folder / f"{name}.new"
        write_aside(fresh, text)
        _, problems = load(self._folder, self._zone, {name: fresh})
        if problems:
            fresh.unlink()
            raise RefusedChangeError(problems)
        return replace_keeping_previous(file, fresh, self._folder, now, by)


def _set(record: CommentedMap, name: str, value: Value) -> None:
    if name in record:
        _replace_value(record, name, value)
        return
    before = _ORDER[: _ORDER.index(name)]
    position = max((list(record).index(key) + 1 for key in before if key in record), default=0)
    # After the last field come the blank line and the comment of the next record: nothing goes behind them.
    record.insert(min(position, len(record) - 1), name, value)


def _replace_value(record: CommentedMap, name: str, value: Value) -> None:
    """A list that only grows stays the same list, with its comments and its look."""
    before = record[name]
    if isinstance(before, CommentedSeq) and isinstance(value, list) and value[: len(before)] == list(before):
        before.extend(value[len(before) :])
    else:
        record[name] = value
