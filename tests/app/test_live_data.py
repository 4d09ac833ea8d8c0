"""What the operator is told of the live data folder when the bot starts."""

from pathlib import Path

import pytest

from bot.app.live_data import NoDataFolderError, prepare_data
from bot.datafiles.live_folder.archive import lay_out, pack
from bot.datafiles.whole_write import write_whole
from bot.screens.maintenance import data_text
from tests.hand_clock import NOON
from tests.stage import settings


def test_a_restore_that_ended_before_the_folder_is_told_until_it_is_repeated(tmp_path: Path) -> None:
    own = settings(tmp_path, data_dir=tmp_path / "bot.data")
    write_whole(own.data_dir / "region.yaml", b"name")
    assert not prepare_data(own, NOON, new=False)
    packed = pack(own.data_dir)
    assert packed
    restored = lay_out(packed, own.data_dir)  # killed here, the database is the one of the copy already

    assert prepare_data(own, NOON, new=False) == data_text.restore_cut_off(own.data_dir, restored)
    assert own.data_dir.is_dir()


def test_a_chosen_folder_that_is_gone_is_made_anew_only_where_that_is_meant(tmp_path: Path) -> None:
    own = settings(tmp_path, data_dir=tmp_path / "mistyped.data")
    own.database.touch()

    with pytest.raises(NoDataFolderError, match="опечатки"):
        prepare_data(own, NOON, new=False)
    assert not own.data_dir.exists()
    assert prepare_data(own, NOON, new=True) == data_text.made(own.data_dir)
