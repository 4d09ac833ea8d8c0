"""What is answered from while data files are faulty."""

from html import escape

from bot.maintenance.status import DataSummary

LEFT_OUT_SHOWN = 10  # articles


def meanwhile(read: DataSummary) -> str:
    """What is answered, and what is not, until the faults are mended."""
    shown, more = ", ".join(read.left_out[:LEFT_OUT_SHOWN]), len(read.left_out) - LEFT_OUT_SHOWN
    others = f" и ещё {more}" if more > 0 else ""
    return " ".join(
        (
            f"Не отвечаю по этим статьям: {escape(shown)}{others}." if read.left_out else "По всем статьям отвечаю.",
            "Последних правок в файлах я не взял: действует то, что прочитано до них."
            if read.is_behind
            else "Остальное прочитано и действует.",
        )
    )
