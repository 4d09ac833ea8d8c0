"""The part of `check` that names wordings of acts which are nearer to another act."""

import sys
from pathlib import Path

from bot.faq.library import MissingFilesError, load
from bot.faq.live_faq import build_engine
from bot.understanding.act_files.act_library import load_acts
from bot.understanding.act_files.confusable_wordings import confusable_wordings


def tell_confusable(folder: Path) -> None:
    """Names each with both acts: told, no faults. Nothing where the folder has no answers: `check` has said so."""
    try:
        library, _ = load(folder / "faq")
    except MissingFilesError:
        return
    entries, _ = load_acts(folder)
    found = list(confusable_wordings(entries, build_engine(library).reader))
    sys.stdout.write(f"Формулировки дел, которые без самих себя ближе к чужому делу: {len(found)}\n")
    sys.stdout.writelines(f"  «{one.text}»: стоит в {one.own}, ближе к {one.other}\n" for one in found)
