"""A pack's rules as ISO Schematron (ISO/IEC 19757-3, query language XSLT 2.0)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from app.domain.finding import Severity
from app.domain.pack import Pack
from app.domain.rule import Rule
from app.domain.tomltable import PackError
from app.rules.atoms import Shape
from app.rules.compiler import Compiler
from app.rules.expression import Place
from app.rules.parser import ExpressionError, parse
from app.rules.program import PLACEHOLDER, constant, is_path
from app.rules.xpathtext import Piece, StaysBehind, Translator, atoms, quoted

SCH = "http://purl.oclc.org/dsdl/schematron"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ROLES = {
    Severity.BLOCKING: "error",
    Severity.EXPLAIN: "warning",
    Severity.INFORMATION: "information",
}
_HOLDS = {
    "eq": "abs($_left - $_right) le {0}",
    "ne": "abs($_left - $_right) gt {0}",
    "lt": "($_left - $_right) lt {0}",
    "le": "($_left - $_right) le {0}",
    "gt": "($_left - $_right) gt -({0})",
    "ge": "($_left - $_right) ge -({0})",
}
_RESULTS = {
    "left": "$_left",
    "right": "$_right",
    "difference": "$_left - $_right",
    "tolerance": "$_tolerance",
}


@dataclass(frozen=True, slots=True)
class Behind:
    """A rule that the export does not hold, and why."""

    rule: Rule
    reason: str


@dataclass(frozen=True, slots=True)
class Exported:
    """The document, the rules that it holds, and those that it does not."""

    document: bytes
    rules: tuple[Rule, ...]
    behind: tuple[Behind, ...]


@dataclass
class _Written:
    """One rule, translated: its lets in order, the test, the sentences' parts by language."""

    rule: Rule
    context: str
    lets: list[tuple[str, str]] = field(default_factory=list)
    test: str = ""
    lowered: bool = False
    sentences: dict[str, list[str | Piece]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)


def export(pack: Pack, *, day: date, values: Mapping[str, str]) -> Exported:
    """The rules in force on a day. `values` are the parameters in force and the settings by name."""
    prefixes = _prefixes(pack)
    written: list[_Written] = []
    behind: list[Behind] = []
    for rule in pack.rules:
        if not rule.in_force(day):
            behind.append(Behind(rule, f"not in force on {day}"))
            continue
        try:
            written.append(_Writer(rule.on(day), pack, prefixes, values).written())
        except (StaysBehind, PackError, ExpressionError) as error:
            behind.append(Behind(rule, str(error)))
    return Exported(
        _document(pack, day, prefixes, values, written, behind),
        tuple(item.rule for item in written),
        tuple(behind),
    )


def _prefixes(pack: Pack) -> dict[str, str]:
    found = {pack.schema.root.namespace: "r"} if pack.schema.root.namespace else {}
    for node in pack.schema.nodes.values():
        for namespace in (node.namespace, *(item.namespace for item in node.fields)):
            if namespace and namespace not in found:
                found[namespace] = f"r{len(found) + 1}"
    return found


class _Writer:
    """Translates one rule."""

    def __init__(
        self, rule: Rule, pack: Pack, prefixes: Mapping[str, str], values: Mapping[str, str]
    ) -> None:
        if rule.relations:
            names = ", ".join(sorted({str(relation) for relation in rule.relations.values()}))
            raise StaysBehind(f"it looks at other returns ({names})")
        root = Shape(pack.schema.root)
        compiler = Compiler(root, {name: constant(value) for name, value in values.items()})
        self._translate = Translator(compiler, prefixes)
        self._compiler, self._rule = compiler, rule
        shape = {item.node.path: item for item in root.below()}[rule.scope]
        self._place = Place(shape)
        self._result = _Written(rule, self._context(shape))
        self._guarded = False

    def _context(self, shape: Shape) -> str:
        steps = []
        current: Shape | None = shape
        while current is not None:
            steps.append(self._translate.name(current.node.name, current.node.namespace))
            current = current.up
        return "/" + "/".join(reversed(steps))

    def written(self) -> _Written:
        """The rule; `StaysBehind` says why it cannot be written."""
        rule = self._rule
        early = self._needed(rule.when or "")
        for name in rule.let:
            if name in early:
                self._define(name)
        if rule.when is not None:
            self._let("_when", f"boolean({self._piece(rule.when).text})")
            self._guarded = True
        for name in rule.let:
            if name not in early:
                self._define(name)
        self._result.test = self._test()
        if rule.lowered and rule.severity is Severity.BLOCKING:
            conditions = [f"boolean({self._piece(each.when).text})" for each in rule.lowered]
            self._let("_lowered", " or ".join(conditions), otherwise="false()")
            self._result.lowered = True
        for language, message in rule.messages.items():
            self._result.sentences[language] = list(self._sentence(message))
        self._result.used = self._translate.used
        return self._result

    def _needed(self, text: str) -> set[str]:
        """The names of `let` that an expression needs, those of their own expressions too."""
        found: set[str] = set()
        queue = [text] if text else []
        while queue:
            token = parse(queue.pop())
            names = (inner[0].value for inner in token.iter() if inner.symbol == "$" and len(inner))
            for name in map(str, names):
                if name in self._rule.let and name not in found:
                    found.add(name)
                    queue.append(self._rule.let[name])
        return found

    def _piece(self, text: str) -> Piece:
        return self._translate.expression(text, self._place)

    def _let(self, name: str, value: str, otherwise: str = "()") -> None:
        if self._guarded:
            value = f"if ($_when) then ({value}) else {otherwise}"
        self._result.lets.append((name, value))

    def _define(self, name: str) -> None:
        text = self._rule.let[name]
        piece = self._piece(text)
        self._let(name, piece.text)
        self._compiler.variables[name] = self._compiler.compile(parse(text), self._place)

    def _test(self) -> str:
        rule = self._rule
        if rule.test is not None:
            piece = self._piece(rule.test)
            asks = is_path(parse(rule.test))
            self._let("_test", piece.text if piece.place else f"({piece.text})")
            holds = "boolean($_test)" if asks else "empty($_test) or boolean($_test)"
        elif rule.unique:
            holds = self._unique()
        else:
            holds = self._comparison()
        return f"not($_when) or ({holds})" if self._guarded else holds

    def _comparison(self) -> str:
        rule = self._rule
        assert rule.left is not None
        assert rule.right is not None
        left, right = self._piece(rule.left), self._piece(rule.right)
        self._let("_left", atoms(left))
        self._let("_right", atoms(right))
        kinds = {left.kind, right.kind} - {None}
        if kinds == {str}:
            holds = f"$_left {rule.operator} $_right"
        elif not kinds or str in kinds or bool in kinds:
            raise StaysBehind("sides whose kind only shows in a row")
        else:
            self._let("_tolerance", f"({atoms(self._piece(rule.tolerance))}, 0)[1]")
            holds = _HOLDS[rule.operator].format("$_tolerance")
        return f"empty($_left) or empty($_right) or {holds}"

    def _unique(self) -> str:
        """No row before has the same keys."""
        names, same = [], []
        for number, text in enumerate(self._rule.unique, 1):
            if any(inner.symbol == "$" for inner in parse(text).iter()):
                raise StaysBehind("keys that use a name of “let”")
            key = atoms(self._piece(text))
            self._let(f"_key{number}", key)
            names.append(f"empty($_key{number})")
            same.append(f"[{key} = $_key{number}]")
        self._let("_row", ".")
        before = f"{self._result.context}{''.join(same)}[. << $_row]"
        return f"{' or '.join(names)} or empty({before})"

    def _sentence(self, message: str) -> Iterator[str | Piece]:
        at = 0
        for match in PLACEHOLDER.finditer(message):
            yield message[at : match.start()]
            yield self._fact(match[1])
            at = match.end()
        yield message[at:]

    def _fact(self, name: str) -> Piece | str:
        if name in _RESULTS:
            if self._rule.unique:
                return Piece("$_key1") if name == "left" else "—"
            return Piece(_RESULTS[name])
        try:
            return self._piece(name)
        except StaysBehind:
            return "—"


