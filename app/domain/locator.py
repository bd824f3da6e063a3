"""Field paths: `Header/CeNumber`, `Wallets/Wallet[3]/Label`, `Amount/@currCode`."""

import re
from dataclasses import dataclass

from app.errors import UserError

_STEP = re.compile(r"(@?[^\s/\[\]@]+)(?:\[([1-9]\d{0,8})\])?")


class PathError(UserError):
    """The text names no place in the return."""

    code = "bad-path"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a local name (attributes begin with @) and a 1-based position."""

    name: str
    position: int = 1
    explicit: bool = False

    def __str__(self) -> str:
        return f"{self.name}[{self.position}]" if self.explicit else self.name


def parse_path(text: str) -> tuple[Step, ...]:
    """Split a path into its steps; a malformed one is a `PathError`."""
    steps = []
    for part in text.strip("/").split("/"):
        match = _STEP.fullmatch(part)
        if not match:
            raise PathError(
                f"“{text}” is no field path; write it like Header/CeNumber or Wallets/Wallet[3]/Label"
            )
        steps.append(Step(match[1], int(match[2] or 1), explicit=match[2] is not None))
    return tuple(steps)
