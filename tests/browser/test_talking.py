import pytest
from playwright.async_api import FilePayload, Page, expect

from tests.browser.parrot import ICS
from tests.browser.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_starting_brings_the_greeting_and_the_keyboard(page: Page) -> None:
    anna = Phone(page)

    await anna.start()

    keyboard = anna.root.get_by_role("group", name="Клавиатура бота")
    assert await keyboard.get_by_role("button").all_inner_texts() == ["📍 Где я", "Меню", "Файл"]


async def test_a_typed_question_is_answered_with_the_bots_formatting(anna: Phone) -> None:
    await anna.say("где библиотека?")

    await expect(anna.messages.last.locator("b")).to_have_text("где библиотека?")


async def test_a_button_of_the_keyboard_is_written_as_words(anna: Phone) -> None:
    await anna.button("Меню").click()

    await anna.sees("Что нажать?")
    await expect(anna.messages.nth(-2)).to_contain_text("Меню")


async def test_a_window_is_shown_and_closed_with_escape(anna: Phone) -> None:
    await anna.ask_menu()

    await anna.button("Окно").click()

    window = anna.page.get_by_role("alertdialog", name="БиблиоГос → Анна Петровна")
    await expect(window).to_contain_text("Запись отменить нельзя")
    await anna.page.keyboard.press("Escape")
    await expect(window).to_have_count(0)
    await expect(anna.button("Окно")).to_be_focused()


async def test_a_passing_line_is_said_in_the_persons_phone(anna: Phone) -> None:
    await anna.ask_menu()

    await anna.button("Строка").click()

    await expect(anna.root.get_by_role("status")).to_have_text("Готово")


async def test_a_message_is_edited_in_place_and_keeps_the_focus(anna: Phone) -> None:
    await anna.ask_menu()
    before = await anna.messages.count()

    await anna.button("Перелистнуть").focus()
    await anna.page.keyboard.press("Enter")

    await anna.sees("Страница 2")
    await anna.sees("изменено")
    assert await anna.messages.count() == before
    await expect(anna.button("Перелистнуть")).to_be_focused()


async def test_a_press_that_waits_looks_busy_and_may_be_repeated(anna: Phone) -> None:
    await anna.ask_menu()
    button = anna.button("Молчать")

    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    await button.click()

    await expect(button).to_be_enabled()
    await expect(button).to_have_accessible_name("Молчать ждёт ответа бота")


async def test_a_location_is_chosen_from_a_list(anna: Phone) -> None:
    await anna.button("📍 Где я").click()
    await anna.page.get_by_label("Место").select_option("Остров")
    await anna.page.get_by_role("button", name="Отправить", exact=True).last.click()

    await anna.sees("Вы здесь: 57.3453, 28.3437")
    on_map = anna.messages.nth(-2).get_by_role("link")
    await expect(on_map).to_have_attribute(
        "href", "https://www.openstreetmap.org/?mlat=57.3453&mlon=28.3437#map=16/57.3453/28.3437"
    )


async def test_a_document_reaches_the_bot(anna: Phone) -> None:
    await anna.button("Приложить").click()
    await anna.page.get_by_role("menuitem", name="Документ").click()
    written: FilePayload = {"name": "список.txt", "mimeType": "text/plain", "buffer": "Пушкин".encode()}
    await anna.page.get_by_label("Файл").set_input_files(written)
    await anna.page.get_by_label("Подпись").press("Enter")

    await anna.sees("Получено: список.txt, Пушкин")


async def test_a_document_of_the_bot_can_be_downloaded(anna: Phone) -> None:
    await anna.button("Файл").click()
    await anna.sees("Ваша запись")

    async with anna.page.expect_download() as started:
        await anna.messages.last.get_by_role("link", name="запись.ics").click()

    download = await started.value
    assert download.suggested_filename == "запись.ics"
    assert (await download.path()).read_bytes() == ICS


async def test_a_photo_is_seen_at_once(anna: Phone) -> None:
    await anna.button("Приложить").click()
    await anna.page.get_by_role("menuitem", name="Фото").click()
    await anna.page.get_by_label("Подпись").fill("Моя полка")
    await anna.page.keyboard.press("Enter")

    picture = anna.log.get_by_role("img", name="Фото: Моя полка")
    await expect(picture).to_be_visible()
    await expect(picture).to_have_js_property("naturalWidth", 480)


async def test_a_sticker_and_a_contact_are_sent(anna: Phone) -> None:
    await anna.button("Приложить").click()
    await anna.page.get_by_role("menuitem", name="Стикер").click()
    await anna.page.get_by_role("button", name="книги").click()
    await anna.sees("sticker")
    await anna.button("Приложить").click()
    await anna.page.get_by_role("menuitem", name="Контакт").click()
    await anna.page.keyboard.press("Enter")

    await anna.sees("contact")
    await expect(anna.messages.nth(-2)).to_contain_text("+70000001001")


async def test_a_blocked_bot_is_unblocked_with_one_button(anna: Phone) -> None:
    await anna.button("Ещё").click()
    await anna.page.get_by_role("menuitem", name="Заблокировать бота").click()
    await expect(anna.field).to_be_hidden()

    await anna.button("Разблокировать").click()
    await anna.say("я вернулась")

    await anna.sees("Вы сказали: я вернулась")


async def test_ones_own_message_is_corrected_with_the_arrow_up(anna: Phone) -> None:
    await anna.say("забыла пороль")
    await anna.sees("Вы сказали")

    await anna.field.press("ArrowUp")
    await anna.say("забыла пароль")

    await anna.sees("Исправлено: забыла пароль")
    await expect(anna.messages.nth(-3)).to_contain_text("изменено")


async def test_a_message_is_answered_and_deleted(anna: Phone) -> None:
    await anna.say("раз")
    await anna.sees("Вы сказали: раз")
    await anna.choose(anna.messages.last, "Ответить")
    await anna.say("два")
    await anna.sees("Вы сказали: два")
    mine = anna.messages.nth(-2)
    await expect(mine.get_by_role("button", name="БиблиоГос")).to_contain_text("Вы сказали: раз")

    await anna.choose(mine, "Удалить")

    await expect(anna.log).not_to_contain_text("Сообщение удалено")
    await expect(anna.messages.nth(-2)).to_contain_text("Вы сказали: раз")


async def test_the_list_of_commands_opens_with_a_slash(anna: Phone) -> None:
    await anna.field.fill("/")
    commands = anna.page.get_by_role("option")
    assert await commands.all_inner_texts() == ["/start\nНачать", "/help\nПомощь"]

    await anna.field.press("ArrowDown")
    await anna.field.press("Enter")

    await anna.sees("Вы сказали: /help")


async def test_links_leave_the_page_safely_except_those_to_the_bot(anna: Phone) -> None:
    menu = await anna.ask_menu()
    site = menu.get_by_role("link", name="Сайт")
    assert await site.get_attribute("rel") == "noopener noreferrer"
    assert await site.get_attribute("target") == "_blank"

    await menu.get_by_role("link", name="Центр в Пскове").click()

    await anna.sees("Метка: c_pskov-1")
