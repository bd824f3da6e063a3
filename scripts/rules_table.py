"""Write docs/rules.md: every rule of the shipped packs, from the packs themselves.

python scripts/rules_table.py [--check]
"""

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from app.domain.pack import Pack
from app.domain.rule import Parameter, Rule
from app.services.packs import open_pack, shipped_packs
from app.services.rulebook import formula, named, rule_name

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "rules.md"

BLOCKS = (
    ("CAR", 16, "Client assets"),
    ("CWR", 17, "Cold-wallet ratio"),
    ("INC", 15, "Incidents"),
    ("FRS", 14, "Financial resources"),
    ("SCR", 7, "Stablecoins"),
    ("PTS", 12, "Products, tokens and clients"),
    ("XR", 6, "Between returns"),
)
"""The ids of the data model that the packs were written from, block by block."""

ELSEWHERE = {
    "XR-006": "No rule of a pack: the program itself signs the bytes that were approved and hands out"
    " the bytes that were signed, and an edit voids an approval. Tests:"
    " `test_an_edit_voids_the_approval`, `test_content_that_changed_behind_the_approval_is_not_signed`,"
    " `test_another_pack_than_at_approval_is_not_signed`, `test_changed_bytes_are_never_handed_out`.",
}
"""Ids that are kept in another way than by a rule, and how."""

HEAD = """# The rules

Every rule of the six packs that come with Praya. Written by `python scripts/rules_table.py` from the packs, and a
test keeps it fresh: change the packs, not this page. `praya pack rules ID` shows the same for a pack of yours.

**How to read a rule.** A rule looks at every row of the table that stands before the colon, or at the return as a
whole. What follows must hold; where it does not, there is a finding. Names are elements of the schema, `$name` is a
threshold, a setting, or a value that the same cell explains after *with*. “± x” says how far the two sides may be
apart. Absent values decide nothing: what is missing is a finding of its own. The language is described in
[architecture.md](architecture.md#rules-as-data).

**Severity.** *blocking* stops a signature, *explain* asks for a word of explanation, *information* only tells.
“blocking, or explain where …” names what lowers it.

**Certainty.** LAW: the text of the law or guideline was found. LAW?: it was not found, or only told by others; the
citation says which. STD: a published standard. HOUSE: a rule of our own. None of these is legal advice.
"""


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A table of Markdown."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def code(text: str) -> str:
    """An expression in one line; a bar would end the cell."""
    flat = " ".join(text.split()).replace("|", "\\|")
    return f"`{flat}`" if flat else ""


def cell(text: str) -> str:
    """Words in a cell."""
    return " ".join(text.split()).replace("|", "\\|")


def day(value: date | None) -> str:
    """A day; empty where there is none."""
    return "" if value in (None, date.min, date.max) else str(value)


def document(packs: list[Pack]) -> str:
    """The whole page."""
    lines = [HEAD, *_model(packs)]
    for pack in packs:
        lines += _pack(pack)
    return "\n".join(lines).rstrip() + "\n"


def _model(packs: list[Pack]) -> Iterator[str]:
    yield "## The data model's rules, and where they are"
    yield ""
    for prefix, last, title in BLOCKS:
        yield f"### {title}"
        yield ""
        rows = (_where(f"{prefix}-{number:03}", packs) for number in range(1, last + 1))
        yield from table(("Rule", "Pack and parts", "Severity", "Certainty", "Status"), rows)


def _where(name: str, packs: list[Pack]) -> tuple[str, ...]:
    if name in ELSEWHERE:
        return (name, ELSEWHERE[name], "", "", "")
    found = [(pack, rule) for pack in packs for rule in pack.rules if rule.id == name]
    places = []
    for pack in packs:
        parts = [rule.part for owner, rule in found if owner is pack]
        listed = ", ".join(part for part in parts if part)
        if parts:
            places.append(f"[{pack.id}](#{_anchor(pack)})" + (f": {listed}" if listed else ""))
    rules = [rule for _, rule in found]
    return (
        name,
        "; ".join(places) or "**in no pack yet**",
        ", ".join(dict.fromkeys(rule.severity.value for rule in rules)),
        ", ".join(dict.fromkeys(rule.certainty for rule in rules)),
        ", ".join(dict.fromkeys(_state(rule) for rule in rules)),
    )


