import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramEntityTooLarge
from aiogram.types import BufferedInputFile, InputMediaDocument, InputMediaPhoto, InputMediaVideo
from aiohttp import ClientResponseError

from bot.sandbox.file_store import FileStore
from bot.sandbox.methods.pictures import Picture, picture
from bot.sandbox.server import Sandbox
from tests.chat_visitor import ActionRefused, Visitor
from tests.sandbox.asking import ANNA, PNG, TOKEN, Raw, news, refusal

JPEG = b"\xff\xd8\xff\xe0\x00\x04xx\xff\xc0\x00\x11\x08\x00\x05\x00\x07\x03" + b"\x00" * 9


async def test_a_document_goes_to_the_person_and_back_to_the_bot(bot: Bot, anna: Visitor) -> None:
    sent = await bot.send_document(ANNA, BufferedInputFile(b"BEGIN:VCALENDAR", "приём.ics"), caption="<b>Вот</b>")

    assert sent.document is not None
    file = await bot.get_file(sent.document.file_id)
    assert file.file_path is not None
    content = await bot.download_file(file.file_path)
    assert content is not None
    assert content.read() == b"BEGIN:VCALENDAR"
    shown = await anna.reply()
    assert (shown.kind, shown.text, shown.raw["file"]["name"]) == ("document", "<b>Вот</b>", "приём.ics")


async def test_a_sent_file_can_be_sent_again_by_its_id(bot: Bot, anna: Visitor) -> None:
    first = await bot.send_document(ANNA, BufferedInputFile(b"x", "a.txt"))
    assert first.document is not None

    again = await bot.send_document(ANNA, first.document.file_id, caption="ещё")

    assert again.document == first.document
    assert (await anna.reply()).raw["file"] == (await anna.reply()).raw["file"]


async def test_a_photo_knows_its_size(bot: Bot, anna: Visitor) -> None:
    sent = await bot.send_photo(ANNA, BufferedInputFile(PNG, "a.png"), caption="график")

    assert sent.photo is not None
    assert (sent.photo[0].width, sent.photo[0].height) == (2, 3)
    assert (await anna.reply()).kind == "photo"


async def test_a_copy_may_bear_another_caption(bot: Bot, anna: Visitor) -> None:
    first = await bot.send_document(ANNA, BufferedInputFile(b"x", "a.txt"), caption="раз")
    await anna.reply()

    await bot.copy_message(ANNA, ANNA, first.message_id, caption="два")

    copied = await anna.reply()
    assert (copied.kind, copied.text) == ("document", "два")


async def test_an_album_comes_whole(bot: Bot, anna: Visitor) -> None:
    photo = InputMediaPhoto(media=BufferedInputFile(PNG, "a.png"), caption="раз")
    paper = InputMediaDocument(media=BufferedInputFile(b"x", "a.txt"))

    sent = await bot.send_media_group(ANNA, [photo, paper])

    shown = [await anna.reply(), await anna.reply()]
    assert [message.kind for message in shown] == ["photo", "document"]
    assert {message.raw["album"] for message in shown} == {sent[0].media_group_id}


async def test_copied_together_an_album_stays_one_and_may_leave_its_captions(bot: Bot, anna: Visitor) -> None:
    photo = InputMediaPhoto(media=BufferedInputFile(PNG, "a.png"), caption="раз")
    sent = await bot.send_media_group(ANNA, [photo, InputMediaDocument(media=BufferedInputFile(b"x", "a.txt"))])
    first, second = await anna.reply(), await anna.reply()

    copied = await bot.copy_messages(ANNA, ANNA, [one.message_id for one in sent] + [999], remove_caption=True)

    shown = [await anna.reply(), await anna.reply()]
    assert [(one.id, one.kind, one.text) for one in shown] == [
        (copied[0].message_id, "photo", ""), (copied[1].message_id, "document", "")
    ]  # fmt: skip
    assert shown[0].raw["album"] == shown[1].raw["album"] != first.raw["album"] == second.raw["album"]


async def test_nothing_that_is_gone_is_copied(bot: Bot, anna: Visitor) -> None:
    assert await refusal(bot.copy_messages(ANNA, ANNA, [99])) == "Bad Request: there are no messages to copy"
    await anna.silence(0.02)


async def test_an_album_with_one_bad_file_is_not_sent_at_all(bot: Bot, anna: Visitor) -> None:
    good = InputMediaPhoto(media=BufferedInputFile(PNG, "a.png"))
    bad = InputMediaPhoto(media=BufferedInputFile(b"x", "b.png"))

    assert await refusal(bot.send_media_group(ANNA, [good, bad])) == "Bad Request: IMAGE_PROCESS_FAILED"
    await anna.silence(0.02)


async def test_an_album_has_one_to_ten_files(raw: Raw, bot: Bot, anna: Visitor) -> None:
    many = [InputMediaDocument(media=BufferedInputFile(b"x", "a.txt"))] * 11

    assert await refusal(bot.send_media_group(ANNA, [*many])) == ("Bad Request: too many messages to send as an album")
    answer = await raw.call("sendMediaGroup", chat_id=ANNA, media=[])
    assert answer["description"] == "Bad Request: there are no messages to send"
    await anna.silence(0.02)


async def test_the_sandbox_says_what_albums_it_cannot_send(bot: Bot, anna: Visitor) -> None:
    video = InputMediaVideo(media=BufferedInputFile(b"x", "a.mp4"))

    words = await refusal(bot.send_media_group(ANNA, [video]))

    assert words == "Bad Request: the sandbox sends albums of photos and documents only"
    await anna.silence(0.02)


