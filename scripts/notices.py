"""Write THIRD-PARTY-NOTICES.md: every package that the program is shipped with, and its licence."""

import re
from importlib.metadata import distribution, requires
from pathlib import Path

from packaging.requirements import Requirement

READ_IN_THE_PACKAGE = {
    "pytoniq-core-fork": "MIT",
    "sqlcipher3": "Zlib (driver), BSD-3-Clause (SQLCipher), public domain (SQLite)",
}
"""Licences that a package holds as a file and does not state in its metadata."""

ROOT = Path(__file__).resolve().parent.parent


def shipped() -> list[str]:
    """Names of the runtime dependencies, theirs included, on this platform."""
    found: dict[str, str] = {}
    waiting = [Requirement(text) for text in requires("praya") or []]
    while waiting:
        item = waiting.pop()
        if item.marker is not None and not item.marker.evaluate({"extra": ""}):
            continue
        name = re.sub(r"[-_.]+", "-", item.name).lower()
        if name not in found:
            found[name] = item.name
            waiting += [Requirement(text) for text in distribution(item.name).requires or []]
    return sorted(found.values(), key=str.lower)


def licence(name: str) -> str:
    """The licence as the package itself states it."""
    if name in READ_IN_THE_PACKAGE:
        return READ_IN_THE_PACKAGE[name]
    meta = distribution(name).metadata
    stated = meta.get("License-Expression") or ""
    if not stated:
        classes = [
            c.split(" :: ")[-1] for c in meta.get_all("Classifier") or [] if "License ::" in c
        ]
        stated = ", ".join(classes) or (meta.get("License") or "see the package").splitlines()[0]
    return stated.strip()


def main() -> None:
    """Write the table."""
    lines = [
        "# Third-party notices",
        "",
        "Praya is shipped with these packages. Each stands under its own licence, whose text is in the",
        "package. Qt for Python is used under the LGPL-3.0: the libraries are separate files in the",
        "program's folder and can be replaced by others of the same interface.",
        "",
        "| package | version | licence |",
        "|---|---|---|",
    ]
    lines += [f"| {name} | {distribution(name).version} | {licence(name)} |" for name in shipped()]
    (ROOT / "THIRD-PARTY-NOTICES.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
