"""What an admin reads before and after a librarian is taken off."""

from bot.screens.staff import staff
from bot.staff.roster import Member, MemberId
from tests.booking.reading_room import LIBRARIAN, LIPKI
from tests.hand_clock import NOON

VERA = Member(MemberId(1), LIBRARIAN, "Вера <В>", LIPKI, NOON)


def test_only_the_last_librarian_of_a_centre_is_warned_of() -> None:
    one_of_two, last = (staff.remove_first(VERA, "Липки", is_last=is_last).text for is_last in (False, True))

    assert one_of_two == "Убрать библиотекаря: Вера &lt;В&gt;, Липки? Вопросы людей перестанут к нему приходить."
    assert last.endswith("о новых записях никто не узнает. Сначала пригласите другого: /invite.")


def test_it_is_said_where_nobody_is_left() -> None:
    somebody, nobody = (staff.removed(VERA, "Липки", nobody_left=nobody_left).text for nobody_left in (False, True))

    assert somebody == "Готово: Вера &lt;В&gt; больше не библиотекарь здесь: Липки."
    assert "Библиотекарей в этом центре больше нет." in nobody
