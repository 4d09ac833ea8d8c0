"""Files people edit, read carefully: size, encoding, and what to do about either."""

from pathlib import Path

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.strict_yaml import FaultyYamlError, Listing, Mapping, Node, parse
from bot.datafiles.yaml_record import YamlRecord

MAX_BYTES = 5_000_000
_CP1251_SHARE = 0.3  # of the bytes that are Russian letters in cp1251, where a text is Russian


def read_text(file: Path, problems: list[FileProblem], limit: int = MAX_BYTES) -> str | None:
    """The text, or None after noting why it cannot be had. Looks at the size before reading."""
    try:
        size = file.stat().st_size
        if size > limit:
            reason = f"файл слишком большой: {_size(size)}, а можно до {_size(limit)}."
            problems.append(FileProblem(file, 1, reason, "проверьте, тот ли это файл, или разделите его."))
            return None
        return _decoded(file.read_bytes(), file, problems)
    except FileNotFoundError:
        problems.append(FileProblem(file, 1, "файла нет.", "верните его из прежней версии или проверьте DATA_DIR."))
    except OSError as error:
        problems.append(FileProblem(file, 1, f"файл не открывается ({error.strerror}).", "проверьте права на файл."))
    return None


def record(file: Path, problems: list[FileProblem], sample: str) -> YamlRecord | None:
    """The one record of a YAML file that is a mapping."""
    tree = tree_of(file, problems)
    if isinstance(tree, Mapping):
        return YamlRecord(tree, file, problems)
    if tree is not None:
        problems.append(FileProblem(file, tree.line, "в файле нет полей.", f"заполните его: {sample}."))
    return None


def list_of_records(file: Path, problems: list[FileProblem], sample: str) -> list[YamlRecord]:
    """The records of a YAML file that is a list of mappings."""
    return [YamlRecord(node, file, problems) for node in list_of_mappings(file, problems, sample)]


def list_of_mappings(
    file: Path, problems: list[FileProblem], sample: str, *, may_be_empty: bool = False
) -> list[Mapping]:
    """The mappings of a YAML file that is a list of them; «[]» is one where there may be none yet."""
    tree = tree_of(file, problems)
    if tree is None:
        return []
    if (
        isinstance(tree, Listing)
        and (may_be_empty or tree.items)
        and all(isinstance(item, Mapping) for item in tree.items)
    ):
        return [item for item in tree.items if isinstance(item, Mapping)]
    problems.append(FileProblem(file, tree.line, "здесь должен быть список записей.", f"начните каждую так: {sample}."))
    return []


def tree_of(file: Path, problems: list[FileProblem]) -> Node | None:
    """Whatever a YAML file holds, or None after noting why it cannot be read."""
    text = read_text(file, problems)
    try:
        return None if text is None else parse(text, file)
    except FaultyYamlError as fault:
        problems.append(fault.problem)
        return None


def _size(octets: int) -> str:
    return f"{octets // 1_000_000} МБ" if octets >= 1_000_000 else f"{octets // 1000} кБ"


def _decoded(raw: bytes, file: Path, problems: list[FileProblem]) -> str | None:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        letters = sum(byte >= 0xC0 for byte in raw)
        old = letters > len(raw) * _CP1251_SHARE or _reads_as_russian(raw)
        reason = "файл в старой кодировке Windows (cp1251)." if old else "файл не в кодировке UTF-8."
        cure = "сохраните его в UTF-8: в Excel — «CSV UTF-8», в Блокноте — «Кодировка: UTF-8»."
        problems.append(FileProblem(file, line, reason, cure))
        return None


def _reads_as_russian(raw: bytes) -> bool:
    high = [byte for byte in raw if byte >= 0x80]
    return bool(high) and sum(byte >= 0xC0 for byte in high) > len(high) * 0.9
