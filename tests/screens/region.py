"""A region with a name that must be escaped."""

from bot.region.region import Region, ServicePhone

LINES = (ServicePhone("Линия <помощи>", "8 800 100-70-10", "ночью & днём"), ServicePhone("115", "115"))
REGION = Region("Область & край", "Области & края", LINES)
PHONES = "Линия &lt;помощи&gt;: 8 800 100-70-10 (ночью &amp; днём)\n115: 115"