def _title(pack: Pack) -> str:
    return f"{pack.manifest.title('en')} ({pack.id})"


def _anchor(pack: Pack) -> str:
    kept = (c for c in _title(pack).lower() if c.isalnum() or c in " -_")
    return "".join(kept).replace(" ", "-")


def _pack(pack: Pack) -> Iterator[str]:
    yield f"## {_title(pack)}"
    yield ""
    yield pack.manifest.status
    yield ""
    if pack.parameters:
        yield "Thresholds:"
        yield ""
        head = ("Name", "Value", "From", "To", "Rests on")
        yield from table(head, (_parameter(item) for item in pack.parameters))
    if pack.settings:
        yield "What the firm chooses:"
        yield ""
        rows = (
            (f"`${item.name}`", cell(item.labels["en"]), ", ".join(item.choices), item.default)
            for item in pack.settings
        )
        yield from table(("Name", "Question", "Choices", "Unless chosen"), rows)
    head = ("Rule", "Severity", "What must hold", "Rests on", "Status")
    yield from table(head, (_rule(pack, rule) for rule in sorted(pack.rules, key=_order)))


def _order(rule: Rule) -> tuple[int, str]:
    """The rules of the return first, then the house's own, the header, and those between returns."""
    group = {"HDR": 2, "XR-": 3}.get(rule.id[:3], 1 if int(rule.id[-3:]) > 100 else 0)
    return group, rule.id


def _parameter(item: Parameter) -> tuple[str, ...]:
    value = f"{item.value} {item.unit}".strip()
    rests = f"{item.citation} ({item.certainty})"
    return (f"`${item.name}`", value, day(item.effective_from), day(item.effective_to), cell(rests))


def _rule(pack: Pack, rule: Rule) -> tuple[str, ...]:
    holds = code(formula(rule))
    if rule.tolerance != "0":
        holds += f" ± {code(rule.tolerance)}"
    if rule.scope:
        holds = f"{code(rule.scope)}: {holds}"
    more = []
    if rule.when:
        more.append(f"where {code(rule.when)}")
    if rule.relations:
        others = ", ".join(f"`${name}` = {each}" for name, each in rule.relations.items())
        more.append(f"beside {others}")
    if rule.let:
        lets = ", ".join(f"`${name}` = {code(text)}" for name, text in rule.let.items())
        more.append(f"with {lets}")
    values = ", ".join(
        f"`${item.name}` = {item.value}{f' from {day(item.effective_from)}' if day(item.effective_from) else ''}"
        for item in named(pack, rule)
    )
    if values:
        more.append(values)
    severity = rule.severity.value
    if rule.lowered:
        severity += f", or explain where {' or '.join(code(each.when) for each in rule.lowered)}"
    return (
        rule_name(rule),
        severity,
        "<br>".join([holds, *more]),
        cell(f"{rule.citation} ({rule.certainty})"),
        _state(rule),
    )


def _state(rule: Rule) -> str:
    """The whole history, with reasons and sources."""
    dates = [
        f"{word} {day(value)}"
        for word, value in (("from", rule.effective_from), ("to", rule.effective_to))
        if day(value)
    ]
    parts = [" ".join(dates)] if dates else []
    for item in rule.history:
        since = f" from {day(item.start)}" if day(item.start) else ""
        why = "; ".join(text for text in (item.reason("en"), item.source) if text)
        parts.append(f"{item.state}{since}" + (f": {why}" if why else ""))
    return cell(", ".join(parts)) or "active"


def main() -> int:
    """Write the page, or say that it is stale."""
    fresh = document([open_pack(files) for files in shipped_packs()])
    stale = not TARGET.exists() or TARGET.read_text(encoding="utf-8") != fresh
    if stale and "--check" not in sys.argv:
        TARGET.write_text(fresh, encoding="utf-8")
    if stale:
        print(f"{'stale' if '--check' in sys.argv else 'written'}: {TARGET.relative_to(ROOT)}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
