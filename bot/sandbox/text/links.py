"""Which addresses may stand behind a word or a button."""

from urllib.parse import urlsplit

WEB = frozenset({"http", "https"})
BUTTON_LINKS = WEB | {"tg", "ton"}
MESSAGE_LINKS = BUTTON_LINKS | {"mailto", "tel"}
SHOWN_LINKS = WEB | {"tg", "tel", "mailto"}  # what the chat page may open


def link_fault(url: str, schemes: frozenset[str]) -> str | None:
    """What Telegram says against an address, or None if it would take it."""
    try:
        parts = urlsplit(url if ":" in url.partition("/")[0] else f"http://{url}")
        host = parts.hostname
    except ValueError:
        return "Wrong HTTP URL"
    if "." not in parts.scheme and parts.scheme not in schemes:
        return "Unsupported URL protocol"
    if parts.scheme not in WEB:
        return None
    return _host_fault(host or "")


def _host_fault(host: str) -> str | None:
    if not host:
        return "URL host is empty"
    dotted = "." in host.strip(".") or ":" in host
    clean = not any(char.isspace() or char in "<>\"'" for char in host)
    return None if dotted and clean else "Wrong HTTP URL"


def shown_link(url: str) -> str | None:
    """The address as a browser may be given it, or None if it must stay words."""
    whole = url if ":" in url.partition("/")[0] else f"https://{url}"
    scheme = whole.partition(":")[0].lower()
    return whole if scheme in SHOWN_LINKS and not any(char < " " for char in whole) else None
