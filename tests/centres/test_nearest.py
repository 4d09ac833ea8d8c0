"""The nearest centres, by a shared point and by a typed place."""

import math
import random

import pytest

from bot.centres.directory import Directory
from bot.centres.places.geo import NearestFirst, Point, distance_km

TOWN = Point(57.0, 28.0)


def ids(directory: Directory, point: Point, count: int) -> list[str]:
    return [near.what.id for near in directory.from_point(point, count).near]


def of_place(directory: Directory, text: str, count: int) -> list[tuple[str, float | None]]:
    place = directory.find_place(text).places[0]
    return [(near.what.id, near.km and round(near.km)) for near in directory.from_place(place, count).near]


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        (Point(0, 0), Point(0, 0), 0.0),
        (Point(0, 0), Point(0, 180), 20015.1),
        (Point(90, 0), Point(-90, 0), 20015.1),
        (Point(0, 179.5), Point(0, -179.5), 111.2),
        (Point(55.7558, 37.6173), Point(59.9311, 30.3609), 631.7),
    ],
)
def test_distances_are_great_circles(one: Point, other: Point, km: float) -> None:
    assert round(distance_km(one, other), 1) == km


def test_the_search_agrees_with_measuring_everything() -> None:
    dice = random.Random(4)  # noqa: S311 - a repeatable spread of points
    points = [Point(dice.uniform(55.6, 59.0), dice.uniform(27.3, 31.5)) for _ in range(500)]
    index = NearestFirst((point, point) for point in points)
    asked = [Point(dice.uniform(54, 61), dice.uniform(25, 34)) for _ in range(40)]

    found = [[near.what for near in index.nearest_to(point, 10)] for point in asked]

    assert found == [sorted(points, key=lambda other: distance_km(point, other))[:10] for point in asked]


def test_the_search_agrees_across_the_date_line_and_near_a_pole() -> None:
    points = [Point(66, 179.9), Point(66, -179.9), Point(66, 0), Point(89, 10), Point(89, -170)]
    index = NearestFirst((point, point) for point in points)

    assert [near.what for near in index.nearest_to(Point(66, 180), 3)][2] == points[4]
    assert {near.what for near in index.nearest_to(Point(66, 180), 2)} == {points[0], points[1]}
    assert len(index) == 5


def test_equal_distances_keep_their_order() -> None:
    index = NearestFirst((TOWN, number) for number in range(50))

    assert [near.what for near in index.nearest_to(Point(57.3, 28.4), 7)] == [0, 1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("count", [0, 1, 5])
def test_never_more_than_asked_or_than_there_are(count: int) -> None:
    index = NearestFirst([(TOWN, "a"), (TOWN, "b")])

    assert len(index.nearest_to(TOWN, count)) == min(count, 2)


def test_a_shared_point_ranks_all_and_puts_the_unmapped_last(few: Directory) -> None:
    ranking = few.from_point(Point(57.4, 28.0), 10)

    assert [(near.what.id, near.km and round(near.km)) for near in ranking.near] == [
        ("sosny-main", 11),
        ("lipki-main", 44),
        ("sosny-vyselki", None),
    ]
    assert ranking.total == 3


def test_a_nearer_centre_without_hours_is_not_hidden(few: Directory) -> None:
    nearest = few.from_point(Point(57.45, 28.0), 1).near[0].what

    assert (nearest.id, nearest.hours) == ("sosny-main", None)


def test_paging_shows_each_centre_once(whole: Directory) -> None:
    pages = [ids(whole, Point(57.8, 28.3), 3 * page)[3 * page - 3 :] for page in range(1, 30)]

    assert sorted(id_ for page in pages for id_ in page) == sorted(centre.id for centre in whole.centres)


def test_the_first_of_a_town_is_one_that_helps_with_services(whole: Directory) -> None:
    assert ids(whole, Point(57.8, 28.3), 1) == ["pskov-pounb"]


def test_a_named_settlement_comes_with_its_own_centres_first(few: Directory) -> None:
    assert of_place(few, "в липках", 3) == [("lipki-main", 0), ("sosny-main", 56), ("sosny-vyselki", None)]


def test_a_centre_of_the_named_village_is_first_though_neither_is_on_the_map(few: Directory) -> None:
    assert of_place(few, "выселки", 3) == [("sosny-vyselki", None), ("sosny-main", 0), ("lipki-main", 56)]


def test_a_named_district_comes_with_all_of_its_centres_first(few: Directory) -> None:
    assert of_place(few, "сосновский район", 3) == [("sosny-main", 0), ("sosny-vyselki", None), ("lipki-main", 56)]


def test_a_place_ranking_has_no_doubles(whole: Directory) -> None:
    found = [id_ for id_, _ in of_place(whole, "палкинский район", 100)]

    assert len(found) == len(set(found)) == len(whole.centres)


@pytest.mark.parametrize(("point", "outside"), [(TOWN, False), (Point(57.0, 28.8), False), (Point(59.9, 30.3), True)])
def test_far_from_every_place_is_outside(few: Directory, point: Point, outside: bool) -> None:  # noqa: FBT001 - a table
    assert few.is_outside(point) is outside


def test_an_empty_directory_has_nothing_and_claims_nothing() -> None:
    empty = Directory()

    assert empty.from_point(TOWN, 3).near == ()
    assert empty.find_place("Псков").places == ()
    assert not empty.is_outside(TOWN)


def test_the_distance_to_the_region_is_to_its_nearest_place(few: Directory) -> None:
    assert math.isclose(few.km_to_region(Point(58.5, 28.0)) or 0, 111.2, abs_tol=0.1)