def _document(
    pack: Pack,
    day: date,
    prefixes: Mapping[str, str],
    values: Mapping[str, str],
    written: Iterable[_Written],
    behind: Iterable[Behind],
) -> bytes:
    root = etree.Element(f"{{{SCH}}}schema", {"queryBinding": "xslt2"}, nsmap={"sch": SCH})
    _add(root, "title", f"{pack.id}: {pack.manifest.title('en')}")
    for namespace, prefix in prefixes.items():
        _add(root, "ns", prefix=prefix, uri=namespace)
    _add(root, "ns", prefix="xs", uri="http://www.w3.org/2001/XMLSchema")
    _add(root, "p", pack.manifest.status)
    _add(root, "p", f"Rules, parameters and settings as they are in force on {day}.")
    for lacking in behind:
        _add(root, "p", f"Left behind: {_name(lacking.rule)}: {lacking.reason}.")
    rules = list(written)
    used = {name for item in rules for name in item.used}
    for name, value in sorted(values.items()):
        if name in used:
            number = constant(value).kind is not str
            _add(
                root,
                "let",
                name=name,
                value=f"xs:decimal({quoted(value)})" if number else quoted(value),
            )
    for item in rules:
        _pattern(root, item)
    diagnostics = _add(root, "diagnostics")
    for item in rules:
        for language, parts in item.sentences.items():
            element = _add(diagnostics, "diagnostic", id=f"{_id(item.rule)}.{language}")
            element.set(_LANG, language)
            _fill(element, parts)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _add(parent: etree._Element, tag: str, text: str = "", /, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{SCH}}}{tag}", attributes)
    if text:
        element.text = text
    return element


def _fill(element: etree._Element, parts: Iterable[str | Piece]) -> None:
    last: etree._Element | None = None
    for part in parts:
        if isinstance(part, Piece):
            last = _add(element, "value-of", select=part.text)
        elif last is None:
            element.text = (element.text or "") + part
        else:
            last.tail = (last.tail or "") + part


def _name(rule: Rule) -> str:
    return f"{rule.id} ({rule.part})" if rule.part else rule.id


def _id(rule: Rule) -> str:
    return f"{rule.id}-{rule.part}" if rule.part else rule.id


def _pattern(root: etree._Element, item: _Written) -> None:
    rule = item.rule
    pattern = _add(root, "pattern", id=f"pattern-{_id(rule)}")
    _add(pattern, "title", f"{_name(rule)}: {rule.citation} ({rule.certainty})")
    element = _add(pattern, "rule", context=item.context)
    for name, value in item.lets:
        _add(element, "let", name=name, value=value)
    said = " ".join(f"{_id(rule)}.{language}" for language in item.sentences)
    tests = [(_ROLES[rule.severity], item.test, "")]
    if item.lowered:
        tests = [
            (_ROLES[rule.severity], f"$_lowered or ({item.test})", ""),
            (_ROLES[Severity.EXPLAIN], f"not($_lowered) or ({item.test})", "-lowered"),
        ]
    for role, test, suffix in tests:
        attributes = {"id": f"{_id(rule)}{suffix}", "role": role, "test": test}
        finding = _add(element, "assert", diagnostics=said, **attributes)
        _fill(finding, [f"{rule.id}: ", *item.sentences.get("en", [])])
