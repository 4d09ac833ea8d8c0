"""One person's phone on the page, as a test handles it."""

from playwright.async_api import Locator, Page, expect


class Phone:
    """Finds things by role and name, as a screen reader would."""

    def __init__(self, page: Page, key: str = "anna") -> None:
        self.page = page
        self.root = page.locator(f"#phone-{key}")
        self.log = self.root.get_by_role("log")
        self.field = self.root.get_by_role("textbox")
        self.messages = self.log.get_by_role("article")

    async def start(self) -> None:
        await self.root.get_by_role("button", name="Начать", exact=True).click()
        await expect(self.messages.last).to_contain_text("Здравствуйте!")

    async def say(self, text: str) -> None:
        await self.field.fill(text)
        await self.field.press("Enter")

    async def ask_menu(self) -> Locator:
        """The message with one button of each kind."""
        await self.say("Меню")
        menu = self.log.get_by_role("article", name="Что нажать?")
        await expect(menu).to_be_visible()
        return menu

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name)

    async def choose(self, message: Locator, action: str) -> None:
        """Picks an action from a message's menu."""
        await message.hover()
        await message.get_by_role("button", name="Действия с сообщением").click()
        await self.page.get_by_role("menuitem", name=action).click()

    async def sees(self, text: str) -> None:
        await expect(self.messages.last).to_contain_text(text)
