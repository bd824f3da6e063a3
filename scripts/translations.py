"""Keep the window's translations: extract the texts of `tr`, `ntr` and `noop`, and build the .qm.

    python scripts/translations.py            update resources/i18n/*.ts, then build the .qm beside it
    python scripts/translations.py --check    change nothing; exit 1 when something is missing or stale

A .ts file is edited in Qt Linguist or any editor. Texts that the program no longer has are dropped.
Simplified Chinese is never edited: it is made from Traditional Chinese (OpenCC, hk2s) with the words
of `MAINLAND`. So is `texts_zh_Hans.json`: every Chinese text of the layers below the window, of the data
in resources and of the packs in forms and schemas, with its Simplified one. Without OpenCC only what is
missing is told.
"""

import ast
import json
import re
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
HELP = ROOT / "resources" / "help"
LANGUAGES = ("zh_Hant", "zh_Hans")
SIMPLIFIED = "zh_Hans"
# Words that the mainland says in another way, after conversion. 储存 stays: 冷储存 is a term of the field.
MAINLAND = {
    "档案": "文件", "资料夹": "文件夹", "视窗": "窗口", "汇入": "导入", "汇出": "导出",
    "设定": "设置", "搜寻": "搜索", "复原": "撤销", "杂凑值": "哈希值",
    "位元组": "字节", "预设": "默认", "列印": "打印", "密码匙": "密钥", "权杖": "令牌",
    "游标": "光标", "萤幕": "屏幕", "捷径": "快捷键", "行事历": "日历",
    "磁碟": "磁盘", "电邮": "电子邮件", "资料库": "数据库", "栏位": "字段",
    "程式": "程序", "储存格": "单元格", "字元": "字符", "资讯": "信息", "伺服器": "服务器", "介面": "界面",
    "清单档": "清单文件", "原始码": "源代码", "巨集": "宏", "讯息": "消息", "透过": "通过", "贴上": "粘贴",
    "由人手输入": "手动输入", "检视": "查看", "纪录": "记录", "帐户": "账户", "连结": "链接",
}  # fmt: skip
MARKS = {"tr": 1, "noop": 1, "ntr": 2}
CONTEXT = "Praya"
TEXTS = FOLDER / "texts_zh_Hans.json"
HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
DOCUMENTATION = "{http://www.w3.org/2001/XMLSchema}documentation"


def texts() -> dict[str, str]:
    """Every marked literal of the window with the first file that has it."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "app" / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                for item in node.args[: MARKS.get(node.func.id, 0)]:
                    for text in _literals(item):
                        found.setdefault(text, path.relative_to(ROOT).as_posix())
    return found


def _literals(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    return []


def known(file: Path) -> dict[str, str]:
    """The finished translations of a .ts file."""
    if not file.exists():
        return {}
    result = {}
    for message in ET.parse(file).iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") is None and translation.text:
            result[message.findtext("source", "")] = translation.text
    return result


def render(language: str, translated: dict[str, str]) -> str:
    """The .ts file: one message a text, in the order of the texts."""
    root = ET.Element(
        "TS",
        version="2.1",
        language=language.replace("Hant", "TW").replace("Hans", "CN"),
        sourcelanguage="en",
    )
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, place in sorted(texts().items()):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "location", filename=f"../../{place}")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if text in translated:
            translation.text = translated[text]
        else:
            translation.set("type", "unfinished")
    ET.indent(root, "  ")
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def compiled(source: Path, target: Path) -> None:
    """Build a .qm with Qt's own tool."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run(
        [str(tool), "-silent", str(source), "-qm", str(target)], check=True, capture_output=True
    )


def wrong_fields(translated: dict[str, str]) -> list[str]:
    """Texts whose translation names other {fields} than the text."""
    return [
        text
        for text, words in translated.items()
        if set(re.findall(r"{\w+}", text)) != set(re.findall(r"{\w+}", words))
    ]


@lru_cache(maxsize=1)
def _converter() -> Any:
    try:
        from opencc import OpenCC  # noqa: PLC0415  (for developers alone)
    except ImportError:
        return None
    return OpenCC("hk2s")


def simplified(text: str) -> str | None:
    """Traditional Chinese as the mainland writes and says it; None without the converter."""
    converter = _converter()
    if converter is None:
        return None
    result: str = converter.convert(text)
    for ours, theirs in MAINLAND.items():
        result = result.replace(ours, theirs)
    return result


def derived() -> dict[str, str] | None:
    """The window's texts in Simplified Chinese."""
    found = {}
    for text, words in known(FOLDER / "praya_zh_Hant.ts").items():
        made = simplified(words)
        if made is None:
            return None
        found[text] = made
    return found | {"en": "zh-Hans"}


