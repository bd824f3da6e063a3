"""The tier of free text: characters that are refused elsewhere, and wordings that give away too much."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from app.domain.finding import Finding, Severity
from app.domain.freetext import Hit, Sequence, Texts, house_texts, is_free
from app.domain.languages import LANGUAGES, in_language, words_in
from app.domain.pack import Pack
from app.domain.schema import Field
from app.domain.tree import PlacedRows, Row, path_of

CHARACTER, WORDING = "TEXT-CHARACTER", "TEXT-WORDING"
HOUSE_NAMESPACE = "urn:praya:"

_AT_ONCE = 100
_REMEMBERED = 10_000
"""So many texts are known to be clean: a bank or a wallet is named in many rows."""

_WORDS = {
    "en": {
        "replace": "{label}: “{found}” ({name}) {place}{times}: {why}. Write “{instead}” instead.",
        "delete": "{label}: “{found}” ({name}) {place}{times}: {why}. Delete it.",
        "space": "{label}: “{found}” ({name}) {place}{times}: {why}. Write a plain space instead.",
        "wording": "{label}: “{found}” {place}{times} reads like {name}: {why}.",
        "place": "at character {at}",
        "line": "in line {line}, at character {at}",
        "times": ", {count} times in all",
    },
    "zh-Hant": {
        "replace": "{label}：{place}的「{found}」（{name}）{times}：{why}。請改寫為「{instead}」。",
        "delete": "{label}：{place}的「{found}」（{name}）{times}：{why}。請刪除。",
        "space": "{label}：{place}的「{found}」（{name}）{times}：{why}。請改用普通空格。",
        "wording": "{label}：{place}的「{found}」{times}看似涉及{name}：{why}。",
        "place": "第 {at} 個字元",
        "line": "第 {line} 行第 {at} 個字元",
        "times": "，共 {count} 處",
    },
}


def texts_of(pack: Pack) -> Texts:
    """The list that a pack goes by: its own, the program's for the packs of the house, else the least."""
    if pack.texts is not None:
        return pack.texts
    house = house_texts()
    return house if pack.manifest.namespace.startswith(HOUSE_NAMESPACE) else house.everywhere()


def text_findings(
    pack: Pack, rows: PlacedRows, spoken: Collection[str] = ()
) -> Iterator[tuple[Row, str, Finding]]:
    """Every finding in free text with the row and the key of its field.

    `spoken` are the paths at which a rule of the pack has objected to the wording already.
    """
    texts = texts_of(pack)
    clean: set[str] = set()
    for node in pack.schema.nodes.values():
        free = [(at, field) for at, field in enumerate(node.fields) if is_free(field)]
        if not free:
            continue
        for row in _suspects(texts, rows.all_of(node.path), [at for at, _ in free]):
            for at, field in free:
                value = row.values[at]
                if value is None or value in clean:
                    continue
                hits = list(texts.hits(value))
                if not hits and len(clean) < _REMEMBERED:
                    clean.add(value)
                path = path_of(pack.schema, rows, row, field.key) if hits else ""
                for found in _together(hits):
                    if isinstance(found[0].rule, Sequence) or path not in spoken:
                        yield row, field.key, _finding(texts, field, found, value, path)


def _suspects(texts: Texts, rows: Iterator[Row], free: list[int]) -> Iterator[Row]:
    """The rows that have to be looked at: of many together it is soon known that they need not."""
    while some := list(islice(rows, _AT_ONCE)):
        held = (value for row in some for at in free if (value := row.values[at]) is not None)
        if texts.may_hit(held):
            yield from some


def spoken_for(pack: Pack, said: Iterable[Finding]) -> frozenset[str]:
    """The paths at which rules that look at wordings themselves have objected."""
    rules = {rule.id for rule in pack.rules if "p:screened(" in (rule.test or "")}
    return frozenset(item.path for item in said if item.code in rules and item.path)


def _together(hits: list[Hit]) -> Iterator[list[Hit]]:
    """What becomes one finding: an explanation is kept by code and place, so one has to do for all."""
    soft: dict[bool, list[Hit]] = {}
    for hit in hits:
        if hit.rule.severity is Severity.EXPLAIN:
            soft.setdefault(isinstance(hit.rule, Sequence), []).append(hit)
        else:
            yield [hit]
    yield from soft.values()


def _finding(texts: Texts, field: Field, hits: list[Hit], value: str, path: str) -> Finding:
    messages = {
        language: " ".join(_message(field, hit, value, language) for hit in hits)
        for language in LANGUAGES
    }
    instead = [hit.rule.replacement for hit in hits if isinstance(hit.rule, Sequence)]
    return Finding(
        code=CHARACTER if instead else WORDING,
        severity=hits[0].rule.severity,
        message=messages["en"],
        messages=messages,
        path=path,
        left=" ".join(shown(hit.found) for hit in hits),
        right=" ".join(instead) if instead else None,
        citation=texts.citation,
        certainty=texts.certainty,
    )


def _message(field: Field, hit: Hit, value: str, language: str) -> str:
    words = words_in(_WORDS, language)
    lines = value[: hit.at].split("\n")
    place = words["place" if len(lines) == 1 else "line"]
    if isinstance(hit.rule, Sequence):
        instead = hit.rule.replacement
        kind = "delete" if not instead else "replace" if instead.strip() else "space"
    else:
        kind, instead = "wording", ""
    return words[kind].format(
        label=field.label(language),
        found=shown(hit.found),
        name=in_language(hit.rule.names, language),
        why=in_language(hit.rule.whys, language),
        place=place.format(line=len(lines), at=len(lines[-1]) + 1),
        times=words["times"].format(count=hit.count) if hit.count > 1 else "",
        instead=instead,
    )


def shown(text: str) -> str:
    """A text with what nobody would see written as U+202E; white space as a plain space."""
    parts = []
    for character in text:
        kind = unicodedata.category(character)
        if character in "\t\n\r ":
            parts.append(" ")
        elif kind[0] in "CZ":
            parts.append(f"U+{ord(character):04X}")
        else:
            parts.append(character)
    return "".join(parts)
