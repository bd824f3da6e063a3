"""How long an expression may take on a value, told before it is tried.

Python's engine tries one way after another. With repetitions inside repetitions it may try more ways than
anybody can wait for, so such a pattern is left to the XSD's validator, which counts its steps and gives up.
"""

from functools import lru_cache
from math import prod

MAX_STEPS = 50_000_000
_LARGE = 20


def affordable(pattern: str, length: int) -> bool:
    """Whether a pattern decides on a value of so many characters in a bearable number of steps."""
    ways = _ways(pattern)
    if ways is None:
        return False
    widths, other = ways
    return other * prod(min(width, max(length, 2)) for width in widths) <= MAX_STEPS


@lru_cache(maxsize=4096)
def _ways(pattern: str) -> tuple[tuple[int, ...], int] | None:
    """How wide the long repetitions are that follow each other, and how many other ways there are.

    None where something that can go several ways is itself repeated.
    """
    several = [False]  # for each open group: whether it can match in more than one way
    bars = [0]
    widths: list[int] = []
    other, at = 1, 0
    while at < len(pattern):
        char = pattern[at]
        if char == "(":
            several.append(False)
            bars.append(0)
            at += 1
            continue
        if char == "|":
            several[-1] = True
            bars[-1] += 1
            at += 1
            continue
        closed = False
        if char == ")" and len(several) > 1:
            closed = several.pop()
            several[-1] = several[-1] or closed
            other *= bars.pop() + 1
        after = at + (2 if char == "\\" else 1)
        low, high, at = _repetition(pattern, _after_class(pattern, at) if char == "[" else after)
        if high > 1 and closed:
            return None
        several[-1] = several[-1] or high != low
        if high - low > _LARGE:
            widths.append(high - low)
        else:
            other *= high - low + 1
    return tuple(widths), other * (bars[0] + 1)


def _after_class(pattern: str, at: int) -> int:
    """The place after a class `[…]`; classes inside it, as XSD subtracts them, included."""
    depth = 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif char == "[":
            depth += 1
        elif char == "]":
            depth -= 1
            if not depth:
                return at + 1
        at += 1
    return at


def _repetition(pattern: str, at: int) -> tuple[int, int, int]:
    """How often what stands before may occur, and the place after that."""
    endless = 1 << 30
    following = pattern[at : at + 1]
    if following == "?":
        return 0, 1, at + 1
    if following in ("*", "+"):
        return int(following == "+"), endless, _after_mark(pattern, at + 1)
    end = pattern.find("}", at)
    bounds = pattern[at + 1 : end].split(",") if following == "{" and end > 0 else []
    if not bounds or not bounds[0].isdecimal():
        return 1, 1, at
    low = int(bounds[0])
    high = low if len(bounds) == 1 else int(bounds[1]) if bounds[1].isdecimal() else endless
    return low, high, _after_mark(pattern, end + 1)


def _after_mark(pattern: str, at: int) -> int:
    return at + 1 if pattern[at : at + 1] in ("?", "+") else at
