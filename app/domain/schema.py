"""A schema as the whole program sees it: a tree of nodes (complex elements) with fields.

Compiled once from a pack's XSDs (`app.xml.compile`) and stored in the workspace; forms, tables,
checks, Excel and XML all work from it. A row of the return stores its values in the order of
`Node.fields`, so a compiled schema is never changed after it was stored.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from app.domain.languages import in_language
from app.domain.locator import PathError

TEXT_KEY = "."
"""Key of a node's own text, where an element has simple content."""

ANY = "*"
"""Name of the node that holds elements which the schema does not name; `@*` such attributes."""

ANY_ATTRIBUTES = f"@{ANY}"

XML_TEXT = "xml"
"""`Field.builtin` of a value that is XML itself: an element whole, with all that is in it."""

XML_ATTRIBUTES = "attributes"
"""`Field.builtin` of attributes that the schema does not name, as they stand in a tag."""

XSI = "http://www.w3.org/2001/XMLSchema-instance"
NIL = "@xsi:nil"
TYPE = "@xsi:type"
TYPE_INFO = "type "
"""Begin of the entries of `Field.info` that tell the namespaces of the types to choose from."""


class Kind(StrEnum):
    """What a simple value is for the eye and for arithmetic."""

    TEXT = "text"
    DECIMAL = "decimal"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"
    OTHER = "other"

    @property
    def numeric(self) -> bool:
        """Whether values are numbers for rules and alignment."""
        return self in (Kind.DECIMAL, Kind.INTEGER)


@dataclass(frozen=True, slots=True)
class Facets:
    """XSD facets. `patterns` are Python expressions: every group must match, by one alternative."""

    patterns: tuple[tuple[str, ...], ...] = ()
    length: int | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_inclusive: str | None = None
    max_inclusive: str | None = None
    min_exclusive: str | None = None
    max_exclusive: str | None = None
    total_digits: int | None = None
    fraction_digits: int | None = None
    enumeration: tuple[str, ...] = ()
    white_space: str = "preserve"


@dataclass(frozen=True, slots=True)
class Field:
    """A simple value of a node: an attribute, a child element with simple content, or its text.

    `key` is unique in the node: `CeNumber`, `@currCode`, `Amount/@currCode` or `.`.
    `info` holds the pack's annotations: unit, citation, certainty, code_list, decimals.
    `builtin` is the XSD primitive the type comes from, without prefix.
    """

    key: str
    kind: Kind
    builtin: str
    required: bool = True
    nillable: bool = False
    namespace: str = ""
    facets: Facets = Facets()
    default: str | None = None
    fixed: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    help: Mapping[str, str] = field(default_factory=dict)
    code_labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    info: Mapping[str, str] = field(default_factory=dict)

    def label(self, language: str) -> str:
        """The name on the screen, falling back to English and then to the key."""
        return in_language(self.labels, language) or self.key

    @property
    def local(self) -> str:
        """The local name of the attribute or element that holds the value; `.` for a node's text."""
        return self.key.rpartition("/")[2].lstrip("@").rpartition(":")[2]


@dataclass(frozen=True, slots=True)
class Identity:
    """An identity constraint of the schema, with paths relative to the node that declares it."""

    name: str
    kind: str
    selector: str
    fields: tuple[str, ...]
    refer: str | None = None


@dataclass(frozen=True)
class Node:
    """A complex element. `path` is its place in the schema (`Wallets/Wallet`; root: empty).

    `content` lists field keys and child names in the order in which the document wants them; the
    names of one of `runs` stand there together, and their rows in any order, which `Row.order` keeps.
    Of the alternatives of each of `choices`, each some of these names, a document has one.
    `tag` is the element's local name where `name` had to differ, because two elements share it.
    """

    path: str
    name: str
    namespace: str
    min_occurs: int = 1
    max_occurs: int | None = 1
    fields: tuple[Field, ...] = ()
    children: tuple["Node", ...] = ()
    content: tuple[str, ...] = ()
    identities: tuple[Identity, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    help: Mapping[str, str] = field(default_factory=dict)
    info: Mapping[str, str] = field(default_factory=dict)
    runs: tuple[tuple[str, ...], ...] = ()
    tag: str = ""
    choices: tuple[tuple[tuple[str, ...], ...], ...] = ()

    @property
    def local(self) -> str:
        """The element's local name in a document."""
        return self.tag or self.name

    @property
    def opaque(self) -> bool:
        """Whether a row is one text: the element as XML, since no form could show it better."""
        return len(self.fields) == 1 and self.fields[0].builtin == XML_TEXT

    @property
    def repeats(self) -> bool:
        """Whether this is a table."""
        return self.max_occurs is None or self.max_occurs > 1

    @cached_property
    def index(self) -> dict[str, int]:
        """Position of each field key in a row's values."""
        return {item.key: position for position, item in enumerate(self.fields)}

    @cached_property
    def by_name(self) -> dict[str, "Node"]:
        """Child nodes by local name."""
        return {child.name: child for child in self.children}

    @cached_property
    def by_tag(self) -> dict[tuple[str, str], str]:
        """Which field or child an element inside is, by namespace and local name."""
        found = {(child.namespace, child.local): child.name for child in self.children}
        for item in self.fields:
            if "@" not in item.key and item.key != TEXT_KEY:
                found[item.namespace, item.key] = item.key
        return found

    @cached_property
    def by_attribute(self) -> dict[tuple[str, str, str], str]:
        """Keys of attributes by the element that bears them (empty: the node's own) and by name."""
        return {
            (item.key.rpartition("@")[0].rstrip("/"), item.namespace, item.local): item.key
            for item in self.fields
            if "@" in item.key
        }

    def label(self, language: str) -> str:
        """The name on the screen, falling back to English and then to the element's name."""
        return in_language(self.labels, language) or self.name

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Schema:
    """The compiled schema of a pack."""

    root: Node
    languages: tuple[str, ...] = ("en",)
    signature_slot: bool = False
    prefixes: Mapping[str, str] = field(default_factory=dict)
    """Prefixes that the schema itself uses, by namespace."""

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Every node by its path."""
        return {node.path: node for node in self.root.walk()}

    def node(self, path: str) -> Node:
        """The node at a schema path; a `PathError` names what is not there."""
        try:
            return self.nodes[path]
        except KeyError:
            raise PathError(f"the schema has no element “{path}”") from None

    def place(self, path: str) -> tuple[Node, str] | None:
        """The node and the key of a field at a schema path (`Header/CeNumber`), None without one."""
        parts = path.split("/")
        for cut in range(len(parts), -1, -1):
            node = self.nodes.get("/".join(parts[:cut]))
            if node is not None:
                key = "/".join(parts[cut:]) or TEXT_KEY
                return (node, key) if key in node.index else None
        return None

    def parent(self, node: Node) -> Node | None:
        """The node above, None for the root."""
        if not node.path:
            return None
        return self.nodes[node.path.rpartition("/")[0]]
