"""The command `new-region`: the data folder of a region of which nothing is known yet."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from bot.commands.starting import stop
from bot.datafiles import owner_only
from bot.datafiles.live_folder.places import SHIPPED_COPY, shipped_folder
from bot.datafiles.live_folder.shipped import shipped_files
from bot.datafiles.whole_write import write_whole
from bot.maintenance.new_region.district_list import District, FaultyDistrictsError, read_districts
from bot.maintenance.new_region.region_files import region_files
from bot.maintenance.new_region.region_names import RegionNames, UnknownFormsError, names_of
from bot.region.region import REGION, load_region
from bot.russian.system_errors import reason_of
from bot.russian.words import plural


@dataclass(frozen=True, slots=True)
class RegionRequest:
    """What the owner told; the forms of the name only where the program cannot make them."""

    name: str
    capital: str
    districts: Path | None = None
    of_region: str | None = None
    in_region: str | None = None


def run(folder: Path, asked: RegionRequest) -> int:
    """Writes the folder whole or not at all; 1 where there is one already or a told thing is faulty."""
    if folder.exists() and any(folder.iterdir()):
        stop(f"Папка {folder} уже есть и не пуста: ничего не меняю. Назовите другую в DATA_DIR.", 1)
    names, districts = _names(asked), _districts(asked)
    former, problems = load_region(shipped_folder() / REGION)
    if former is None:
        stop("\n".join(map(str, problems)), 1)
    shipped = shipped_files(shipped_folder())
    try:
        _write(folder, region_files(shipped, former, names, districts), shipped)
    except OSError as error:
        stop(f"Папка {folder} не записана: {reason_of(error)}. Проверьте место на диске и права.", 1)
    _tell(folder, names, districts)
    return 0


def _names(asked: RegionRequest) -> RegionNames:
    try:
        return names_of(asked.name, asked.capital, asked.of_region, asked.in_region)
    except UnknownFormsError:
        stop(
            f"Не знаю, как склонять «{asked.name}». Допишите --of и --in: как продолжить «библиотеки …» и «живу …», "
            "например --of «Ханты-Мансийского округа» --in «в Ханты-Мансийском округе».",
            2,
        )


def _districts(asked: RegionRequest) -> tuple[District, ...]:
    try:
        raw = asked.districts.read_bytes() if asked.districts else b""
    except OSError as error:
        stop(f"{asked.districts} не читается: {reason_of(error)}.", 1)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1251", errors="replace")  # as Excel saves it
    try:
        return read_districts(text, asked.capital)
    except FaultyDistrictsError as faulty:
        told = "\n".join(f"  строка {at}: {line[:80]}" for at, line in faulty.lines[:10])
        sample = "Лужский муниципальный район; Луга; Лужский округ"
        stop(f"{asked.districts}: не поняты строки\n{told}\nОбразец: {sample}. Прежнее название можно не писать.", 1)


def _write(folder: Path, files: dict[str, bytes], shipped: dict[str, bytes]) -> None:
    """What was shipped is kept beside: the next release is merged into the folder as into any other."""
    unfinished = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(unfinished, ignore_errors=True)
    owner_only.make_folder(folder.parent)
    try:
        for name, content in files.items():
            write_whole(unfinished / name, content)
        for name, content in shipped.items():
            write_whole(unfinished / SHIPPED_COPY / name, content)
        if folder.exists():
            folder.rmdir()
        unfinished.rename(folder)
    except OSError:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _tell(folder: Path, names: RegionNames, districts: tuple[District, ...]) -> None:
    count = plural(len(districts), "округ", "округа", "округов")
    sys.stdout.write(
        f"Папка области готова: {folder}\n"
        f"Проверьте падежи: «библиотеки {names.of_region}», «{names.in_region}». Поправить — {REGION}.\n"
        f"В ней {count}, центров пока нет; ответы общие, полка «{names.name}» пуста.\n"
        "Часовой пояс не московский? Впишите TIMEZONE в .env: пояса перечислены в .env.example.\n"
        "Дальше: python -m bot check, потом python -m bot export-centres --xlsx центры.xlsx\n"
    )
