"""Formats numbers as Russians write them: «9 500», «4,5»."""

NO_BREAK = "\u00a0"


def grouped(number: int) -> str:
    """«9 500», with a space that does not break the line."""
    return f"{number:,}".replace(",", NO_BREAK)


def tens(number: float) -> str:
    """«4,5»: one digit after the comma."""
    return f"{number:.1f}".replace(".", ",")
