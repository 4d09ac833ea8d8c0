"""Opening hours as a librarian types them, «пн-пт 9-18, обед 13-14, сб 10-16, вс выходной», read into a timetable.

What is not surely understood is refused: a wrong hour sends people to a closed door.
"""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bot.centres.hours.hours import Hours, UnreadableHoursError
from bot.centres.hours.hours_tokens import HoursDoubt, HoursToken, UnclearHoursError, Word, tokens
from bot.centres.hours.hours_written import HoursLine, Season, Span, Written, added_to

LONGEST = 500  # characters; the longest real timetable has two hundred

_EVERY_DAY = tuple(range(7))
_SETS = {Word.WORKDAYS: _EVERY_DAY[:5], Word.DAILY: _EVERY_DAY, Word.OFF_DAYS: _EVERY_DAY[5:]}
_RANGE = {Word.DASH, Word.TO, Word.THROUGH}
_TIMES = {Word.NUMBER, Word.CLOCK}
_BETWEEN = {Word.DASH, Word.COMMA}
_CLOSINGS = {Word.OFF, Word.OFF_DAYS, Word.SANITARY}
_END = HoursToken(Word.STOP, 0, "")


def read_hours(text: str, zone: ZoneInfo, current: Hours | None = None) -> Hours:
    """The timetable; a season or a sanitary day alone is added to the current one. Raises UnclearHoursError."""
    if len(text) > LONGEST:
        raise UnclearHoursError(HoursDoubt.WORD, text[:20])
    written = _Reading(tokens(text)).all()
    try:
        return Hours.parse(added_to(current, written) if current else written.expression(), zone)
    except UnreadableHoursError as error:
        raise UnclearHoursError(HoursDoubt.NEVER) from error


