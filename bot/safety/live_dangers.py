"""The recognition of danger as it is used from now: a changed file is taken in while it has no faults."""

from hashlib import sha256
from pathlib import Path

import numpy as np

from bot.daemon_thread import in_daemon_thread
from bot.datafiles.file_problem import FileProblem
from bot.datafiles.kept_weights import Arrays, keep_weights, read_weights
from bot.datafiles.program_print import program_print
from bot.datafiles.watched import WatchedFiles
from bot.region.region import REGION
from bot.safety.danger_file import DANGER, Dangers, load_dangers, trained
from bot.safety.danger_lessons import EXAMPLES
from bot.safety.threat import Answer, Kind, Level, Threat
from bot.safety.threat_model import ThreatModel, model_of_arrays
from bot.safety.verdict import Judge

_MET_BY = "met_by"  # in the kept file: the program whose trial of all lines missed none
DANGER_WEIGHTS = "danger_weights.npz"  # beside the database: what was learned at one start serves the next


class LiveDangers(WatchedFiles[Dangers | None]):
    """Looks at messages; a start without a usable file takes the shipped one, and `problems` says why.

    Without that one either it sees nothing. Until the model has been learned the rules judge alone.
    """

    def __init__(self, folder: Path, shipped: Path | None = None, kept: Path | None = None) -> None:
        """`shipped` is the folder that came with the program, `kept` the file of what was learned before."""
        self._kept, self._is_learning = kept, False
        self._model_for = self._known
        self._folder = folder
        files = tuple(folder / name for name in (DANGER, EXAMPLES, REGION))
        super().__init__("dangers", lambda: files, self._load)
        if self.now is None and shipped is not None:
            self.now, _ = load_dangers(shipped / DANGER, model_for=self._known)
        self._model_for = self._learned  # files that change later are read beside the running bot

    def _load(self) -> tuple[Dangers | None, list[FileProblem]]:
        file = self._folder / DANGER
        dangers, problems = load_dangers(file, model_for=self._model_for, are_lines_met=self._are_lines_met)
        if dangers is not None and not problems:
            self._note_met(dangers)
        return dangers, problems

    async def refresh(self) -> bool:
        """Learns what was not known at the start, then takes changed files in. Whether anything changed."""
        if self._is_learning:
            return False
        if self.now is not None and self.now.can_learn:
            await in_daemon_thread(self.learn)
            self._log.info("dangers.learned", lines=len(self.now.lessons.all))
            return True
        return await super().refresh()

    def learn(self) -> None:
        """Learns what no earlier start has kept: some seconds. Until then the rules judge alone."""
        dangers = self.now
        if dangers is None or not dangers.can_learn:
            return
        self._is_learning = True
        try:
            self._learn(dangers)
        finally:
            self._is_learning = False

    def _learn(self, dangers: Dangers) -> None:
        taught = dangers.taught(self._learned(dangers))
        missed = list(taught.lessons.missed_by(taught.recogniser))
        if not missed:
            self._note_met(taught)
        self.now, self.problems = taught, [*self.problems, *missed]

    def _arrays(self, dangers: Dangers) -> Arrays:
        return (read_weights(self._kept, dangers.lessons.key) if self._kept else None) or {}

    def _known(self, dangers: Dangers) -> ThreatModel | None:
        return model_of_arrays(arrays) if (arrays := self._arrays(dangers)) else None

    def _are_lines_met(self, dangers: Dangers) -> bool:
        """Whether this very program has tried all lines with the weights that it kept, and missed none."""
        return str(self._arrays(dangers).get(_MET_BY, "")) == self._trial()

    def _note_met(self, dangers: Dangers) -> None:
        if (arrays := self._arrays(dangers)) and not self._are_lines_met(dangers):
            self._keep(dangers, {**arrays, _MET_BY: np.array(self._trial())})

    def _trial(self) -> str:
        """Who tries lines, and with which addresses of the region."""
        region = self._folder / REGION
        return f"{program_print()} {sha256(region.read_bytes()).hexdigest() if region.is_file() else ''}"

    def _learned(self, dangers: Dangers) -> ThreatModel:
        if (known := self._known(dangers)) is not None:
            return known
        model = trained(dangers)
        self._keep(dangers, model.arrays())
        return model

    def _keep(self, dangers: Dangers, arrays: Arrays) -> None:
        if self._kept is None:
            return
        try:
            keep_weights(self._kept, dangers.lessons.key, arrays)
        except OSError as error:  # learned and tried again at the next start
            self._log.warning("dangers.not_kept", reason=str(error))

    def look(self, text: str, *, is_reply: bool = False) -> Threat | None:
        """The danger or crisis that a message tells of, if any; a reply answers what the bot has just asked."""
        return self.now.recogniser.look(text, is_reply=is_reply) if self.now else None

    def is_alarm(self, text: str) -> bool:
        """Whether a message tells of a danger or crisis that is answered before anything else."""
        threat = self.look(text)
        return threat is not None and threat.level is Level.ALARM

    def answer(self, kind: Kind) -> Answer | None:
        """The answer to a danger or crisis."""
        return self.now.answers[kind] if self.now else None

    def caution(self, threat: Threat) -> str:
        """The line of caution above an ordinary answer."""
        if self.now is None:
            return ""
        own = self.now.answers[threat.kind].caution
        return own or (self.now.crisis_caution if threat.is_crisis else self.now.caution)

    @property
    def judge(self) -> Judge | None:
        """Who says of somebody else's message whether it looks like fraud."""
        return self.now.judge if self.now else None

    @property
    def no_signs(self) -> Answer | None:
        """What is said of a message in which no sign of fraud is seen."""
        return self.now.no_signs if self.now else None

    @property
    def nothing_to_judge(self) -> str:
        """What is said to «это правда?» where no message is to be seen."""
        return self.now.nothing_to_judge if self.now else ""
