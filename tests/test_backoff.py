"""Retries: doubled, bounded, spread."""

from bot.backoff import Backoff


def test_the_pause_doubles_up_to_the_longest_and_at_most_half_is_taken_off() -> None:
    backoff = Backoff(first=1.0, longest=10.0)

    pauses = [backoff.pause(failures) for failures in (1, 2, 3, 4, 5, 10**9)]

    wholes = [1.0, 2.0, 4.0, 8.0, 10.0, 10.0]
    assert [whole / 2 <= pause <= whole for pause, whole in zip(pauses, wholes, strict=True)] == [True] * 6


def test_those_who_failed_together_come_back_apart() -> None:
    backoff = Backoff(first=8.0, longest=8.0)

    pauses = {round(backoff.pause(1), 3) for _ in range(100)}

    assert len(pauses) > 90
