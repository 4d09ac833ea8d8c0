"""A region with a name that must be escaped."""

from bot.region.region import Phone, Region

LINES = (Phone("Линия <помощи>", "8 800 100-70-10", "ночью & днём"), Phone("115", "115"))
REGION = Region("Область & край", "Области & края", LINES)
PHONES = "Линия &lt;помощи&gt;: 8 800 100-70-10 (ночью &amp; днём)\n115: 115"
