"""Files that people send: uploaded first, then put into a message."""

from bot.sandbox.file_store import StoredFile
from bot.sandbox.json_types import Json
from bot.sandbox.methods import media
from bot.sandbox.page.clock_control import ClockControl
from bot.sandbox.page.person_actions import PersonAction, Words, sent
from bot.sandbox.refusal import ApiRefusal
from bot.sandbox.text.compose import caption_text
from bot.sandbox.user_actions import ActionRefused


class Attachment(PersonAction):
    """A file that was uploaded before."""

    file: str
    caption: Words = ""

    def content(self, stored: StoredFile) -> Json:
        return media.document(stored)

    def perform(self, control: ClockControl) -> Json:
        stored = control.state.file_store.get(self.file)
        if stored is None:
            raise ActionRefused("Файл не найден. Загрузите его ещё раз.")
        try:
            caption = caption_text(self.caption, None, None)
            content = self.content(stored)
        except ApiRefusal as refusal:
            raise ActionRefused(f"Telegram не принял бы это: {refusal.description}") from refusal
        words = caption.as_api("caption", "caption_entities") if caption.text else {}
        return sent(control.state, self.member(control.state), content | words)


class Photo(Attachment):
    def content(self, stored: StoredFile) -> Json:
        return media.photo(stored)


class Voice(Attachment):
    def content(self, stored: StoredFile) -> Json:
        return media.voice(stored)