def derived_sentences() -> str | None:
    """The catalogue of sentences; its keys are English and stay as they are."""
    return simplified((FOLDER / "sentences_zh_Hant.toml").read_text(encoding="utf-8"))


def derived_help() -> str | None:
    """The help; what stands in code or names a topic stays as it is."""
    return simplified((HELP / "zh_Hant.md").read_text(encoding="utf-8"))


def spoken() -> set[str]:
    """Every Chinese text outside the window: of the program, its data and its packs, as they are read."""
    found: set[str] = set()
    for path in (ROOT / "app").rglob("*.py"):
        if "ui" not in path.relative_to(ROOT).parts:
            found.update(_constants(ast.parse(path.read_text(encoding="utf-8"))))
    for path in _data("resources", "forms", "schemas"):
        found.update(_values(tomllib.loads(path.read_text(encoding="utf-8"))))
    for path in (ROOT / "schemas").rglob("*.xsd"):
        for item in ET.parse(path).iter(DOCUMENTATION):
            found.add(" ".join((item.text or "").split()))
    return {text for text in found if HAN.search(text)}


def _data(*folders: str) -> Iterator[Path]:
    for folder in folders:
        for path in (ROOT / folder).rglob("*.toml"):
            if path.parent != FOLDER and "examples" not in path.parts:
                yield path


def _constants(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _values(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _values(each)


def derived_texts() -> str | None:
    """The catalogue of texts outside the window; those that Simplified Chinese writes alike are left out."""
    found = {text: simplified(text) for text in spoken()}
    if None in found.values():
        return None
    other = {text: made for text, made in found.items() if made != text}
    return json.dumps(other, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def check_derived() -> list[str]:
    """Whether Simplified Chinese is what conversion gives."""
    if derived_help() not in (None, (HELP / f"{SIMPLIFIED}.md").read_text(encoding="utf-8")):
        return [f"help/{SIMPLIFIED}.md is not made from help/zh_Hant.md"]
    if derived() not in (None, known(FOLDER / f"praya_{SIMPLIFIED}.ts")):
        return [f"praya_{SIMPLIFIED}.ts is not made from praya_zh_Hant.ts"]
    sentences = FOLDER / f"sentences_{SIMPLIFIED}.toml"
    if derived_sentences() not in (None, sentences.read_text(encoding="utf-8")):
        return [f"{sentences.name} is not made from sentences_zh_Hant.toml"]
    if derived_texts() not in (None, TEXTS.read_text(encoding="utf-8") if TEXTS.exists() else ""):
        return [f"{TEXTS.name} is not made from the texts of the program and of its packs"]
    return []


def check(language: str) -> list[str]:
    """What is wrong with a language's files, in sentences."""
    source = FOLDER / f"praya_{language}.ts"
    translated = known(source)
    problems = [f"not translated: {text}" for text in texts() if text not in translated]
    problems += [f"other fields: {text}" for text in wrong_fields(translated)]
    if not source.exists() or source.read_text(encoding="utf-8") != render(language, translated):
        problems.append(f"{source.name} is not what the program's texts give")
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.qm"
        compiled(source, fresh)
        built = source.with_suffix(".qm")
        if not built.exists() or built.read_bytes() != fresh.read_bytes():
            problems.append(f"{built.name} is not built from {source.name}")
    return problems + (check_derived() if language == SIMPLIFIED else [])


def main() -> int:
    """Update or check all languages."""
    if "--check" in sys.argv:
        problems = [problem for language in LANGUAGES for problem in check(language)]
        print("\n".join(problems) or "every text is translated")
        return 1 if problems else 0
    for language in LANGUAGES:
        source = FOLDER / f"praya_{language}.ts"
        words = derived() if language == SIMPLIFIED else None
        sentences = derived_sentences() if language == SIMPLIFIED else None
        if sentences is not None:
            target = FOLDER / f"sentences_{SIMPLIFIED}.toml"
            target.write_text(sentences, encoding="utf-8")
        spoken_texts = derived_texts() if language == SIMPLIFIED else None
        if spoken_texts is not None:
            TEXTS.write_text(spoken_texts, encoding="utf-8")
            (HELP / f"{SIMPLIFIED}.md").write_text(derived_help() or "", encoding="utf-8")
        source.write_text(render(language, words or known(source)), encoding="utf-8")
        compiled(source, source.with_suffix(".qm"))
        missing = [text for text in texts() if text not in known(source)]
        print(f"{language}: {len(texts())} texts, {len(missing)} not translated")
        for text in missing:
            print(f"  {text!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
