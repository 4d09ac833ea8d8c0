"""The page's places and its zone are the region's."""

from pathlib import Path

from bot.app.sandbox_setup import page_setting
from bot.sandbox.page.page_setting import PageSetting
from bot.sandbox.page.routes import PAGE
from bot.sandbox.server import Sandbox
from tests.region.invented_region import ZONE, invented_data
from tests.sandbox.asking import Raw
from tests.stage import StraightStage

SCRIPT = "const SETTING = "


async def test_the_page_shows_the_places_of_the_region(sandbox: Sandbox, raw: Raw) -> None:
    sandbox.setting = PageSetting("Asia/Irkutsk", 8, (("Кедровск</script>", 53.2, 107.3),))

    async with raw.http.get(sandbox.url) as page:
        text = await page.text()

    line = next(line for line in text.split("\n") if line.startswith(SCRIPT))
    assert line.startswith(
        'const SETTING = {"zone": "Asia/Irkutsk", "hours": 8, "places": [["Кедровск\\u003c/script>", 53.2, 107.3]'
    )


def test_no_place_of_a_region_is_written_in_the_page_itself() -> None:
    assert "Псков" not in PAGE.read_text(encoding="utf-8")


async def test_the_largest_places_of_the_files_are_offered(tmp_path: Path) -> None:
    stage = StraightStage(tmp_path, data_dir=invented_data(tmp_path), timezone=ZONE)
    await stage.open()

    setting = page_setting(stage.app)
    await stage.close()

    assert setting == PageSetting("Asia/Irkutsk", 8, (("Кедровск", 53.2, 107.3), ("Омулёво", 53.9, 108.1)))
