"""What the layers below the window say has Chinese words, and no word is kept for what is gone."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.errors import FileMissing, UserError
from app.signing.keys import WrongKeyPassword
from app.ui.main_window import MainWindow
from app.ui.sentences import translated

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "resources" / "i18n" / "sentences_zh_Hant.toml"
SAID = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))["sentences"]
FROM_THE_SYSTEM = {
    "No such file or directory",
    "Permission denied",
    "Is a directory",
    "No space left on device",
    "Read-only file system",
}
ORDINARY = (
    "app/signing",
    "app/store",
    "app/services/checks.py",
    "app/services/corrections.py",
    "app/services/drafts.py",
    "app/services/editor.py",
    "app/services/explanations.py",
    "app/services/firm.py",
    "app/services/following.py",
    "app/services/packs.py",
    "app/services/packsource.py",
    "app/services/returns.py",
    "app/services/review.py",
    "app/services/settings.py",
    "app/services/submission.py",
    "app/services/templates.py",
    "app/services/verification.py",
    "app/excel/package.py",
    "app/errors.py",
    "app/infile.py",
    "app/credentials.py",
)
"""Where the refusals of the ordinary month are raised."""


def literal(node: ast.expr) -> str | None:
    """A text of the source with {} for each fact; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
    return None


def texts(path: Path) -> Iterator[str]:
    """Every text of a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.expr) and (text := literal(node)):
            yield text


def raised(path: Path) -> Iterator[str]:
    """The sentences with which a module refuses."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
            name, text = ast.unparse(node.exc.func), literal(node.exc.args[0])
            ours = name == "UserError" or not name.endswith(("Error", "Fault"))
            if text and ours:
                yield text


def modules() -> Iterator[Path]:
    for place in ORDINARY:
        path = ROOT / place
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def test_no_sentence_of_the_ordinary_month_is_missing() -> None:
    missing = [
        f"{path.relative_to(ROOT)}: {text}"
        for path in modules()
        for text in raised(path)
        if len(re.sub(r"{}|\W", "", text)) > 7
        and translated(text.replace("{}", "1"), "zh-Hant") is None
    ]
    assert missing == [], f"add them to {CATALOGUE.name}"


def test_no_words_are_kept_for_what_nobody_says() -> None:
    packs = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "schemas").rglob("pack.toml"))
    source = "\n".join(text for path in (ROOT / "app").rglob("*.py") for text in texts(path))
    everything = source + packs
    gone = [
        text
        for text in SAID
        if text not in FROM_THE_SYSTEM
        and not all(part.strip() in everything for part in text.split("{}"))
    ]
    assert gone == []


def test_the_chinese_uses_no_fact_that_the_sentence_lacks() -> None:
    for text, words in SAID.items():
        places = {int(number) for number in re.findall(r"{(\d+)}", words)}
        assert places <= set(range(text.count("{}"))), text


COMMAND = re.compile(r"[“ ]praya \w|--as ")


def test_no_sentence_of_the_window_names_a_command() -> None:
    for text in SAID:
        if COMMAND.search(text):
            said = translated(text.replace("{}", "1"), "en")
            assert said is not None, f"say the window's way in sentences_en.toml: {text}"
            assert COMMAND.search(said) is None
            assert COMMAND.search(SAID[text].replace("「", "“")) is None, text


def test_the_windows_own_words_hold_no_sentence_that_is_gone() -> None:
    english = tomllib.loads((CATALOGUE.parent / "sentences_en.toml").read_text(encoding="utf-8"))
    assert set(english["sentences"]) <= set(SAID)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the return is in-review and cannot become signed; it has to be approved before signing",
         "申報表的狀態為「待批核」，不能變為「已簽署（未遞交）」；簽署前須先獲批核"),
        ("Wallets!B7 (Label): the cell shows the error #REF!",
         "Wallets!B7 (Label)：儲存格顯示錯誤 #REF!"),
        ("the file holds a private key but no certificate", "檔案有私人密鑰，但沒有證書"),
        ("something that nobody has translated", None),
    ],
)  # fmt: skip
def test_facts_are_kept_and_put_into_chinese_where_they_can_be(
    text: str, words: str | None
) -> None:
    assert translated(text, "zh-Hant") == words
    assert translated(text, "en") is None


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (WrongKeyPassword("the password does not open this key file", file="/a/k.p12"),
         "k.p12：密碼不能開啟此密鑰檔案。"),
        (FileMissing("there is no such file or folder", file="/a/b.xlsx"),
         "b.xlsx：沒有此檔案或資料夾。"),
        (UserError("no words for this"), "No words for this."),
    ],
)  # fmt: skip
def test_the_notice_speaks_the_language_of_the_window(
    window: MainWindow, qtbot: QtBot, error: UserError, words: str
) -> None:
    window.look.set_language("zh-Hant")
    page = window.pages["home"]
    page.fail(error)
    assert page.notice.message.text() == words
    window.look.set_language("en")
    rest(window, qtbot)
