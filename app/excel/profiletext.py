"""An import profile as the TOML text that `profilefile.py` reads."""

import json
import re
from collections.abc import Iterable, Mapping

from app.excel.profile import FieldSpec, Profile, Source, TableSpec
from app.excel.scan import address_of, column_name


def profile_text(profile: Profile) -> str:
    """The text of a profile; reading it gives the same profile again."""
    blocks = [_head(profile)]
    blocks += [_table(spec) for spec in profile.tables]
    blocks += [_field(spec) for spec in profile.fields]
    return "\n\n".join(blocks) + "\n"


def _head(profile: Profile) -> str:
    known = profile.conventions
    lines = [
        "[profile]",
        f"name = {_quoted(profile.name)}",
        f"return_type = {_quoted(profile.return_type)}",
    ]
    pairs = [
        ("title", profile.title),
        ("timezone", known.timezone),
        ("date_order", known.date_order),
        ("thousands", known.thousands),
    ]
    lines += [f"{key} = {_quoted(value)}" for key, value in pairs if value]
    if known.parentheses:
        lines.append("parentheses = true")
    if known.empty:
        lines.append(f"empty = {_texts(sorted(known.empty))}")
    return "\n".join(lines)


def _table(spec: TableSpec) -> str:
    lines = ["[[table]]", f"path = {_quoted(spec.path)}"]
    if spec.sheets:
        lines.append(f"sheet = {_one_or_many(spec.sheets)}")
    header, last = spec.header, spec.last
    if spec.right is not None:
        corner = f"{address_of((header or 1) - 1, spec.left)}:{column_name(spec.right)}{last or 1}"
        lines.append(f"range = {_quoted(corner)}")
        header = last = None
    numbers = (("header", header), ("first", spec.first), ("last", last))
    lines += [f"{key} = {value}" for key, value in numbers if value is not None]
    if spec.ends_blank:
        lines.append('ends = "blank"')
    if spec.same_row:
        lines.append('parent = "same-row"')
    elif spec.parent:
        inner = ", ".join(f"{_key(k)} = {_source(s)}" for k, s in spec.parent.items())
        lines.append(f"parent = {{ {inner} }}")
    for name, keep in (("skip", False), ("keep", True)):
        filters = [item for item in spec.filters if item.keep is keep]
        if filters:
            written = [
                f"{{ {_inside(item.column)}, is = {_texts(sorted(item.texts))} }}"
                for item in filters
            ]
            lines.append(f"{name} = [{', '.join(written)}]")
    lines.append("[table.columns]")
    lines += [f"{_key(key)} = {_source(source)}" for key, source in spec.columns.items()]
    return "\n".join(lines)


def _field(spec: FieldSpec) -> str:
    lines = ["[[field]]", f"path = {_quoted(spec.path)}"]
    if spec.sheets:
        lines.append(f"sheet = {_one_or_many(spec.sheets)}")
    lines += _pairs(spec.source)
    return "\n".join(lines)


def _source(source: Source) -> str:
    if source.headers and source.values is None and source.default is None:
        return _one_or_many(source.headers)
    return f"{{ {_inside(source)} }}"


def _inside(source: Source) -> str:
    return ", ".join(_pairs(source))


def _pairs(source: Source) -> list[str]:
    pairs = []
    if source.headers:
        pairs.append(f"column = {_one_or_many(source.headers)}")
    plain = (("letter", source.letter), ("cell", source.cell), ("running", source.running))
    pairs += [f"{key} = {_quoted(value)}" for key, value in plain if value]
    for key, text in (("constant", source.constant), ("default", source.default)):
        if text is not None:
            pairs.append(f"{key} = {_quoted(text)}")
    if source.values is not None:
        pairs.append(f"map = {_map(source.values)}")
    return pairs


def _map(values: Mapping[str, str]) -> str:
    inner = ", ".join(f"{_quoted(key)} = {_quoted(value)}" for key, value in values.items())
    return f"{{ {inner} }}" if inner else "{}"


def _one_or_many(texts: tuple[str, ...]) -> str:
    return _quoted(texts[0]) if len(texts) == 1 else _texts(texts)


def _texts(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _key(text: str) -> str:
    return text if re.fullmatch(r"[A-Za-z0-9_-]+", text) else _quoted(text)


def _quoted(text: str) -> str:
    """A basic string of TOML, whose escapes are those of JSON but for one sign."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
