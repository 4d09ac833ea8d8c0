"""The tables of the figures: a person is the number of a pseudonym there."""

from bot.storage.personal_data.table import Eraser, PersonalTable

_COUNTED = "person in (select id from pseudonym where name = :name)"

FIGURES = (
    # The figures know a person by the number of a pseudonym. A throw-away name cuts it off, and they stay right.
    PersonalTable(
        "contact",
        "id at day hour channel kind first centre topic article detail state outcome minutes lead_days rating booking"
        " entry is_timed",
        (Eraser("interactions", _COUNTED, "person", "at kind centre topic article detail rating", {}),),
    ),
    PersonalTable(
        "presence",
        "span centre times",
        (Eraser("presence", _COUNTED, "person", "span centre times", {}),),
    ),
    PersonalTable(
        "opinion",
        "article day helped",
        (Eraser("opinions", "person = :name", "person", "day article helped", {"person": ":stranger"}),),
    ),
    PersonalTable(
        "pseudonym",
        "id since",
        (Eraser("pseudonym", "name = :name", "name", "since", {"name": ":stranger"}),),
    ),
    PersonalTable("span_sum", "span centre kind channel topic state outcome detail n minutes lead_days ratings rating"),
    PersonalTable("hour_sum", "centre day hour work n"),
    PersonalTable("article_sum", "span article shown helped not_helped"),
    PersonalTable("figures_closed", "one before"),
)
