"""The program that benchmarks start beside the sandbox and kill, and what they know of the sandbox's people."""

TOKEN = "42:sandbox-only-never-leaves-this-machine"  # noqa: S105 - opens nothing but the sandbox
FIRST = 100_001  # the number of the first person
# What each person writes, and how its answer begins.
TALK = (("спасибо", "Пожалуйста"), ("/cancel", "Отменять нечего"), ("/faq", "Вопросы и ответы"))
# As `python -m bot run` starts it; what a killed delivery worker had claimed is free after `lease` seconds.
PROGRAM = """
import sys
from datetime import timedelta
from bot.outbox import delivery_worker
delivery_worker.LEASE = timedelta(seconds=float(sys.argv.pop(1)))
from bot.commands.cli import main
sys.exit(main(["run", "--new"]))
"""
