"""The day on paper opens in a spreadsheet program, fits a page and prints whatever people are called as text."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.booking.booking import BookingState, Origin, OutcomeId, Visitor
from bot.screens.librarian_day.printouts import printed, table
from bot.screens.librarian_day.sheet import BLANK_LINES, BOXES, HEADER, sheet
from bot.screens.librarian_day.sheet_pdf import pdf
from bot.screens.librarian_day.sheet_xlsx import xlsx
from bot.screens.screen import Paper
from tests.booking.visiting import AT, a_booking
from tests.screens.librarian_day.day_samples import CENTRE, LISTS, a_visit, visits

DAY = AT.date()


def opened(content: bytes) -> Worksheet:
    page = load_workbook(BytesIO(content)).active
    assert isinstance(page, Worksheet)
    return page


def test_the_sheet_has_a_line_a_visit_with_boxes_to_tick() -> None:
    booking = a_booking(visitor=Visitor("мама", for_other=True), confirmed=True)

    made = sheet(CENTRE, DAY, [a_visit(booking, reachable=False, taken_by="Вера")], LISTS)

    assert made.title == "Липки. Среда, 25 ноября 2026 года"
    assert made.lines[:-BLANK_LINES] == (
        (
            *("10:00", "КМ47", "мама", "Паспорт"),
            (
                "Запись для другого человека. Подтверждено: придёт. "
                "Бот до него не дойдёт: человек остановил бота. Принимает: Вера."
            ),
            *("☐", ""),
        ),
    )


@pytest.mark.parametrize(
    ("state", "outcome", "came", "words"),
    [
        (BookingState.ARRIVED, OutcomeId("sent_to_mfc"), "да", "Направили в МФЦ"),
        (BookingState.ARRIVED, None, "да", ""),
        (BookingState.NO_SHOW, None, "нет", ""),
    ],
)
def test_what_is_marked_already_is_printed(
    state: BookingState, outcome: OutcomeId | None, came: str, words: str
) -> None:
    booking = a_booking(state=state, outcome=outcome, origin=Origin.WALK_IN, citizen=None)

    line, *_ = sheet(CENTRE, DAY, [a_visit(booking)], LISTS).lines

    assert line[-3:] == ("Без записи.", came, words)


@pytest.mark.parametrize("name", ["=1+1", "+7", "@сумма", "-5", "007", "https://x.ru", "{=1}"])
def test_whatever_somebody_is_called_stays_text(name: str) -> None:
    made = sheet(CENTRE, DAY, [a_visit(a_booking(visitor=Visitor(name)))], LISTS)

    cell = opened(xlsx(made))["C4"]

    assert (cell.value, cell.data_type, cell.hyperlink) == (name, "s", None)


def test_the_workbook_is_one_page_wide_across_with_its_header_on_every_page() -> None:
    page = opened(xlsx(sheet(CENTRE, DAY, visits(60), LISTS)))

    assert [cell.value for cell in page[3]] == list(HEADER)
    assert page.max_row == 3 + 60 + BLANK_LINES + len(("", "heading", "Паспорт", "По телефону", "", "foot"))
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    fit = page.sheet_properties.pageSetUpPr
    assert fit is not None
    assert (fit.fitToPage, page.page_setup.fitToHeight) == (True, 0)
    assert page.print_title_rows == "$3:$3"
    assert page.freeze_panes == "A4"


def test_those_without_a_booking_have_blank_lines_and_a_box_each() -> None:
    made = sheet(CENTRE, DAY, visits(2), LISTS)

    assert made.lines[2:] == (("", "", "", "", "Без записи.", "☐", ""),) * BLANK_LINES
    assert made.counted == ("Паспорт", "По телефону")
    assert "«лист за 25 ноября: 7, паспорт 2, пароль 3»" in made.foot
    boxes = [str(cell.value).count("☐") for row in opened(xlsx(made)) for cell in row if cell.column == 4]
    assert boxes.count(BOXES) == 2


def test_the_pdf_is_across_and_goes_on_to_as_many_pages_as_it_needs() -> None:
    one, many = pdf(sheet(CENTRE, DAY, visits(3), LISTS)), pdf(sheet(CENTRE, DAY, visits(60), LISTS))

    assert one.startswith(b"%PDF")
    assert (one.count(b"/Type /Page\n"), many.count(b"/Type /Page\n")) == (1, 3)
    assert b"/MediaBox [0 0 841.89 595.28]" in one


def test_pictures_in_a_name_do_not_stop_the_printing() -> None:
    smiling = sheet(CENTRE, DAY, [a_visit(a_booking(visitor=Visitor("Анна 😀")))], LISTS)
    plain = sheet(CENTRE, DAY, [a_visit(a_booking(visitor=Visitor("Анна ")))], LISTS)

    assert pdf(smiling) == pdf(plain)


def test_the_same_day_gives_the_same_papers() -> None:
    made = sheet(CENTRE, DAY, visits(2), LISTS)

    assert (pdf(made), xlsx(made)) == (pdf(made), xlsx(replace(made)))


def test_the_papers_come_with_their_names_and_a_way_back() -> None:
    shown = [printed(CENTRE, DAY, visits(1), LISTS), table(CENTRE, DAY, visits(1), LISTS)]

    names = [screen.attached.name for screen in shown if isinstance(screen.attached, Paper)]
    assert names == ["день-2026-11-25.pdf", "день-2026-11-25.xlsx"]
    assert [screen.rows[0][0].label for screen in shown] == ["Весь день", "Весь день"]
