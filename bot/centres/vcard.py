"""A centre as a contact for the phone book."""

from bot.centres.centre import Centre

_LINE = 75  # octets, RFC 2426 section 2.6


def vcard(centre: Centre) -> str | None:
    """VCard 3.0, which old phones read too; None where there is no number to call."""
    if not centre.phones:
        return None
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{_plain(centre.short_name)};;;;", f"FN:{_plain(centre.short_name)}"]
    lines.append(f"ORG:{_plain(centre.name)}")
    lines += [f"TEL;TYPE=WORK,VOICE:{phone.dialled}" for phone in centre.phones]
    if centre.email:
        lines.append(f"EMAIL;TYPE=INTERNET:{_plain(centre.email)}")
    if centre.site:
        lines.append(f"URL:{_plain(centre.site)}")
    if centre.address:
        lines.append(f"ADR;TYPE=WORK:;;{_plain(centre.address)};;;;")
    if centre.point:
        lines.append(f"GEO:{centre.point.lat:.5f};{centre.point.lon:.5f}")
    lines.append("END:VCARD")
    return "".join(_folded(line) + "\r\n" for line in lines)


def _plain(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Broken into lines of 75 octets, never inside a letter."""
    parts, size = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LINE:
            parts.append(" ")
            size = 1
        parts[-1] += letter
        size += octets
    return "\r\n".join(parts)
