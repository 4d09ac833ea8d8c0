"""«🆘 Меня обманывают»: a short list of what is happening, each with what to do now."""

from collections.abc import Mapping

from bot.safety.threat import Kind
from bot.screens.common_buttons import HOME
from bot.screens.menu import Menu
from bot.screens.safety.actions import AskWhatHappens, TellWhatToDo
from bot.screens.screen import Button, Screen, column, row

SOS = Button(Menu.DANGER, AskWhatHappens())
_OFTEN: Mapping[str, Kind] = {
    "Звонят прямо сейчас": Kind.CALL,
    "Код или пароль уже назван": Kind.CODE_TOLD,
    "Ушли деньги": Kind.MONEY_GONE,
    "Пришла ссылка или сообщение": Kind.MESSAGE,
    "Взломали Госуслуги": Kind.HACKED,
}
_SELDOM: Mapping[str, Kind] = {
    "Едет курьер за деньгами": Kind.COURIER,
    "Деньги отданы курьеру": Kind.CASH_GIVEN,
    "Зовут на «безопасный счёт»": Kind.SAFE_ACCOUNT,
    "Просят поставить программу": Kind.REMOTE_APP,
    "Отправлены документы или карта": Kind.DOCUMENT_PHOTO,
    "Взломали мессенджер": Kind.MESSENGER_THEFT,
    "На меня взяли кредит": Kind.CREDIT,
    "Родственник «попал в беду»": Kind.RELATIVE_IN_TROUBLE,
    "Угрожают, требуют денег": Kind.BLACKMAIL,
    "Приз, заработок, вложения": Kind.JOB_OR_PRIZE,
}


def what_happens(*, more: bool) -> Screen:
    """What to do in any case, then what may be happening."""
    kinds = _SELDOM if more else _OFTEN
    buttons = [Button(label, TellWhatToDo(kind)) for label, kind in kinds.items()]
    if not more:
        buttons.append(Button("Другое", AskWhatHappens(more=True)))
    text = "<b>Положите трубку. Денег не переводите, код не называйте.</b>\n\n" + (_MORE if more else _ASKED)
    return Screen(text, (*column(buttons), row(HOME)), choices=tuple(one.action for one in buttons))


_ASKED = "Что случилось? Нажмите или напишите номер."
_MORE = "Что случилось? Нажмите, напишите номер или расскажите своими словами. Подозрительное сообщение перешлите мне."
