"""What a person in danger is told, from data/danger.yaml."""

from dataclasses import dataclass

from bot.safety.threat import Kind

MOST_STEPS = 3  # after the first line: more does not stand above the keyboard of a phone


@dataclass(frozen=True, slots=True)
class Answer:
    """What to do now, what then, and the article that says more; a crisis has numbers and nothing else."""

    kind: Kind
    now: str
    then: tuple[str, ...] = ()
    article: str | None = None
