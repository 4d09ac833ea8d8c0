"""Check sums of the numbers of cards and documents."""


def luhn(text: str) -> bool:
    """The check sum of bank cards (ISO/IEC 7812-1)."""
    doubled = [digit * 2 if place % 2 else digit for place, digit in enumerate(reversed(_digits(text)))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def snils(text: str) -> bool:
    """The check sum of the СНИЛС number (Pension Fund order on individual accounts)."""
    *number, ten, one = _digits(text)
    total = sum(digit * weight for digit, weight in zip(number, range(9, 0, -1), strict=True)) % 101
    return total % 100 == ten * 10 + one


def inn(text: str) -> bool:
    """The two check digits of a person's ИНН (order of the tax service)."""
    digits = _digits(text)
    first = (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
    return all(
        sum(d * w for d, w in zip(digits, weights, strict=False)) % 11 % 10 == digits[len(weights)]
        for weights in (first, (3, *first))
    )


def _digits(text: str) -> list[int]:
    return [int(char) for char in text if char.isdecimal()]
