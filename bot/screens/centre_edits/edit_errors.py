"""Why a card edit goes no further, and what to do."""

from collections.abc import Mapping
from html import escape

from bot.datafiles.file_problem import FileProblem
from bot.screens.centre_edits.actions import SendChange
from bot.screens.centre_edits.card_edits import decision
from bot.screens.centres.actions import ShowCentre
from bot.screens.common_buttons import HOME
from bot.screens.file_faults import fault_lines
from bot.screens.screen import Button, Screen, row
from bot.staff.card_edit import CardEdit, CardEditStage
from bot.staff.card_edit_errors import (
    AlreadyDecidedError,
    AlreadySentError,
    CardNotWrittenError,
    CentreGoneError,
    ChangeError,
    ImpossibleError,
    NobodyDecidesError,
    NotTheirCentreError,
)

_REASONS: Mapping[type[ChangeError], str] = {
    NotTheirCentreError: "Править эту карточку могут только её библиотекари и администраторы.",
    CentreGoneError: "Этого центра в справочнике больше нет.",
    NobodyDecidesError: "У бота пока нет администратора: принять правку некому.",
    AlreadySentError: "Эта правка уже отправлена. Ответ придёт сюда.",
}
_GONE = "Этой правки больше нет. Начните заново: /hours."


def not_done(error: ChangeError) -> Screen:
    """Why the change goes no further, and what to do."""
    match error:
        case AlreadySentError(change) if change.stage is CardEditStage.TAKEN and change.fields:
            return Screen("Это уже записано.", (row(Button("Показать карточку", ShowCentre(change.centre))), row(HOME)))
        case AlreadyDecidedError(change) | AlreadySentError(change) if change.stage in {
            CardEditStage.TAKEN,
            CardEditStage.REFUSED,
        }:
            done = "приняли" if change.stage is CardEditStage.TAKEN else "не приняли"
            return Screen(f"Правку № {change.id} уже рассмотрели: её {done}.", (row(HOME),))
        case ImpossibleError(problems):
            return _impossible(problems)
        case CardNotWrittenError(change, file, reason):
            return _unwritable(change, file, reason)
        case _:
            return Screen(_REASONS.get(type(error), _GONE), (row(HOME),))


def _impossible(problems: tuple[FileProblem, ...]) -> Screen:
    text = "Записать не получилось, файл прежний. Правка не потеряна: исправьте причину и нажмите ещё раз."
    return Screen(f"{text}\n\n{fault_lines(problems, 3)}", (row(HOME),))


def _unwritable(change: CardEdit, file: str, reason: str) -> Screen:
    lines = "\n".join(f"{name}: {escape(str(new))}" for name, new in change.fields.items())
    text = (
        f"Файл {escape(file)} не записан: {escape(reason)}. Он остался прежним, правка № {change.id} не потеряна.\n\n"
        "Освободите место на диске или дайте боту право писать в папку data (в Docker уберите «:ro» у неё в "
        "compose.yaml и перезапустите) и нажмите кнопку ещё раз. Или впишите сами:\n"
        f"<code>{lines}</code>"
    )
    again = (
        decision(change.id) if change.stage is CardEditStage.SENT else row(Button("✅ Записать", SendChange(change.id)))
    )
    return Screen(text, (again, row(HOME)))
