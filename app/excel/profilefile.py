"""Reading an import profile from its file.

The format is TOML and described for users in `docs/excel.md`. Every mistake names the table and the
key in which it stands.
"""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from app.excel.flaws import Conventions
from app.excel.profile import (
    SAME_ROW,
    FieldSpec,
    Filter,
    Profile,
    ProfileError,
    Source,
    TableSpec,
)
from app.excel.scan import cell_at

_DATE_ORDERS = ("dmy", "mdy", "ymd")


class _Reader:
    """One table of the file, read key by key."""

    def __init__(self, body: Any, where: str, file: str) -> None:
        if not isinstance(body, dict):
            raise ProfileError(f"{where} must be a table", file=file)
        self.body, self.where, self.file = dict(body), where, file

    def fail(self, message: str) -> ProfileError:
        return ProfileError(f"{self.where}: {message}", file=self.file)

    def text(self, key: str, default: str | None = "") -> str:
        value = self.body.pop(key, default)
        if not isinstance(value, str):
            raise self.fail(f"“{key}” must be text" if value is not None else f"“{key}” is missing")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.body.pop(key, ())
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list | tuple) or not all(isinstance(v, str) for v in value):
            raise self.fail(f"“{key}” must be a text or a list of texts")
        return tuple(value)

    def number(self, key: str) -> int | None:
        value = self.body.pop(key, None)
        if value is not None and (
            not isinstance(value, int) or isinstance(value, bool) or value < 1
        ):
            raise self.fail(f"“{key}” must be a row number from 1")
        return value

    def flag(self, key: str) -> bool:
        value = self.body.pop(key, False)
        if not isinstance(value, bool):
            raise self.fail(f"“{key}” must be true or false")
        return value

    def table(self, key: str) -> dict[str, Any]:
        value = self.body.pop(key, {})
        if not isinstance(value, dict):
            raise self.fail(f"“{key}” must be a table")
        return value

    def list(self, key: str) -> list[Any]:
        value = self.body.pop(key, [])
        if not isinstance(value, list):
            raise self.fail(f"“{key}” must be a list of tables, written [[{key}]]")
        return value

    def end(self) -> None:
        if self.body:
            raise self.fail(f"unknown: {', '.join(sorted(self.body))}")


def read_profile(body: bytes, file: str) -> Profile:
    """A profile from its TOML text."""
    try:
        content = tomllib.loads(body.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ProfileError("the profile is not UTF-8 text", file=file) from error
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"this is not TOML: {error}", file=file) from error
    whole = _Reader(content, "the file", file)
    head = _Reader(whole.table("profile"), "[profile]", file)
    maps = {
        name: _map(_Reader(m, f"[maps.{name}]", file)) for name, m in whole.table("maps").items()
    }
    profile = Profile(
        name=head.text("name", None),
        return_type=head.text("return_type", None).upper(),
        title=head.text("title"),
        conventions=_conventions(head),
        tables=tuple(_table(t, n, file, maps) for n, t in enumerate(whole.list("table"), 1)),
        fields=tuple(_field(t, n, file, maps) for n, t in enumerate(whole.list("field"), 1)),
    )
    if not re.fullmatch(r"[\w.-]+(?: [\w.-]+)*", profile.name):
        raise head.fail("“name” must be words of letters, digits, dots and dashes")
    head.end()
    whole.end()
    if not profile.tables and not profile.fields:
        raise ProfileError("the profile has neither a [[table]] nor a [[field]]", file=file)
    return profile


def _conventions(head: _Reader) -> Conventions:
    known = Conventions(
        timezone=head.text("timezone"),
        date_order=head.text("date_order"),
        thousands=head.text("thousands"),
        parentheses=head.flag("parentheses"),
        empty=frozenset(head.texts("empty")),
    )
    if known.timezone and not re.fullmatch(r"Z|[+-]\d\d:\d\d", known.timezone, re.ASCII):
        raise head.fail("“timezone” must be written like +08:00")
    if known.date_order and known.date_order not in _DATE_ORDERS:
        raise head.fail(f"“date_order” must be one of {', '.join(_DATE_ORDERS)}")
    if len(known.thousands) > 1 or known.thousands in tuple("0123456789.+-"):
        raise head.fail("“thousands” must be one sign such as a comma")
    return known


def _map(reader: _Reader) -> dict[str, str]:
    for key, value in reader.body.items():
        if not isinstance(value, str):
            raise reader.fail(f"“{key}” must stand for a text")
    return dict(reader.body)


