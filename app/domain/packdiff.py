"""What differs between two versions of a pack: every change with its place and its direction.

`direction` says what a change does to documents: *looser*: whatever was valid still is; *tighter*:
whatever is valid now was before; *both*: neither can be said; *none*: no document is concerned. So a
difference without anything tighter explains that every valid document stays valid.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from app.domain.obligation import ObligationRule
from app.domain.pack import Pack
from app.domain.rule import Rule
from app.domain.schema import Facets, Field, Node, Schema

LOOSER, TIGHTER, BOTH, NONE = DIRECTIONS = ("looser", "tighter", "both", "none")


@dataclass(frozen=True, slots=True)
class PackChange:
    """One change. `part` is schema, rule, parameter, setting, computed, deadline, label or pack.

    `what` is a key of `diffwords.WORDS`; `path` a schema path or the name of a rule; `label` what the
    newer version calls it, by language.
    """

    part: str
    what: str
    path: str
    direction: str = NONE
    before: str = ""
    after: str = ""
    label: Mapping[str, str] = field(default_factory=dict, compare=False)


def pack_changes(old: Pack, new: Pack) -> list[PackChange]:
    """Everything that differs, in the order: schema, rules, thresholds, other parts, labels."""
    return [
        *_manifest(old, new),
        *schema_changes(old.schema, new.schema),
        *_rules(old.rules, new.rules),
        *_others(old, new),
        *_labels(old.schema, new.schema),
    ]


def schema_changes(old: Schema, new: Schema) -> list[PackChange]:
    """What differs in what documents may hold."""
    found = []
    if (old.root.namespace, old.root.local) != (new.root.namespace, new.root.local):
        names = [f"{item.root.local} {item.root.namespace}".strip() for item in (old, new)]
        found.append(PackChange("schema", "root", "", BOTH, names[0], names[1]))
    if old.signature_slot != new.signature_slot:
        direction = LOOSER if new.signature_slot else TIGHTER
        found.append(PackChange("schema", f"signature-{direction}", "", direction))
    homes = (old.root.namespace, new.root.namespace)
    return [*found, *(item for item in _node(old.root, new.root) if not _with_root(item, homes))]


def _with_root(change: PackChange, homes: tuple[str, str]) -> bool:
    """Whether an element only went along when the namespace of the whole schema changed."""
    return change.what == "namespace" and (change.before, change.after) == homes


def _node(old: Node, new: Node) -> Iterator[PackChange]:
    """The difference of an element that both versions have."""
    yield from _occurrence(old, new)
    if old.opaque != new.opaque:
        yield PackChange("schema", "retyped", new.path, BOTH, _kind(old), _kind(new), new.labels)
        return
    if old.path and old.namespace != new.namespace:
        yield _of(new, "namespace", BOTH, old.namespace, new.namespace)
    yield from _fields(old, new)
    mine, theirs = old.by_name, new.by_name
    for name in [*mine, *(item for item in theirs if item not in mine)]:
        if name in mine and name in theirs:
            yield from _node(mine[name], theirs[name])
        elif name in mine and name not in new.index:
            yield _of(mine[name], "removed", BOTH if mine[name].min_occurs else TIGHTER)
        elif name in theirs and name not in old.index:
            needed = theirs[name].min_occurs > 0
            yield _of(
                theirs[name], "added-required" if needed else "added", BOTH if needed else LOOSER
            )
        else:  # what was one value became an element with parts, or the other way round
            kinds = (_kind(mine.get(name)), _kind(theirs.get(name)))
            path = f"{new.path}/{name}".lstrip("/")
            yield PackChange("schema", "retyped", path, BOTH, *kinds)
    yield from _model(old, new)
    before = {(item.kind, item.selector, item.fields, item.refer) for item in old.identities}
    after = {(item.kind, item.selector, item.fields, item.refer) for item in new.identities}
    for key in sorted(after - before, key=str):
        yield _of(new, "identity-added", TIGHTER, after=_identity(key))
    for key in sorted(before - after, key=str):
        yield _of(new, "identity-removed", LOOSER, before=_identity(key))


def _identity(key: tuple[str, str, tuple[str, ...], str | None]) -> str:
    kind, selector, fields, refer = key
    return f"{kind} {selector} ({', '.join(fields)}){f' → {refer}' if refer else ''}"


def _kind(node: Node | None) -> str:
    if node is None:
        return "value"
    return "xml" if node.opaque else "table" if node.repeats else "group"


def _of(node: Node, what: str, direction: str, before: str = "", after: str = "") -> PackChange:
    return PackChange("schema", what, node.path, direction, before, after, node.labels)


def _occurrence(old: Node, new: Node) -> Iterator[PackChange]:
    if old.min_occurs != new.min_occurs:
        up = new.min_occurs > old.min_occurs
        what = "required" if not old.min_occurs else "optional" if not new.min_occurs else "least"
        yield _of(new, what, TIGHTER if up else LOOSER, str(old.min_occurs), str(new.min_occurs))
    if old.max_occurs != new.max_occurs:
        up = _most(new.max_occurs) > _most(old.max_occurs)
        texts = ("∞" if item is None else str(item) for item in (old.max_occurs, new.max_occurs))
        yield _of(new, "most", LOOSER if up else TIGHTER, *texts)


def _most(count: int | None) -> int:
    return _UNBOUNDED if count is None else count


_UNBOUNDED = 1 << 62


def _model(old: Node, new: Node) -> Iterator[PackChange]:
    """Order and choices among what both versions have."""
    common = {*old.content} & {*new.content}
    orders = [[name for name in item.content if name in common] for item in (old, new)]
    runs = [
        {kept for run in item.runs if len(kept := frozenset(run) & common) > 1}
        for item in (old, new)
    ]
    if orders[0] != orders[1] or runs[0] != runs[1]:
        yield _of(new, "order", BOTH, ", ".join(orders[0]), ", ".join(orders[1]))
    if _choices(old) != _choices(new):
        yield _of(new, "choice", BOTH, _choice_text(old), _choice_text(new))


def _choices(node: Node) -> set[frozenset[tuple[str, ...]]]:
    return {frozenset(choice) for choice in node.choices}


def _choice_text(node: Node) -> str:
    return "; ".join(" | ".join(" + ".join(names) for names in choice) for choice in node.choices)


def _fields(old: Node, new: Node) -> Iterator[PackChange]:
    mine = {item.key: item for item in old.fields}
    theirs = {item.key: item for item in new.fields}
    for key in [*mine, *(item for item in theirs if item not in mine)]:
        path = f"{new.path}/{key}".lstrip("/")
        if key in mine and key in theirs:
            yield from _field(mine[key], theirs[key], path)
        elif key in mine:
            if key not in new.by_name:
                direction = BOTH if mine[key].required else TIGHTER
                yield PackChange("schema", "removed", path, direction, label=mine[key].labels)
        elif key not in old.by_name:
            direction = BOTH if theirs[key].required else LOOSER
            what = "added-required" if theirs[key].required else "added"
            yield PackChange("schema", what, path, direction, label=theirs[key].labels)


def _field(old: Field, new: Field, path: str) -> Iterator[PackChange]:
    def told(what: str, direction: str, before: str = "", after: str = "") -> PackChange:
        return PackChange("schema", what, path, direction, before, after, new.labels)

    if (old.kind, old.builtin) != (new.kind, new.builtin):
        yield told("retyped", BOTH, old.builtin or old.kind.value, new.builtin or new.kind.value)
    if old.namespace != new.namespace:
        yield told("namespace", BOTH, old.namespace, new.namespace)
    if old.required != new.required:
        yield told("required", TIGHTER) if new.required else told("optional", LOOSER)
    if old.nillable != new.nillable:
        yield told("nillable", LOOSER) if new.nillable else told("not-nillable", TIGHTER)
    if old.fixed != new.fixed:
        direction = TIGHTER if old.fixed is None else LOOSER if new.fixed is None else BOTH
        yield told("fixed", direction, old.fixed or "", new.fixed or "")
    if old.default != new.default:
        yield told("default", NONE, old.default or "", new.default or "")
    for what, direction, before, after in _facets(old.facets, new.facets):
        yield told(what, direction, before, after)
    if old.facets == new.facets and _types(old) != _types(new):
        yield told("retyped", BOTH, _types(old), _types(new))


def _types(item: Field) -> str:
    return ", ".join(f"{key}={value}" for key, value in sorted(item.info.items()) if key == "kind")


_Facet = tuple[str, str, str, str]

_UPPER = ("max_length", "total_digits", "fraction_digits", "max_inclusive", "max_exclusive")
_LOWER = ("min_length", "min_inclusive", "min_exclusive")


def _facets(old: Facets, new: Facets) -> Iterator[_Facet]:
    """What, direction, before and after of every facet that differs."""
    for name in (*_UPPER, *_LOWER, "length"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            direction = _bound(before, after, upper=name in _UPPER, lower=name in _LOWER)
            yield (name, direction, _text(before), _text(after))
    if old.white_space != new.white_space:
        yield ("white_space", BOTH, old.white_space, new.white_space)
    yield from _patterns(old, new)
    yield from _codes(old, new)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _bound(before: object, after: object, *, upper: bool, lower: bool) -> str:
    if before is None:
        return TIGHTER
    if after is None:
        return LOOSER
    try:
        first, second = Decimal(str(before)), Decimal(str(after))
    except InvalidOperation:
        return BOTH  # bounds of dates are told and not weighed
    if first == second:
        return NONE
    if upper:
        return LOOSER if second > first else TIGHTER
    return (TIGHTER if second > first else LOOSER) if lower else BOTH


def _patterns(old: Facets, new: Facets) -> Iterator[_Facet]:
    before, after = set(old.patterns), set(new.patterns)
    if before != after:
        direction = TIGHTER if before < after else LOOSER if after < before else BOTH
        yield ("pattern", direction, _forms(before), _forms(after))


def _forms(groups: set[tuple[str, ...]]) -> str:
    return " & ".join(" | ".join(group) for group in sorted(groups))


def _codes(old: Facets, new: Facets) -> Iterator[_Facet]:
    before, after = old.enumeration, new.enumeration
    if bool(before) != bool(after):
        direction = TIGHTER if after else LOOSER
        yield ("codes", direction, _list(before), _list(after))
        return
    if gone := [code for code in before if code not in after]:
        yield ("codes-removed", TIGHTER, _list(gone), "")
    if come := [code for code in after if code not in before]:
        yield ("codes-added", LOOSER, "", _list(come))


def _list(codes: Iterable[str]) -> str:
    return ", ".join(codes)


def _rules(old: Iterable[Rule], new: Iterable[Rule]) -> Iterator[PackChange]:
    mine = {_name(rule): rule for rule in old}
    theirs = {_name(rule): rule for rule in new}
    for name in [*mine, *(item for item in theirs if item not in mine)]:
        first, second = mine.get(name), theirs.get(name)
        if first is None or second is None:
            what = "added" if first is None else "removed"
            yield PackChange("rule", f"rule-{what}", name)
            continue
        for what, before, after in _aspects(first, second):
            if before != after:
                yield PackChange("rule", what, name, NONE, before, after)


def _name(rule: Rule) -> str:
    return f"{rule.id} ({rule.part})" if rule.part else rule.id


def _aspects(old: Rule, new: Rule) -> Iterator[tuple[str, str, str]]:
    yield "severity", old.severity.value, new.severity.value
    yield "formula", formula_of(old), formula_of(new)
    yield "tolerance", old.tolerance, new.tolerance
    yield "dates", _dates(old), _dates(new)
    yield "switched", _switches(old), _switches(new)
    yield "lowered", _lowered(old), _lowered(new)
    yield "citation", f"{old.citation} ({old.certainty})", f"{new.citation} ({new.certainty})"
    for language in sorted({*old.messages, *new.messages}):
        yield "message", old.messages.get(language, ""), new.messages.get(language, "")


def formula_of(rule: Rule) -> str:
    """Everything that decides what a rule says, in one line."""
    if rule.test is not None:
        text = rule.test
    elif rule.unique:
        text = f"unique {', '.join(rule.unique)}"
    else:
        text = f"{rule.left} {rule.operator} {rule.right}"
    parts = [f"${name} = {value}" for name, value in rule.let.items()]
    parts += [f"${name}: {relation}" for name, relation in rule.relations.items()]
    parts += [f"when {rule.when}"] if rule.when else []
    scope = f"{rule.scope}: " if rule.scope else ""
    return f"{scope}{text}{f'; {chr(59).join(parts)}' if parts else ''} → {rule.at}"


def _dates(item: object) -> str:
    first = str(getattr(item, "effective_from", ""))
    last = str(getattr(item, "effective_to", ""))
    return f"{'' if first == '0001-01-01' else first} – {'' if last == '9999-12-31' else last}"


def _switches(rule: Rule) -> str:
    return "; ".join(
        f"{'' if status.start.year == 1 else status.start} {status.state}".strip()
        for status in rule.history
    )


def _lowered(rule: Rule) -> str:
    return "; ".join(item.when for item in rule.lowered)


def _manifest(old: Pack, new: Pack) -> Iterator[PackChange]:
    first, second = old.manifest, new.manifest
    for name in ("return_type", "version", "publisher", "status", "occasion"):
        before, after = str(getattr(first, name)), str(getattr(second, name))
        if before != after:
            yield PackChange("pack", name, new.id, NONE, before, after)
    before, after = (f"{m.effective_from} – {m.effective_to or '…'}" for m in (first, second))
    if before != after:
        yield PackChange("pack", "in-force", new.id, NONE, before, after)


def _others(old: Pack, new: Pack) -> Iterator[PackChange]:
    """Thresholds, settings, computed fields, deadlines."""
    yield from _parts(
        "parameter",
        {(p.name, str(p.effective_from)): f"{p.value} {p.unit}".strip() for p in old.parameters},
        {(p.name, str(p.effective_from)): f"{p.value} {p.unit}".strip() for p in new.parameters},
    )
    yield from _parts(
        "setting",
        {(s.name, ""): f"{s.default} ({', '.join(s.choices)})" for s in old.settings},
        {(s.name, ""): f"{s.default} ({', '.join(s.choices)})" for s in new.settings},
    )
    yield from _parts(
        "computed",
        {(c.target, ""): c.formula for c in old.computed},
        {(c.target, ""): c.formula for c in new.computed},
    )
    yield from _parts(
        "deadline",
        {(o.id, str(o.effective_from)): _duty(o) for o in old.obligations},
        {(o.id, str(o.effective_from)): _duty(o) for o in new.obligations},
    )


def _duty(item: ObligationRule) -> str:
    when = f" when {item.when}" if item.when else ""
    return f"{item.kind}: {item.count} {item.unit} from {item.start}, {item.roll}{when}"


_Key = tuple[str, str]


def _parts(part: str, old: Mapping[_Key, str], new: Mapping[_Key, str]) -> Iterator[PackChange]:
    for key in [*old, *(item for item in new if item not in old)]:
        name = key[0] if key[1] in ("", "0001-01-01") else f"{key[0]} ({key[1]})"
        if key not in new:
            yield PackChange(part, f"{part}-removed", name, NONE, old[key])
        elif key not in old:
            yield PackChange(part, f"{part}-added", name, NONE, "", new[key])
        elif old[key] != new[key]:
            yield PackChange(part, f"{part}-changed", name, NONE, old[key], new[key])


def _labels(old: Schema, new: Schema) -> Iterator[PackChange]:
    """What is called or explained otherwise, of everything that both versions have."""
    for path, node in new.nodes.items():
        before = old.nodes.get(path)
        if before is None:
            continue
        yield from _words(path, "label", before.labels, node.labels)
        yield from _words(path, "help", before.help, node.help)
        known = {item.key: item for item in before.fields}
        for item in node.fields:
            if item.key not in known:
                continue
            place = f"{path}/{item.key}".lstrip("/")
            yield from _words(place, "label", known[item.key].labels, item.labels)
            yield from _words(place, "help", known[item.key].help, item.help)
            for code in item.code_labels.keys() & known[item.key].code_labels.keys():
                names = (known[item.key].code_labels[code], item.code_labels[code])
                yield from _words(f"{place} = {code}", "code-label", *names)


def _words(
    path: str, what: str, old: Mapping[str, str], new: Mapping[str, str]
) -> Iterator[PackChange]:
    for language in sorted({*old, *new}):
        if old.get(language, "") != new.get(language, ""):
            yield PackChange(
                "label", what, path, NONE, old.get(language, ""), new.get(language, ""), new
            )
