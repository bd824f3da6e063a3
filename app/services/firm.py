"""What the firm says once about itself, and which no pack can know: dates and shares, not choices."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from app.domain.changes import Changes
from app.domain.identifiers import is_ce
from app.domain.languages import in_language
from app.domain.values import forbidden_character
from app.errors import UserError
from app.services.desk import Desk
from app.store import history
from app.store import settings as store
from app.store.workspace import Connection


class SettingRefused(UserError):
    """A value that the setting cannot take."""

    code = "setting-refused"


@dataclass(frozen=True, slots=True)
class FirmSetting:
    """A setting with its value; an empty one is not known. `form` shows how a value is written."""

    name: str
    labels: Mapping[str, str]
    form: str
    default: str = ""
    value: str = ""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Where it is a choice: what each value means, by language."""

    def word(self, choice: str, language: str) -> str:
        """A choice in words."""
        named = self.words[choice]
        return named.get(language) or named["en"]

    def label(self, language: str) -> str:
        """What is asked, in words."""
        return in_language(self.labels, language)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_month_day(text: str) -> bool:
    # Of a leap year, so that a year may end on 29 February where the others end on the 28th.
    return re.fullmatch(r"\d\d-\d\d", text, re.ASCII) is not None and _is_day(f"2024-{text}")


def _is_policy(text: str) -> bool:
    return text in ("warn", "refuse")


def _is_share(text: str) -> bool:
    return re.fullmatch(r"0|[1-9]\d{0,3}", text, re.ASCII) is not None


def is_firm_name(text: str) -> bool:
    """Whether a text can be a firm's name."""
    return bool(text.strip()) and len(text) <= LONGEST_NAME and not forbidden_character(text)


LONGEST_NAME = 255

FACTS = frozenset({"entity", "ce"})
"""What a workspace cannot be without: it can be corrected, but not taken back."""

_KNOWN: dict[str, tuple[FirmSetting, Callable[[str], bool]]] = {
    "entity": (
        FirmSetting(
            "entity",
            MappingProxyType({"en": "Name of the firm", "zh-Hant": "公司名稱"}),
            "Lantau Digital Exchange Limited",
        ),
        is_firm_name,
    ),
    "ce": (
        FirmSetting(
            "ce",
            MappingProxyType({"en": "CE number of the firm", "zh-Hant": "公司的中央編號（CE）"}),
            "AXC846",
        ),
        is_ce,
    ),
    "licence_from": (
        FirmSetting(
            "licence_from",
            MappingProxyType(
                {
                    "en": "First day of the licence: the first period begins with it",
                    "zh-Hant": "牌照生效首日：首個申報期由該日開始",
                }
            ),
            "2026-10-15",
        ),
        _is_day,
    ),
    "financial_year_end": (
        FirmSetting(
            "financial_year_end",
            MappingProxyType(
                {
                    "en": "Last day of the financial year, as month and day",
                    "zh-Hant": "財政年度最後一日（月-日）",
                }
            ),
            "12-31",
        ),
        _is_month_day,
    ),
    "explanation_growth": (
        FirmSetting(
            "explanation_growth",
            MappingProxyType(
                {
                    "en": "By how many per cent a difference may grow before its explanation"
                    " is not proposed again",
                    "zh-Hant": "差額增幅超過多少百分比時，不再建議沿用上次的解釋",
                }
            ),
            "25",
            default="25",
        ),
        _is_share,
    ),
    "certificate_entity": (
        FirmSetting(
            "certificate_entity",
            MappingProxyType(
                {
                    "en": "When a certificate names another organisation than the firm",
                    "zh-Hant": "證書所載機構並非本公司時",
                }
            ),
            "refuse",
            default="warn",
            words=MappingProxyType(
                {
                    "warn": {"en": "Warn", "zh-Hant": "警告"},
                    "refuse": {"en": "Refuse", "zh-Hant": "拒絕"},
                }
            ),
        ),
        _is_policy,
    ),
}


def is_firm_setting(name: str) -> bool:
    """Whether a setting is the firm's own and no pack's."""
    return name in _KNOWN


def list_firm(desk: Desk) -> list[FirmSetting]:
    """Every such setting with its value."""
    with desk.workspace.read() as connection:
        return [_with_value(connection, setting) for setting, _ in _KNOWN.values()]


def _with_value(connection: Connection, setting: FirmSetting) -> FirmSetting:
    value = firm_value(connection, setting.name)
    return replace(setting, value=value)


def firm_value(connection: Connection, name: str) -> str:
    """The value of one; its default, or an empty text, where the firm has said nothing."""
    if name in FACTS:
        return store.get_fact(connection, name)
    return store.get_all(connection).get(name) or _KNOWN[name][0].default


def get_firm(desk: Desk, name: str) -> FirmSetting:
    """One of them, by its name."""
    with desk.workspace.read() as connection:
        return _with_value(connection, _KNOWN[name][0])


def set_firm(desk: Desk, name: str, value: str) -> Changes:
    """Say it; an empty text takes it back. Written into the history."""
    setting, fits = _KNOWN[name]
    value = value.strip()
    if (value or name in FACTS) and not fits(value):
        raise SettingRefused(f"“{value}” is no value for {name}; write it like {setting.form}")
    with desk.workspace.write() as connection:
        before = firm_value(connection, name)
        if (value or setting.default) == before:
            return Changes()
        (store.put_fact if name in FACTS else store.put)(connection, name, value)
        history.append(
            connection,
            seat=desk.seat,
            action="setting",
            detail={"name": name, "before": before, "after": value or setting.default},
        )
    return Changes(settings=True, returns=True)
