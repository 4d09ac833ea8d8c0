"""What admins are warned of by a notice: space on the disk, a night without a backup."""

from html import escape

from bot.maintenance.disk_space import MEGABYTE
from bot.screens.common_buttons import HOME
from bot.screens.maintenance.actions import ShowStatus
from bot.screens.screen import Button, Screen, row

STATUS = Button("Состояние бота", ShowStatus())


def room_low(free: int) -> Screen:
    """Warns admins that the disk is nearly full."""
    text = (
        f"<b>На диске кончается место: свободно {size_words(free)}</b>\n\n"
        "Освободите место на сервере: когда его не станет, бот не сможет записывать людей. "
        "Можно унести старые копии базы."
    )
    return Screen(text, (row(STATUS, HOME),))


def copy_failed(reason: str) -> Screen:
    """Tells admins that the night has no backup."""
    text = f"<b>Ночная копия базы не снята</b>\nПричина: {escape(reason)}.\n\nПопробуйте сами: /backup."
    return Screen(text, (row(STATUS, HOME),))


def size_words(count: int) -> str:
    """«12 КБ», «3 МБ», «1 ГБ»."""
    if count < MEGABYTE:
        return f"{max(count // 1024, 1)} КБ"
    return f"{count / MEGABYTE:.0f} МБ" if count < 1024 * MEGABYTE else f"{count / MEGABYTE / 1024:.0f} ГБ"
