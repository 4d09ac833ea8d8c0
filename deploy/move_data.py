"""Перенос правок при переходе с 0.1.0 и 0.1.1, где бот правил папку data прямо в папке программы.

Запускают один раз, до git pull, из папки программы, остановив бота:

    git fetch && git show FETCH_HEAD:deploy/move_data.py | python3 -

Правки и прежние версии уходят в живую папку рядом с базой, data снова как в выпуске, строка DATA_DIR=data в .env
закомментирована. Нужен только Python. Повторный запуск ничего не портит.
"""

import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

DATA, DEFAULT = Path("data"), "var/bibliogos.sqlite3"
SETTING = re.compile(r"^[ \t]*(?:export[ \t]+)?(\w+)[ \t]*=[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)


def main() -> None:
    env = Path(".env")
    text = env.read_text(encoding="utf-8-sig") if env.exists() else ""
    settings = {**dict(SETTING.findall(text)), **os.environ}
    chosen = settings.get("DATA_DIR", "")
    if chosen and Path(chosen).resolve() != DATA.resolve():
        sys.exit(f"DATA_DIR={chosen}: ваша собственная папка, переносить нечего. Можно git pull.")
    database = Path(settings.get("DATABASE") or DEFAULT)
    live = database.with_name(f"{database.stem or database.name}.data")
    if live.exists():
        sys.exit(f"{live} уже есть: правки перенесены раньше. Можно git pull.")
    move(live)
    git("checkout", "HEAD", "--", "data")
    git("clean", "-fdq", "data")  # new articles, which are in the live folder now
    if "DATA_DIR" in dict(SETTING.findall(text)):
        env.write_text(re.sub(r"(?m)^(\s*(?:export\s+)?DATA_DIR\s*=)", r"# \1", text), encoding="utf-8")
    print(f"Правки перенесены в {live}, папка data как в выпуске. Теперь: git pull, make install, запуск бота.")


def move(live: Path) -> None:
    """The folder gets its name when it is whole."""
    unfinished = live.with_name(f"{live.name}.part")
    shutil.rmtree(unfinished, ignore_errors=True)
    shutil.copytree(DATA, unfinished)
    with tarfile.open(fileobj=io.BytesIO(git("archive", "HEAD", "data"))) as shipped:
        for member in shipped:
            if (content := shipped.extractfile(member)) is not None:
                file = unfinished / ".shipped" / Path(member.name).relative_to(DATA)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content.read())
    unfinished.rename(live)


def git(*words: str) -> bytes:
    return subprocess.run(("git", "-c", "safe.directory=*", *words), check=True, stdout=subprocess.PIPE).stdout


main()