class _Reading:
    """One pass over the words, a clause at a time."""

    def __init__(self, words: list[HoursToken]) -> None:
        self._words = words
        self._at = 0
        self._written = Written()

    def all(self) -> Written:
        """Reads everything that was typed."""
        while self._skip({*_BETWEEN, Word.STOP}):
            self._clause()
        self._written.end_season()
        return self._written

    def _clause(self) -> None:
        if self._is_season():
            self._written.begin(self._season())
            return
        match self._peek().word:
            case Word.OTHERWISE:
                self._take()
                self._written.begin(None)
            case Word.LUNCH:
                self._lunch()
            case Word.WITHOUT:
                self._take()
                self._written.no_lunch()
            case Word.NTH | Word.LAST_DAY:
                self._monthly(None)
            case word if word in _CLOSINGS:
                self._closing_first()
            case _:
                self._weekly(self._days())

    def _weekly(self, days: tuple[int, ...]) -> None:
        self._skip(_BETWEEN)
        if self._peek().word in {Word.OFF, Word.OFF_DAYS}:
            self._take()
            self._written.add(HoursLine(days))
        else:
            self._written.add(HoursLine(days, tuple(self._spans())))

    def _closing_first(self) -> None:
        """«выходной: вс», «санитарный день — последняя пятница»; «выходные» may be two days with hours."""
        closing = self._take()
        self._skip(_BETWEEN)
        following = self._peek().word
        if following in {Word.NTH, Word.LAST_DAY}:
            self._monthly(closing)
        elif closing.word is Word.OFF_DAYS and following in {Word.OFF, Word.FROM, *_TIMES}:
            self._weekly(_SETS[Word.OFF_DAYS])
        elif closing.word is Word.SANITARY:
            raise self._lost()
        else:
            self._written.add(HoursLine(self._days()))

    def _days(self) -> tuple[int, ...]:
        if self._peek().word in {Word.FROM, *_TIMES} and not self._is_day(1):
            raise UnclearHoursError(HoursDoubt.NO_DAYS, self._peek().text)
        found = list(self._day_item())
        while self._is_day() or (self._peek().word is Word.COMMA and self._is_day(1)):
            self._skip({Word.COMMA})
            found += self._day_item()
        if self._peek().word is Word.EXCEPT or self._peek(1).word is Word.EXCEPT:
            self._skip({Word.COMMA, Word.EXCEPT})
            without = self._days()
            found = [day for day in found if day not in without]
        return tuple(dict.fromkeys(found))

    def _day_item(self) -> Iterator[int]:
        begins = self._take()
        if begins.word in _SETS:
            yield from _SETS[begins.word]
            return
        first = self._expect(Word.DAY) if begins.word is Word.FROM else begins
        if first.word is not Word.DAY:
            raise self._lost(1)
        last = first
        if self._peek().word in _RANGE and self._peek(1).word is Word.DAY:
            self._take()
            last = self._take()
        yield from ((first.value + n) % 7 for n in range((last.value - first.value) % 7 + 1))

    def _is_day(self, ahead: int = 0) -> bool:
        word = self._peek(ahead).word
        return word in {Word.DAY, Word.WORKDAYS, Word.DAILY}

    def _spans(self) -> Iterator[Span]:
        yield self._span()
        while self._peek().word is Word.COMMA and self._peek(1).word in {Word.FROM, *_TIMES}:
            if self._is_season(1) or self._is_day(2):
                return
            self._take()
            yield self._span()

    def _span(self) -> Span:
        self._skip({Word.FROM})
        start = self._time()
        if self._take().word not in _RANGE:
            raise self._lost(1)
        span = start, self._time()
        if span[0] >= span[1]:
            raise UnclearHoursError(HoursDoubt.ORDER, f"{start // 60}–{span[1] // 60}")
        return span

    def _time(self) -> int:
        token = self._take()
        if token.word not in _TIMES:
            raise self._lost(1)
        if token.word is Word.NUMBER and token.value > 24:
            raise UnclearHoursError(HoursDoubt.TIME, token.text.strip())
        return token.value * 60 if token.word is Word.NUMBER else token.value

    def _lunch(self) -> None:
        near = self._take().text
        self._skip(_BETWEEN)
        if not self._written.lunch(self._span()):
            raise UnclearHoursError(HoursDoubt.LUNCH, near)

    def _monthly(self, closing: HoursToken | None) -> None:
        if self._peek().word is Word.LAST_DAY:
            self._take()
            nths, weekday = [-1], None
        else:
            nths = [self._expect(Word.NTH).value]
            while self._skip({Word.COMMA}) and self._peek().word is Word.NTH:
                nths.append(self._take().value)
            weekday = self._expect(Word.DAY).value
        if closing is None:
            self._skip(_BETWEEN)
            closing = self._take()
        if closing.word not in _CLOSINGS:
            raise self._lost(1)
        self._written.close_monthly(weekday, nths, sanitary=closing.word is Word.SANITARY)

    def _is_season(self, ahead: int = 0) -> bool:
        ahead += self._peek(ahead).word is Word.FROM
        words = [self._peek(ahead + n).word for n in range(4)]
        dated = words[:2] == [Word.NUMBER, Word.MONTH]
        same_month = words[0] is Word.NUMBER and words[1] in _RANGE and words[2:] == [Word.NUMBER, Word.MONTH]
        return words[0] is Word.MONTH or dated or same_month

    def _season(self) -> Season:
        self._skip({Word.FROM})
        start = end = self._date()
        while not end[1] and self._peek().word is Word.COMMA and self._peek(1).word is Word.MONTH:
            self._take()
            end = self._following_month(end[0])
        if self._peek().word in _RANGE and self._peek(1).word in {Word.NUMBER, Word.MONTH}:
            self._take()
            end = self._date()
        return Season.between((start[0] or end[0], start[1]), end)

    def _following_month(self, month: int) -> tuple[int, int]:
        """«июнь, июль, август» is one season; «май, июль» is none."""
        if self._peek().value != month % 12 + 1:
            raise self._lost()
        return self._date()

    def _date(self) -> tuple[int, int]:
        day = self._take().value if self._peek().word is Word.NUMBER else 0
        return self._take().value if self._peek().word is Word.MONTH else 0, day

    def _expect(self, word: Word) -> HoursToken:
        if self._peek().word is not word:
            raise self._lost()
        return self._take()

    def _peek(self, ahead: int = 0) -> HoursToken:
        return self._words[self._at + ahead] if self._at + ahead < len(self._words) else _END

    def _take(self) -> HoursToken:
        token = self._peek()
        self._at += 1
        return token

    def _skip(self, words: set[Word]) -> bool:
        """Goes over such words; whether any word is left."""
        while self._at < len(self._words) and self._peek().word in words:
            self._at += 1
        return self._at < len(self._words)

    def _lost(self, behind: int = 0) -> UnclearHoursError:
        at = min(self._at - behind, len(self._words) - 1)
        near = " ".join(token.text for token in self._words[max(at, 0) :][:3])
        return UnclearHoursError(HoursDoubt.WORD, near.strip())
