"""The sentences of tiers one and two, in the languages of the program.

Written so that they follow the field's name: “CE number: “x” does not have the required form”.
"""

from collections.abc import Mapping

from app.domain.languages import LANGUAGES, pair_in_language

_VALUE: dict[str, tuple[str, str]] = {
    "VALUE-MISSING": ("a value is required here", "必須填寫"),
    "VALUE-EMPTY": ("the value must not be empty", "不可留空"),
    "VALUE-CHARACTER": (
        "the character {character} is not allowed in XML; delete it",
        "含有 XML 不允許的字元 {character}，請刪除",
    ),
    "VALUE-NUMBER": ("“{value}” is not a decimal number", "「{value}」不是十進位數字"),
    "VALUE-INTEGER": ("“{value}” is not a whole number", "「{value}」不是整數"),
    "VALUE-BOOLEAN": ("“{value}” is neither true nor false", "「{value}」既非 true 亦非 false"),
    "VALUE-DATE": ("“{value}” is not a date", "「{value}」不是日期"),
    "VALUE-DATETIME": ("“{value}” is not a date and time", "「{value}」不是日期時間"),
    "VALUE-XML": (
        "this is not one element of well-formed XML that declares its prefixes",
        "並非一個格式正確並聲明其前綴的 XML 元素",
    ),
    "VALUE-FIXED": ("the value must be “{limit}”", "必須為「{limit}」"),
    "VALUE-CODE": ("“{value}” is not one of the allowed codes", "「{value}」不在代碼表內"),
    "VALUE-PATTERN": ("“{value}” does not have the required form", "「{value}」格式不符"),
    "VALUE-LENGTH": (
        "{size} characters; exactly {limit} are required",
        "{size} 個字元，須為 {limit} 個",
    ),
    "VALUE-SHORT": (
        "{size} characters; at least {limit} are required",
        "{size} 個字元，至少須 {limit} 個",
    ),
    "VALUE-LONG": (
        "{size} characters; at most {limit} are allowed",
        "{size} 個字元，最多 {limit} 個",
    ),
    "VALUE-LOW": ("the value must be at least {limit}", "不可小於 {limit}"),
    "VALUE-HIGH": ("the value must be at most {limit}", "不可大於 {limit}"),
    "VALUE-ABOVE": ("the value must be above {limit}", "必須大於 {limit}"),
    "VALUE-BELOW": ("the value must be below {limit}", "必須小於 {limit}"),
    "VALUE-FRACTION": (
        "{size} digits after the point; at most {limit} are allowed",
        "小數位有 {size} 位，最多 {limit} 位",
    ),
    "VALUE-DIGITS": (
        "{size} digits; at most {limit} are allowed",
        "共 {size} 位數字，最多 {limit} 位",
    ),
}

_SCHEMA: dict[str, tuple[str, str]] = {
    "SCHEMAV_ELEMENT_CONTENT:missing": (
        "{name} is incomplete: {expected} is missing",
        "{name} 不完整：欠缺 {expected}",
    ),
    "SCHEMAV_ELEMENT_CONTENT:unexpected": (
        "{name} is not allowed here; {expected} is expected",
        "此處不可有 {name}；應為 {expected}",
    ),
    "SCHEMAV_CVC_IDC:duplicate": (
        "{name}: {value} occurs more than once, but has to be unique ({constraint})",
        "{name}：{value} 重複，必須唯一（{constraint}）",
    ),
    "SCHEMAV_CVC_IDC:unmatched": (
        "{name}: {value} refers to something that is not in the return ({constraint})",
        "{name}：{value} 所指的項目不在申報表內（{constraint}）",
    ),
}


def value_text(code: str, language: str, facts: Mapping[str, str | int]) -> str:
    """The sentence of a tier-one problem, in English where the language is not known."""
    return pair_in_language(_VALUE[code], language).format(**facts)


def schema_texts(code: str, facts: Mapping[str, str]) -> dict[str, str]:
    """The sentence of a tier-two problem by language; empty where we have no words of our own."""
    texts = _SCHEMA.get(code)
    if texts is None:
        return {}
    return {language: pair_in_language(texts, language).format(**facts) for language in LANGUAGES}
