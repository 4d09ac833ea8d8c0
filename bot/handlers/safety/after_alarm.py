"""Short words after an alarm («да», «назвала», «и что теперь», «спасибо»): they belong to it."""

from collections.abc import Sequence

from bot.faq.live_faq import LiveFaq
from bot.faq.small_talk import SmallTalk
from bot.handlers.bot_info import BotInfo
from bot.handlers.routes import Routes, Told
from bot.handlers.safety import happening
from bot.handlers.talk import Talk
from bot.safety.after_alarm import AfterAlarm, read_after_alarm, read_after_crisis
from bot.safety.live_dangers import LiveDangers
from bot.safety.threat import Kind
from bot.screens.faq import small_talk
from bot.screens.safety import answers
from bot.screens.safety.actions import AskWhatHappens, AskWhatIsDone, SayNumberAgain, TellWhatToDo


async def ask_what_is_done(talk: Talk, bot_info: BotInfo) -> None:
    """Handles the button below an alarm: the list of what may have happened."""
    await happening.ask(talk, AskWhatHappens(), bot_info)


async def go_on(
    talk: Talk,
    text: str,
    actions: Sequence[AskWhatIsDone | TellWhatToDo],
    dangers: LiveDangers,
    live_faq: LiveFaq,
    bot_info: BotInfo,
) -> None:
    """What was done already has an answer of its own; the rest asks for it or is noted."""
    last = next((Kind(one.kind) for one in actions if isinstance(one, AskWhatIsDone)), None)
    match read_after_alarm(text, last):
        case Kind() as done:
            await happening.tell(talk, TellWhatToDo(done), dangers, live_faq)
        case AfterAlarm.THANKS:
            await talk.reply(small_talk.reply(SmallTalk.THANKS, bot_info.region, can_ask=bot_info.can_ask))
        case AfterAlarm.NOTED:
            await talk.reply(answers.noted())
        case AfterAlarm.WHERE:
            await talk.reply(answers.whom_to_ring(last))
        case AfterAlarm.DOUBT:
            await talk.reply(answers.surely_fraud(last))
        case _:
            await ask_what_is_done(talk, bot_info)


async def go_on_in_crisis(talk: Talk, text: str, actions: Sequence[SayNumberAgain], dangers: LiveDangers) -> None:
    """The number again, unless help is on its way or has come."""
    match read_after_crisis(text):
        case AfterAlarm.THANKS:
            await talk.reply(answers.thanked_in_crisis(actions[0].kind))
        case AfterAlarm.NOTED:
            await talk.reply(answers.noted_in_crisis())
        case _:
            await say_number_again(talk, actions[0], dangers)


async def say_number_again(talk: Talk, action: SayNumberAgain, dangers: LiveDangers) -> None:
    """The answer to a crisis once more."""
    if action.kind in set(Kind) and (answer := dangers.answer(Kind(action.kind))):
        await talk.reply(answers.crisis(answer))


_AFTER_ALARM = Told(lambda text, _: read_after_alarm(text) is not None, go_on)
ROUTES = Routes(
    actions={AskWhatIsDone: ask_what_is_done, SayNumberAgain: say_number_again},
    told={
        AskWhatIsDone: _AFTER_ALARM,
        TellWhatToDo: _AFTER_ALARM,
        SayNumberAgain: Told(lambda text, _: read_after_crisis(text) is not None, go_on_in_crisis),
    },
)
