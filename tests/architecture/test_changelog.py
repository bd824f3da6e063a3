"""The changelog keeps the form that it promises."""

import re
from pathlib import Path

TEXT = (Path(__file__).resolve().parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_it_begins_with_what_is_unreleased() -> None:
    releases = re.findall(r"^## \[(.+?)\]", TEXT, re.MULTILINE)
    assert releases[0] == "Unreleased"
    assert set(re.findall(r"^### (\w+)", TEXT, re.MULTILINE)) <= KINDS
