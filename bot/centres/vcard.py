"""A centre as a contact for the phone book."""

from bot.centres.centre import Centre


def vcard(centre: Centre) -> str | None:
    """VCard 3.0, which old phones read too; None where there is no number to call."""
    from icalendar import Component, vGeo, vText, vUri  # a quarter of a second of the start, and needed only here
    from icalendar.prop import vAdr, vN, vOrg

    class Card(Component):
        name = "VCARD"

    if not centre.phones:
        return None
    card = Card()
    card.add("version", vText("3.0"))
    card.add("n", vN((centre.short_name, "", "", "", "")))
    card.add("fn", vText(centre.short_name))
    card.add("org", vOrg((centre.name,)))
    for phone in centre.phones:
        card.add("tel", vText(phone.dialled, params={"type": ["WORK", "VOICE"]}))
    if centre.email:
        card.add("email", vText(centre.email, params={"type": "INTERNET"}))
    if centre.site:
        card.add("url", vUri(centre.site))
    if centre.address:
        card.add("adr", vAdr(("", "", centre.address, "", "", "", "")), parameters={"type": "WORK"})
    if centre.point:
        card.add("geo", vGeo((round(centre.point.lat, 5), round(centre.point.lon, 5))))
    written: bytes = card.to_ical(sorted=False)
    return written.decode()
