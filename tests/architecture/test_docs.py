"""What the documents point at is there, and the commands that they show are understood."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.arguments import Usage, read_arguments

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    path
    for path in ROOT.rglob("*.md")
    if not any(
        part.startswith(".") or part in ("dist", "node_modules")
        for part in path.relative_to(ROOT).parts
    )
)
LINK = re.compile(r"\]\(<?([^)\s>]+)>?\)")
SHOWN = re.compile(r"^(praya\b.*)$|`(praya\b[^`]*)`", re.MULTILINE)
COMMAND_LINE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")


def links(text: str) -> Iterator[str]:
    """Targets inside the repository, without the heading that they name."""
    for target in LINK.findall(text):
        if "://" not in target and not target.startswith(("mailto:", "#")):
            yield target.partition("#")[0]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_relative_link_leads_to_a_file(document: Path) -> None:
    gone = [
        target
        for target in links(document.read_text(encoding="utf-8"))
        if not (document.parent / target).exists()
    ]
    assert gone == []


def commands() -> list[str]:
    """Every command of the page; “…” stands for the options before the command."""
    found = ["".join(pair).replace("… ", "") for pair in SHOWN.findall(COMMAND_LINE)]
    return sorted(line for line in set(found) if "COMMAND" not in line)


@pytest.mark.parametrize("command", commands())
def test_every_command_of_the_page_is_understood(command: str) -> None:
    words = shlex.split(command, comments=True)
    try:
        read_arguments(words[1:])
    except Usage:
        assert "--help" in words


def test_the_page_shows_its_commands() -> None:
    assert len(commands()) > 15


def test_a_wrong_target_would_be_seen() -> None:
    assert list(links("[a](b.md#c) ![d](e.png) [f](https://g) [h](#i)")) == ["b.md", "e.png"]


def test_every_module_that_the_architecture_names_is_there() -> None:
    named = re.findall(
        r"`([\w/]+/\w+\.py)`", (ROOT / "docs" / "architecture.md").read_text("utf-8")
    )
    assert len(named) > 20
    gone = [
        name for name in named if not ((ROOT / "app" / name).exists() or (ROOT / name).exists())
    ]
    assert gone == []
