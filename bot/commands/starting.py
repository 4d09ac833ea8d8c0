"""What every command begins with: streams that bear any letter, settings that fit."""

import os
import sys
from io import TextIOWrapper
from typing import NoReturn

from pydantic import ValidationError

from bot.commands.settings_faults import faults_of, unknown_names, unreadable_lines
from bot.russian.system_errors import reason_of
from bot.settings import ENV_FILE, Settings, unknown_variables


def bear_odd_letters() -> None:
    """One broken letter must not end a command: pipes and terminals have encodings of their own."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def read_settings() -> Settings:
    """The settings of the environment and of .env; ends the program with words where they do not fit."""
    if strange := unknown_variables(os.environ):
        stop(unknown_names(strange))
    try:
        if faults := list(unreadable_lines(ENV_FILE)):
            stop("\n".join(faults))
        return Settings()
    except UnicodeDecodeError:
        stop("Файл .env не в кодировке UTF-8: сохраните его в UTF-8.")
    except OSError as error:
        stop(f"Файл .env не читается: {reason_of(error)}. Проверьте права на него.")
    except ValidationError as error:
        stop("Настройки не подходят, сверьте их с .env.example:\n" + "\n".join(faults_of(error)))


def stop(words: str, code: int = 6) -> NoReturn:
    """Says why nothing was done, and ends the program."""
    sys.stderr.write(f"{words}\n")
    sys.exit(code)
