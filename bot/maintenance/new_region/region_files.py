"""The files of a new region's data folder, made from the shipped ones: what is shared is copied, the rest is empty."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

from bot.faq.region_checks import OF_REGION
from bot.maintenance.new_region.district_list import District
from bot.maintenance.new_region.region_names import RegionNames
from bot.region.region import Region

_TEMPLATE = Path(__file__).with_name("region.yaml")
_WRITTEN_ANEW = frozenset({"region.yaml", "municipalities.yaml", "centres.yaml", "settlements.csv", "elsewhere.csv"})
_RELATED = re.compile(r"^(related: \[)(.*)(\])$", re.MULTILINE)


def region_files(
    shipped: Mapping[str, bytes], former: Region, names: RegionNames, districts: Sequence[District]
) -> dict[str, bytes]:
    """Every file of the folder by its path; `former` is the region of the shipped ones."""
    gone = {Path(name).stem for name in shipped if _is_of_region(name)}
    files = {
        name: _without_former(name, text, gone, former)
        for name, text in shipped.items()
        if name not in _WRITTEN_ANEW and not _is_of_region(name)
    }
    own = {
        "region.yaml": _region(former, names),
        "municipalities.yaml": _municipalities(_head(shipped["municipalities.yaml"]), districts),
        "settlements.csv": _settlements(districts),
        "centres.yaml": f"{_head(shipped['centres.yaml'])}\n[]\n",
        "elsewhere.csv": _elsewhere(shipped, former, names, districts),
    }
    return files | {name: text.encode() for name, text in own.items()}


def _is_of_region(name: str) -> bool:
    return any(name.startswith(f"faq/{group}/") for group in OF_REGION)


def _without_former(name: str, content: bytes, gone: set[str], former: Region) -> bytes:
    """The file without ways to articles that stay behind, and without samples that name sites of the former region."""
    if name.startswith("faq/") and name.endswith(".md"):
        return _RELATED.sub(lambda found: _related(found, gone), content.decode()).encode()
    if name == "danger.yaml":
        hosts = {*former.familiar, *(one.host for one in former.official)}
        lines = content.decode().splitlines(keepends=True)
        return "".join(line for line in lines if not any(host in line for host in hosts)).encode()
    return content


def _related(found: re.Match[str], gone: set[str]) -> str:
    kept = [id_ for id_ in re.split(r",\s*", found[2]) if id_ not in gone]
    return f"{found[1]}{', '.join(kept)}{found[3]}"


def _region(former: Region, names: RegionNames) -> str:
    phones = "\n".join(_phone(one.title, one.number, one.note) for one in former.phones)
    return _TEMPLATE.read_text(encoding="utf-8").format(
        name=names.name,
        of_region=names.of_region,
        in_region=names.in_region,
        capital=names.capital,
        words=", ".join(names.words),
        phones=phones,
    )


def _phone(title: str, number: str, note: str | None) -> str:
    lines = [f"  - title: {title}", f'    number: "{number}"', *([f"    note: {note}"] if note else [])]
    return "\n".join(lines)


def _head(content: bytes) -> str:
    """The explanations above the first record."""
    return content.decode("utf-8-sig").partition("\n\n")[0] + "\n"


def _municipalities(head: str, districts: Sequence[District]) -> str:
    return f"{head}\n" + "\n".join(map(_municipality, districts))


def _municipality(one: District) -> str:
    aliases = f"  aliases: [{', '.join(one.aliases)}]\n" if one.aliases else ""
    return f"- id: {one.id}\n  name: {one.name}\n  short: {one.short}\n  seat: {one.seat}\n{aliases}"


def _settlements(districts: Sequence[District]) -> str:
    head = (
        "# Населённые пункты: название, другие названия через «|», округ из municipalities.yaml, точка, жителей.\n"
        "# Чего не знаете, оставьте пустым. Все сразу: python -m bot import-settlements ФАЙЛ (GeoNames).\n"
    )
    seats = dict.fromkeys(one.seat for one in districts)
    first = {seat: next(one.name for one in districts if one.seat == seat) for seat in seats}
    rows = ([seat, "", first[seat], "", "", "", ""] for seat in seats)
    return head + _csv([["name", "other_names", "district", "lat", "lon", "population", "geonameid"], *rows])


def _elsewhere(shipped: Mapping[str, bytes], former: Region, names: RegionNames, districts: Sequence[District]) -> str:
    """The shipped towns of other regions without those of this one; the former region's first town is elsewhere now."""
    text = shipped["elsewhere.csv"].decode("utf-8-sig")
    comments = [line for line in text.splitlines() if line.startswith("#")]
    rows = list(csv.reader(line for line in text.splitlines() if not line.startswith("#")))
    own = {one.seat for one in districts} | {names.capital}
    kept = [row for row in rows if row[2] != names.name and row[0] not in own]
    if former.name != names.name and (town := next(_seats(shipped["municipalities.yaml"]), "")) not in own:
        kept.append([town, "", former.name])
    return "\n".join(comments) + "\n" + _csv(kept)


def _seats(municipalities: bytes) -> Iterator[str]:
    yield from re.findall(r"^  seat: (.+)$", municipalities.decode("utf-8-sig"), re.MULTILINE)


def _csv(rows: Sequence[Sequence[str]]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
