"""Перенос правок при переходе с 0.1.0 и 0.1.1, где бот правил папку data прямо в папке программы.

Запускают один раз, до git pull, из папки программы, остановив бота:

    git fetch && git show FETCH_HEAD:deploy/move_data.py | python3 -

Правки и прежние версии уходят в живую папку рядом с базой, data снова как в выпуске, строка DATA_DIR=data в .env
закомментирована. Нужен только Python. Прерванный перенос закончит повторный запуск.
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
    edits = edited()
    if live.exists() and not edits and not chosen:
        sys.exit(f"{live} уже есть: правки перенесены раньше. Можно git pull.")
    if not live.exists():
        move(live)
    elif other := [name for name in edits if not is_in(live, name)]:
        sys.exit(f"{live} уже есть, а в нём не то, что здесь: {', '.join(other)}. Перенесите сами и запустите снова.")
    git("checkout", "HEAD", "--", "data")
    git("clean", "-fdq", "data")  # new articles, which are in the live folder now
    if "DATA_DIR" in dict(SETTING.findall(text)):
        env.write_text(re.sub(r"(?m)^(\s*(?:export\s+)?DATA_DIR\s*=)", r"# \1", text), encoding="utf-8")
    print(f"Правки перенесены в {live}, папка data как в выпуске. Теперь: git pull, make install, запуск бота.")


def move(live: Path) -> None:
    """The folder gets its name when it is whole."""
    unfinished, like = live.with_name(f"{live.name}.part"), live.parent if live.parent.exists() else DATA
    shutil.rmtree(unfinished, ignore_errors=True)
    shutil.copytree(DATA, unfinished)
    with tarfile.open(fileobj=io.BytesIO(git("archive", "HEAD", "data"))) as shipped:
        for member in shipped:
            if (content := shipped.extractfile(member)) is not None:
                file = unfinished / ".shipped" / Path(member.name).relative_to(DATA)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content.read())
    give_to_bot(unfinished, like)
    unfinished.rename(live)


def edited() -> list[str]:
    """What git would lose by resetting `data`: changed, deleted and new files."""
    names = git("diff", "--name-only", "-z", "HEAD", "--", "data") + git(
        "ls-files", "-z", "--others", "--exclude-standard", "--", "data"
    )
    return [name for name in names.decode().split("\0") if name]


def is_in(live: Path, name: str) -> bool:
    """Whether an earlier run, which was ended half way, has moved this edit."""
    here, there = Path(name), live / Path(name).relative_to(DATA)
    return there.is_file() and there.read_bytes() == here.read_bytes() if here.is_file() else not there.exists()


def give_to_bot(folder: Path, like: Path) -> None:
    """Run by root, the folder still belongs to the user of the bot, to whom that of the database belongs."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        owner = like.stat()
        for path in (folder, *folder.rglob("*")):
            os.chown(path, owner.st_uid, owner.st_gid)


def git(*words: str) -> bytes:
    return subprocess.run(("git", "-c", "safe.directory=*", *words), check=True, stdout=subprocess.PIPE).stdout


main()
