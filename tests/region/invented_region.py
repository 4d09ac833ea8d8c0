"""A region that does not exist, three centres in another time zone: the shared texts are ours, the rest is its own."""

from pathlib import Path
from shutil import copytree, ignore_patterns

from bot.faq.region_checks import OF_REGION

DATA = Path("data")
INVENTED = Path(__file__).with_name("invented")
ZONE = "Asia/Irkutsk"


def invented_data(folder: Path) -> Path:
    """The data folder of that region: groups of articles that every region writes itself are left out."""
    made = folder / "data"
    own = [file.name for file in INVENTED.iterdir()]
    copytree(DATA, made, ignore=ignore_patterns("previous", *own, *OF_REGION))
    copytree(INVENTED, made, dirs_exist_ok=True)
    return made
