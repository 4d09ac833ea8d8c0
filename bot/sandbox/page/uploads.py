"""Files that people send: uploaded first, then put into a message."""

from bot.sandbox.file_store import StoredFile
from bot.sandbox.json_types import Json
from bot.sandbox.methods import media
from bot.sandbox.page.clock_control import Stage
from bot.sandbox.page.person_actions import Act, Words, sent
from bot.sandbox.refusal import ApiRefusal
from bot.sandbox.text.compose import caption_text
from bot.sandbox.user_actions import DeedRefused


class Attachment(Act):
    """A file that was uploaded before."""

    file: str
    caption: Words = ""

    def content(self, stored: StoredFile) -> Json:
        return media.document(stored)

    def perform(self, stage: Stage) -> Json:
        stored = stage.world.shelf.get(self.file)
        if stored is None:
            raise DeedRefused("Файл не найден. Загрузите его ещё раз.")
        try:
            caption = caption_text(self.caption, None, None)
            content = self.content(stored)
        except ApiRefusal as refusal:
            raise DeedRefused(f"Telegram не принял бы это: {refusal.description}") from refusal
        words = caption.as_api("caption", "caption_entities") if caption.text else {}
        return sent(stage.world, self.seat(stage.world), content | words)


class Photo(Attachment):
    def content(self, stored: StoredFile) -> Json:
        return media.photo(stored)


class Voice(Attachment):
    def content(self, stored: StoredFile) -> Json:
        return media.voice(stored)