def _table(body: Any, number: int, file: str, maps: dict[str, dict[str, str]]) -> TableSpec:
    reader = _Reader(body, f"[[table]] {number}", file)
    path = reader.text("path", None)
    reader.where = f"[[table]] {number} ({path})"
    parent = reader.body.pop("parent", {})
    same_row = parent == SAME_ROW
    left, right, header, last = _range(reader)
    spec = TableSpec(
        path=path.strip("/"),
        where=reader.where,
        sheets=reader.texts("sheet"),
        header=reader.number("header") or header,
        first=reader.number("first"),
        last=reader.number("last") or last,
        left=left,
        right=right,
        ends_blank=_ends(reader),
        columns=_sources(reader.table("columns"), reader, maps),
        filters=(*_filters(reader, "skip", maps), *_filters(reader, "keep", maps)),
        parent={} if same_row else _sources(parent, reader, maps),
        same_row=same_row,
    )
    reader.end()
    if not spec.columns:
        raise reader.fail("“columns” is missing or empty")
    return spec


def _ends(reader: _Reader) -> bool:
    value = reader.text("ends", "sheet")
    if value not in ("sheet", "blank"):
        raise reader.fail("“ends” must be “sheet” or “blank”")
    return value == "blank"


def _range(reader: _Reader) -> tuple[int, int | None, int | None, int | None]:
    """`range = "A16:M40"`: columns, the row of the header, and the last row."""
    text = reader.text("range")
    if not text:
        return 0, None, None, None
    ends = [cell_at(part) for part in text.upper().split(":")]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        raise reader.fail(f"“range” is “{text}”; write it like A16:M40")
    return ends[0][1], ends[1][1], ends[0][0] + 1, ends[1][0] + 1


def _sources(body: Any, reader: _Reader, maps: dict[str, dict[str, str]]) -> dict[str, Source]:
    if not isinstance(body, dict):
        raise reader.fail("columns and keys must be given as field = column")
    return {key: _source(value, key, reader, maps) for key, value in body.items()}


def _source(body: Any, key: str, owner: _Reader, maps: dict[str, dict[str, str]]) -> Source:
    where = f"{owner.where}, {key}"
    if isinstance(body, str | list):
        body = {"column": body}
    reader = _Reader(body, where, owner.file)
    source = Source(
        headers=reader.texts("column"),
        letter=reader.text("letter").upper(),
        cell=reader.text("cell").upper(),
        constant=reader.body.pop("constant", None),
        running=reader.text("running"),
        values=_chosen_map(reader, maps),
        default=reader.body.pop("default", None),
    )
    reader.end()
    _check_source(source, reader)
    return source


def _chosen_map(reader: _Reader, maps: dict[str, dict[str, str]]) -> Mapping[str, str] | None:
    chosen = reader.body.pop("map", None)
    if chosen is None:
        return None
    if isinstance(chosen, dict):
        return _map(_Reader(chosen, f"{reader.where}, map", reader.file))
    if chosen not in maps:
        raise reader.fail(f"there is no [maps.{chosen}]")
    return maps[chosen]


def _check_source(source: Source, reader: _Reader) -> None:
    given = [
        bool(source.headers),
        bool(source.letter),
        bool(source.cell),
        source.constant is not None,
        bool(source.running),
    ]
    if sum(given) != 1:
        raise reader.fail("needs exactly one of column, letter, cell, constant, running")
    for name in ("constant", "default"):
        value = getattr(source, name)
        if value is not None and not isinstance(value, str):
            raise reader.fail(f"“{name}” must be text, in quotes, so that no digit is lost")
    if source.letter and cell_at(f"{source.letter}1") is None:
        raise reader.fail(f"“{source.letter}” is no column; write it like AB")
    if source.cell and cell_at(source.cell) is None:
        raise reader.fail(f"“{source.cell}” is no cell; write it like B7")
    if source.running and len(re.findall("0+", source.running)) != 1:
        raise reader.fail("“running” needs one group of zeros for the number, such as W-0000")
    if not source.from_file and (source.values is not None or source.default is not None):
        raise reader.fail("“map” and “default” go with a column or a cell")


def _filters(reader: _Reader, key: str, maps: dict[str, dict[str, str]]) -> list[Filter]:
    found = []
    for number, body in enumerate(reader.list(key), 1):
        item = _Reader(body, f"{reader.where}, {key} {number}", reader.file)
        texts = frozenset(item.texts("is"))
        source = _source(dict(item.body), f"{key} {number}", reader, maps)
        if not texts:
            raise item.fail('“is” must list the texts to look for; "" means an empty cell')
        if not (source.headers or source.letter):
            raise item.fail("needs a column or a letter")
        found.append(Filter(source, texts, keep=key == "keep"))
    return found


def _field(body: Any, number: int, file: str, maps: dict[str, dict[str, str]]) -> FieldSpec:
    reader = _Reader(body, f"[[field]] {number}", file)
    path = reader.text("path", None).strip("/")
    sheets = reader.texts("sheet")
    source = _source(reader.body, path, reader, maps)
    if source.headers or source.letter or source.running:
        raise reader.fail(f"{path} stands outside every table and needs a cell or a constant")
    if source.cell and not sheets:
        raise reader.fail(f"{path} needs the sheet of its cell")
    return FieldSpec(path, f"[[field]] {number} ({path})", source, sheets)
