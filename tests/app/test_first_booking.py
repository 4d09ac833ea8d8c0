"""From a region where nobody receives to the first booking by the manual alone: workbook, librarian, citizen."""

from pathlib import Path

from bot.centres.workbook.table import CentreColumn as Column
from bot.commands import centre_workbook
from tests.centres.small_region import ZONE
from tests.centres.workbook.filled import fill
from tests.dialogue import Player, read
from tests.hand_clock import NOON
from tests.stage import own_data, straight_stage

FILLED = {
    Column.PHONE: "8 (8112) 00-00-01",
    Column.HOURS: "вт-вс 10-18, пн выходной",
    Column.RECEIVES: "да",
    Column.RECEPTION: "чт 11-13",
}
TALK = """\
Глеб: /status
Бот: …• принимают по записи, а библиотекаря нет: 1 — /invite…
Глеб нажимает: Пригласить библиотекаря
Бот: Для какого центра приглашение?…
Глеб: pskov-kaverin
Бот: Для какого центра приглашение?…
Глеб: 1
Бот: Приглашение готово…
Бот: Здравствуйте! Приглашаю вас…
Борис открывает: ссылку
Бот: Здравствуйте! Теперь вы библиотекарь здесь: Библиотека им. Каверина.…
Бот: О вашем центре, 1 из 5. Когда вы открыты? Сейчас на карточке: пн выходной; вт–вс 10:00–18:00.…
Бот (Глебу): По вашему приглашению…
Борис: закончить
Бот: Хорошо.…
Анна: запишите меня к пенсии в Пскове в четверг в 11
Бот: …
Анна: Анна
Бот: Проверьте, всё ли верно…Библиотека им. Каверина…четверг, 26 ноября, 11:00…
Анна: да
Бот: Вы записаны…
Бот (Борису): Новая запись…
"""


async def test_a_filled_workbook_opens_the_first_booking(tmp_path: Path) -> None:
    folder, workbook, talk = own_data(tmp_path), tmp_path / "центры.xlsx", tmp_path / "talk.txt"
    talk.write_text(TALK, encoding="utf-8")

    async with straight_stage(tmp_path) as stage:
        exported = centre_workbook.export(folder, ZONE, workbook, NOON)
        written = centre_workbook.read(folder, ZONE, fill(workbook, {"pskov-kaverin": FILLED}), NOON, write=True)
        await stage.app.services.files.directory.refresh()

        assert (exported, written) == (0, 0)
        await Player(stage).play(read(talk))