async def test_files_that_are_not_there_are_refused(bot: Bot, anna: Visitor) -> None:
    wrong = "Bad Request: wrong file identifier/HTTP URL specified"

    assert await refusal(bot.send_document(ANNA, "нет такого")) == wrong
    assert await refusal(bot.send_photo(ANNA, "https://example.org/a.png")) == wrong
    assert await refusal(bot.get_file("нет")) == ("Bad Request: wrong file_id or the file is temporarily unavailable")
    await anna.silence(0.02)


async def test_an_empty_file_is_refused(bot: Bot, anna: Visitor) -> None:
    words = await refusal(bot.send_document(ANNA, BufferedInputFile(b"", "a.txt")))

    assert words == "Bad Request: file must be non-empty"
    await anna.silence(0.02)


async def test_a_long_caption_is_refused(bot: Bot, anna: Visitor) -> None:
    words = await refusal(bot.send_photo(ANNA, BufferedInputFile(PNG, "a.png"), caption="я" * 1025))

    assert words == "Bad Request: message caption is too long"
    await anna.silence(0.02)


async def test_a_file_above_the_limit_is_too_large(bot: Bot, anna: Visitor) -> None:
    with pytest.raises(TelegramEntityTooLarge, match="Request Entity Too Large"):
        await bot.send_document(ANNA, BufferedInputFile(b"x" * (53 * 1024 * 1024), "a.bin"))

    await anna.silence(0.02)


async def test_a_photo_above_ten_megabytes_is_refused(bot: Bot, anna: Visitor) -> None:
    words = await refusal(bot.send_photo(ANNA, BufferedInputFile(PNG + b"\0" * 10 * 1024 * 1024, "a.png")))

    assert words == "Bad Request: file is too big for a photo"
    await anna.silence(0.02)


async def test_a_bot_cannot_download_more_than_twenty_megabytes(sandbox: Sandbox, bot: Bot) -> None:
    stored = sandbox.state.file_store.put("a.bin", "", b"\0" * (20 * 1024 * 1024 + 1))

    assert await refusal(bot.get_file(stored.id)) == "Bad Request: file is too big"


@pytest.mark.parametrize(("token", "status"), [(TOKEN, 404), ("42:OTHER", 401)])
async def test_only_the_token_opens_a_file_and_only_one_that_is_there(
    sandbox: Sandbox, raw: Raw, token: str, status: int
) -> None:
    async with raw.http.get(f"{sandbox.url}/file/bot{token}/files/none") as response:
        assert response.status == status


@pytest.mark.parametrize(
    ("kind", "name", "content"),
    [("document", "a.txt", b"x"), ("photo", "a.png", PNG), ("voice", "a.ogg", b"OggS")],
)
async def test_a_person_sends_files_too(bot: Bot, anna: Visitor, kind: str, name: str, content: bytes) -> None:
    await anna.upload(kind, name, content, "application/x", caption="вот /help")

    message = (await news(bot))[-1].message
    assert message is not None
    assert (message.content_type, message.caption) == (kind, "вот /help")


async def test_a_person_cannot_send_what_telegram_would_not_take(anna: Visitor) -> None:
    with pytest.raises(ActionRefused, match="IMAGE_PROCESS_FAILED"):
        await anna.upload("photo", "a.png", b"x", "image/png")
    with pytest.raises(ActionRefused, match="Загрузите его ещё раз"):
        await anna.do("document", file="нет")


async def test_uploads_are_limited(anna: Visitor) -> None:
    with pytest.raises(ClientResponseError, match="413"):
        await anna.upload("document", "a.bin", b"\0" * (20 * 1024 * 1024 + 1), "x/y")


async def test_the_page_shows_pictures_and_downloads_the_rest(sandbox: Sandbox, bot: Bot, anna: Visitor) -> None:
    await bot.send_photo(ANNA, BufferedInputFile(PNG, "a.png"))
    await bot.send_document(ANNA, BufferedInputFile(b"<script>", "вход.html"))
    photo, page = await anna.reply(), await anna.reply()

    async with anna._http.get(sandbox.url + photo.raw["file"]["url"]) as response:
        assert response.content_type == "image/png"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
    async with anna._http.get(sandbox.url + page.raw["file"]["url"]) as response:
        assert response.content_type == "application/octet-stream"
        assert response.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''%D0")
    async with anna._http.get(f"{sandbox.url}/chat/file/none") as response:
        assert response.status == 404


async def test_a_file_that_was_dropped_is_said_to_be_gone(sandbox: Sandbox, bot: Bot, anna: Visitor) -> None:
    await bot.send_document(ANNA, BufferedInputFile(b"x", "a.txt"))
    sandbox.state.file_store._files.clear()

    async with Visitor.connect(sandbox.url, "anna") as again:
        file = again.screen.raw["file"]

    assert (file["url"], file["name"]) == (None, "файл больше не хранится")
    assert anna.screen.kind == "document"


def test_the_oldest_files_go_when_the_shelf_is_full() -> None:
    shelf = FileStore(most_bytes=5)
    first = shelf.put("a", "", b"123")
    second = shelf.put("b", "", b"123")

    assert (shelf.get(first.id), shelf.get(second.id)) == (None, second)


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (PNG, Picture("image/png", 2, 3)),
        (JPEG, Picture("image/jpeg", 7, 5)),
        (b"GIF89a\x07\x00\x05\x00", Picture("image/gif", 7, 5)),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", Picture("image/webp", 512, 512)),
        (b"\xff\xd8\xff\xe0\x00", None),
        (b"\xff\xd8\xff\xe0\x00\x03x\x00\x00\x00\x00\x00\x00", None),
        (b"<svg onload=alert(1)>", None),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(content: bytes, seen: Picture | None) -> None:
    assert picture(content) == seen
