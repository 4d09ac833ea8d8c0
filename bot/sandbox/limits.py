"""How long and how large what goes through the Bot API may be; how many messages a minute stands in `rate_limits`.

From https://core.telegram.org/bots/api, by what each method says of its parameters. Lengths of texts are UTF-16 units.
"""

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_ENTITIES = 100  # Telegram ignores what goes beyond

MAX_BUTTON_DATA_BYTES = 64
MAX_COPIED_TEXT = 256  # by a button
MAX_BUTTONS = 100
MAX_TOAST = 200  # what a press is answered with

MAX_COMMANDS = 100
MAX_COMMAND_DESCRIPTION = 256
MAX_BOT_NAME = 64
MAX_BOT_DESCRIPTION = 512
MAX_BOT_SHORT_DESCRIPTION = 120
MAX_TOPIC_NAME = 128

MAX_ALBUM = 10
MAX_PICTURE_BYTES = 10 * 1024 * 1024
MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024
MAX_BODY_BYTES = 52 * 1024 * 1024  # of a call; Telegram takes files up to 50 MB
