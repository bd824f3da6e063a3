"""The rules of the house, each with a sentence for a name."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "app").rglob("*.py"))
TEXT = {
    "",
    ".csv",
    ".lock",
    ".md",
    ".py",
    ".qss",
    ".sh",
    ".spec",
    ".svg",
    ".toml",
    ".ts",
    ".xml",
    ".xsd",
    ".yaml",
}
READS_DOUBLES = {
    "app/excel/cells.py": "takes a workbook's doubles and hands them to what reads them exactly",
    "app/excel/columnwise.py": "takes the doubles of plain cells, by the shortest exact form",
    "app/excel/numbers.py": "turns a workbook's doubles into exact text, or into a finding",
    "app/excel/workbook.py": "names the types that the reader hands over",
}
"""The only modules that may see a double: those that take it from the workbook, where it stands."""

CARRIES_AMOUNTS = [
    path
    for path in MODULES
    if "ui" not in path.relative_to(ROOT).parts
    and path.relative_to(ROOT).as_posix() not in READS_DOUBLES
]


def test_each_layer_imports_only_what_stands_below_it() -> None:
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("module", CARRIES_AMOUNTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_float_stands_on_the_path_of_an_amount(module: Path) -> None:
    """Neither the name `float` nor a literal with a point; times and limits use whole numbers.

    The exception is marked on its line with the reason: `# not an amount: …`.
    """
    text = module.read_text(encoding="utf-8")
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        named = isinstance(node, ast.Name) and node.id == "float"
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
        if named or literal:
            assert "# not an amount:" in lines[node.lineno - 1], f"{module}:{node.lineno}"


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_module_is_longer_than_500_lines(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 500


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_nothing_can_open_a_network_connection(module: Path) -> None:
    """But the one module that asks a time-stamp server which a person names."""
    if module.relative_to(ROOT).as_posix() == "app/services/timeserver.py":
        return
    forbidden = {"socket", "urllib.request", "http", "http.client", "requests", "ssl", "ftplib"}
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert not forbidden & {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.module not in forbidden


def test_the_hashes_of_the_shipped_packs_are_sealed() -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "scripts" / "seal_packs.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_the_lock_names_no_index_and_holds_a_hash_for_every_package() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "http" not in lock
    packages = [line for line in lock.splitlines() if line and line[0].isalnum()]
    assert packages
    assert all(line.endswith("\\") for line in packages)


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    """Checked over the folders that are committed; git may be absent where the tests run."""
    folders = ["app", "bench", "docs", "forms", "installer", "resources", "schemas", "scripts"]
    files = [path for path in ROOT.iterdir() if path.is_file() and path.name != ".git"]
    for folder in [*folders, "tests", ".ci"]:
        files += (ROOT / folder).rglob("*")
    marks = ("/ho" + "me/", "/ro" + "ot/", "/wo" + "rk/")
    for path in files:
        installed = {"__pycache__", ".venv", "node_modules", ".git"} & set(path.parts)
        if path.suffix not in TEXT or installed or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8")
        for mark in marks:
            assert mark not in text, f"{path} holds {mark}"
