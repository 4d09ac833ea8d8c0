"""What the bot says to «отмена», by what was begun."""

from bot.screens.screen import Screen


def nothing_to_cancel() -> Screen:
    """Answers /cancel where nothing was begun."""
    text = "Отменять нечего. Если хотите отменить запись в центр, откройте «Мои записи»."
    return Screen(f"{text} Или напишите вопрос.", menu=True)


def not_moved() -> Screen:
    """Says that rescheduling is dropped: the booking itself is not."""
    return Screen("Хорошо, не переношу: ваша запись остаётся как была. Посмотреть её: /my", menu=True)


def day_unchanged() -> Screen:
    """A librarian drops what was begun with a visit: «отменить» did not cancel the visit."""
    return Screen("Хорошо, остановился. Все записи остались как были. Список дня: /today", menu=True)


def cancelled() -> Screen:
    """Says that what was begun is dropped."""
    return Screen("Хорошо, отменил. Напишите вопрос или выберите кнопку внизу.", menu=True)
