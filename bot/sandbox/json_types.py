"""JSON as it travels over the wire."""

from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]  # what it holds is settled by the Bot API or by docs/sandbox.md
