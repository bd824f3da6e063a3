"""Sentences about values, for people: what is wrong, what is allowed, where a value came from."""

import re

from app.domain.amounts import parse_decimal
from app.domain.languages import in_language
from app.domain.origin import Origin, OriginKind
from app.domain.schema import Field, Kind, Schema
from app.domain.values import Problem
from app.ui.i18n import noop, ntr, tr
from app.ui.words import moment_words, period_words

_KINDS = {
    Kind.TEXT: noop("Text"),
    Kind.DECIMAL: noop("Decimal number"),
    Kind.INTEGER: noop("Whole number"),
    Kind.BOOLEAN: noop("Yes or no"),
    Kind.DATE: noop("Date, such as 2026-10-31"),
    Kind.DATETIME: noop("Date and time, such as 2026-10-31T23:59:59+08:00"),
    Kind.OTHER: noop("Text"),
}
_STEPS = {
    "set": noop("change of {what}"),
    "add row to": noop("new row in {what}"),
    "remove row": noop("removal from {what}"),
    "move row in": noop("rows moved in {what}"),
    "add": noop("adding of {what}"),
    "remove": noop("removal of {what}"),
    "paste into": noop("block pasted into {what}"),
    "fill down": noop("cells filled down in {what}"),
    "clear": noop("cells cleared in {what}"),
    "choose in": noop("another alternative in {what}"),
    "move in": noop("another order in {what}"),
}
_STEP = re.compile(
    r"(add row to|move row in|set|add|remove row \d+ of|remove|paste into|fill down|clear|choose in"
    r"|move in) (\S+)"
)


def problem_text(problem: Problem, language: str) -> str:
    """What is wrong with a value, as a sentence."""
    text = problem.text(language)
    end = "。" if language.startswith("zh") else "."
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "。")) else end)


def range_texts(field: Field) -> list[str]:
    """The bounds of a number."""
    facets = field.facets
    bounds = (
        (tr("at least {value}"), facets.min_inclusive),
        (tr("above {value}"), facets.min_exclusive),
        (tr("at most {value}"), facets.max_inclusive),
        (tr("below {value}"), facets.max_exclusive),
    )
    return [text.format(value=value) for text, value in bounds if value is not None]


def limit_texts(field: Field) -> list[str]:
    """What a field takes, one fact an entry."""
    facets = field.facets
    if facets.enumeration:
        return [ntr("{n} code to choose from", "{n} codes to choose from", len(facets.enumeration))]
    texts = [tr(_KINDS[field.kind])]
    if field.kind.numeric:
        if facets.total_digits is not None:
            texts.append(tr("at most {n} digits").format(n=facets.total_digits))
        if facets.fraction_digits:
            texts.append(tr("at most {n} after the point").format(n=facets.fraction_digits))
        texts += range_texts(field)
    elif facets.length is not None:
        texts.append(ntr("exactly {n} character", "exactly {n} characters", facets.length))
    else:
        if facets.min_length and facets.min_length > 1:
            texts.append(tr("at least {n} characters").format(n=facets.min_length))
        if facets.max_length is not None:
            texts.append(tr("at most {n} characters").format(n=facets.max_length))
    if example := field.info.get("example"):
        texts.append(tr("such as {example}").format(example=example))
    return texts


def origin_text(origin: Origin | None, value: str | None = None) -> str:
    """Where a value came from: file, sheet and cell, or who typed it, and when (Hong Kong time).

    A value without an origin is the program's: the return's type, its id, its layout.
    """
    if origin is None:
        given = tr("Set by the program when the return was made.")
        return given if value is not None else tr("Nobody has given this value.")
    when = moment_words(origin.at) if origin.at else ""
    if origin.kind is OriginKind.CARRIED and origin.period:
        return tr("Carried forward from {period}").format(period=period_words(origin.period))
    facts = {
        "by": origin.by or "",
        "at": when,
        "file": origin.file or "",
        "sheet": origin.sheet or "",
        "cell": origin.cell or "",
    }
    templates = {
        OriginKind.TYPED: tr("Typed by {by}, {at}"),
        OriginKind.FILE: tr("{file}, sheet {sheet}, cell {cell}, imported by {by}, {at}"),
        OriginKind.PROFILE: tr("Supplied by the import profile with {file}, by {by}, {at}"),
        OriginKind.CARRIED: tr("Carried forward from the last return by {by}, {at}"),
        OriginKind.COMPUTED: tr("Computed"),
    }
    return templates[origin.kind].format(**facts)


def code_text(field: Field, code: str, language: str) -> str:
    """A code's name in a language, the code itself where it has none."""
    labels = field.code_labels.get(code, {})
    return in_language(labels, language) or code


def place_text(schema: Schema, path: str, language: str) -> str:
    """A field path in words: “Wallets › Wallet 3 › Label”."""
    node, words = schema.root, []
    steps = path.split("/")
    while steps:
        name, _, position = steps[0].rstrip("]").partition("[")
        child = node.by_name.get(name)
        if child is None:
            break
        words.append(f"{child.label(language)} {position}".strip())
        node = child
        steps.pop(0)
    if steps:
        key = "/".join(step.partition("[")[0] for step in steps)
        field = node.fields[node.index[key]] if key in node.index else None
        words.append(field.label(language) if field else key)
    # The group around a table says what its rows say.
    return " › ".join(words[-3:])


def field_at(schema: Schema, path: str) -> Field | None:
    """The field that a path with positions leads to; None where there is none."""
    node, steps = schema.root, [step.partition("[")[0] for step in path.split("/")]
    while steps and steps[0] in node.by_name:
        node = node.by_name[steps.pop(0)]
    key = "/".join(steps)
    return node.fields[node.index[key]] if key in node.index else None


def step_text(schema: Schema, label: str, language: str) -> str:
    """What a step did, in words."""
    if label == "carry forward":
        return tr("carrying forward")
    if label.startswith("import "):
        return tr("import of “{file}”").format(file=label.removeprefix("import "))
    match = _STEP.fullmatch(label)
    if match is None:
        return label
    verb = "remove row" if match[1].startswith("remove row") else match[1]
    return tr(_STEPS[verb]).format(what=_what(schema, match[2], language))


def _what(schema: Schema, path: str, language: str) -> str:
    if path == ".":
        return f"“{schema.root.label(language)}”"
    if "/" not in path and path not in schema.nodes:
        for node in schema.nodes.values():
            if path in node.index:
                return f"“{node.fields[node.index[path]].label(language)}”"
    return f"“{place_text(schema, path, language).rpartition(' › ')[2]}”"


def same_value(value: str | None, other: str | None) -> bool:
    """Whether two texts are one value: 1.50 and 1.5 are."""
    left, right = parse_decimal(value or ""), parse_decimal(other or "")
    return value == other if left is None or right is None else left == right
