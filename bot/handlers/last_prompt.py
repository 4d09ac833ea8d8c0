"""The rules of what the bot has asked: the last prompt owns the answer, what is opened beside it suspends it.

- another screen, a command, an answer to something else suspends the prompt; a screen that asks puts its own;
- an answer to a question said in between, and a toast, leave it standing;
- suspended, it is told of once, with the way back, after words that nothing has taken: no handler has claimed them, or
  another prompt could not read them, where they may have been meant for a person;
- how long each kind of prompt lives stands in its rule (bot.dialog_state.PromptRule).
"""

from bot.dialog_state import DialogStore, Prompt
from bot.faq.small_talk import small_talk
from bot.handlers.routes import Resolved
from bot.handlers.talk import Talk
from bot.screens import suspended


class LastPrompt:
    """Suspends what was asked and tells of it once."""

    def __init__(self, store: DialogStore) -> None:
        self._store = store

    def asked(self, talk: Talk) -> Prompt | None:
        """The prompt that a typed answer would belong to now."""
        return self._store.text(talk.conversation)

    def is_for_another(self, talk: Talk) -> bool:
        """Whether words are asked for that go to another person."""
        prompt = self.asked(talk)
        return prompt is not None and prompt.rule.to_others

    async def suspend(self, before: Prompt | None, call: Resolved, talk: Talk) -> None:
        """After the answer to `call`: what was asked before it is suspended, unless the answer belongs to it."""
        stands = before is None or call.asked is before or self.asked(talk) is not before
        if talk.answered and not stands:
            await self._store.leave(talk.conversation)

    async def tell_misread(self, talk: Talk) -> None:
        """After words that another prompt could not read: what was to go to a person has gone nowhere."""
        left = self._store.left(talk.conversation)
        if left and left.rule.to_others:
            await self._store.drop_left(talk.conversation)
            if screen := suspended.offer(left):
                await talk.reply_beside(screen)

    async def tell_unclaimed(self, text: str, talk: Talk) -> None:
        """Words that nothing claimed may have been meant for what was suspended.

        After small talk only where somebody else may be waiting for them, or nothing was written down.
        """
        left = self._store.left(talk.conversation)
        if left is None or (left.rule.is_own and small_talk(text) is not None):
            return
        await self._store.clear(talk.conversation)
        if screen := suspended.offer(left):
            await talk.reply_beside(screen)
