"""A pack of schemas alone: a single XSD, or a folder or archive of them without a pack.toml.

What a pack.toml would say is derived from the schemas, or given by whoever adds them. The same files
with the same answers always make the same pack, byte for byte.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from app.domain.definition import MANIFEST, PackError
from app.xml.outline import Outline, Reference, outline
from app.xml.packfiles import XML_NAMESPACE, ImportRefused, resolve
from app.xml.schemafolder import read_schema_folder

ALWAYS = date(1900, 1, 1)
"""From when a schema counts of which nobody has said it."""

STATUS = "A schema as it was found, without a form or rules; whose it is was not checked"


class RootUnclear(PackError):
    """Several elements may begin a document: `choices` are the files and the elements in them."""

    code = "pack-root-unclear"

    def __init__(self, message: str, choices: Sequence[tuple[str, str]], file: str | None) -> None:
        super().__init__(message, file=file)
        self.choices = tuple(choices)


class RootMissing(PackError):
    """No file of the schema declares such an element."""

    code = "pack-root-missing"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What whoever adds bare schemas says of them; what is empty is derived.

    `schema` is the name of the XSD that declares `root`, the document element.
    """

    schema: str = ""
    root: str = ""
    id: str = ""
    return_type: str = ""
    version: str = ""
    title: str = ""
    publisher: str = ""
    effective_from: date = ALWAYS
    effective_to: date | None = None

    @property
    def any(self) -> bool:
        """Whether anything was said."""
        return self != Wishes()


Shelf = Mapping[str, Mapping[str, bytes]]
"""The XSDs of other packs, by pack and by name, which may answer what a schema refers to."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that no other one of the pack needs, and the elements that it offers for a document."""

    schema: str
    roots: tuple[str, ...]


def read_single(path: Path, shelf: Shelf) -> dict[str, bytes]:
    """The files of a lone XSD: those beside it that it needs, and what only other packs hold.

    An include or import that neither answers is refused by name; nothing is fetched.
    """
    files, _ = read_schema_folder(path)
    waiting = list(files)
    while waiting:
        name = waiting.pop()
        found = outline(name, files[name])
        for reference in found.references:
            place = _place(name, reference)
            if place is None or place in files or _answered(reference, files):
                continue
            body = _from_shelf(found, reference, place, shelf)
            if body is None:
                raise ImportRefused(
                    f"line {reference.line}: “{reference.location or reference.namespace}” is"
                    " neither beside the schema nor in a pack of the workspace; nothing is"
                    " fetched from elsewhere",
                    file=path if name == path.name else path.parent / name,
                )
            files[place] = body
            waiting.append(place)
    return files


def _place(name: str, reference: Reference) -> str | None:
    """The name under which a file that is referred to stands in the pack; None for what needs none.

    An import is found by its namespace, wherever it points; an include only where it points.
    """
    if reference.location is None:
        return f"{_plain(reference.namespace)}.xsd" if reference.namespace else None
    place = resolve(name, reference.location)
    leads_out = place.startswith(("..", "/")) or ":" in place
    return PurePosixPath(place).name if leads_out and reference.kind == "import" else place


def _answered(reference: Reference, files: Mapping[str, bytes]) -> bool:
    """Whether an import is answered by its namespace: by a file at hand, or by the program's own."""
    if reference.kind != "import":
        return False
    known = {outline(name, body).namespace for name, body in files.items()}
    return reference.namespace == XML_NAMESPACE or (
        reference.location is None and reference.namespace in known
    )


def _from_shelf(needing: Outline, reference: Reference, place: str, shelf: Shelf) -> bytes | None:
    """The one file of other packs that fits by namespace, for an include also by its file name."""
    name = PurePosixPath(place).name
    fitting: dict[bytes, str] = {}
    for pack, files in shelf.items():
        for path, body in files.items():
            found = outline(path, body)
            if reference.kind == "import":
                fits = found.namespace == reference.namespace
            else:
                same = found.namespace in ("", needing.namespace)
                fits = PurePosixPath(path).name == name and same
            if fits:
                fitting.setdefault(body, pack)
    if len(fitting) > 1:
        named = {body: pack for body, pack in fitting.items() if _has(shelf[pack], name, body)}
        fitting = named or fitting
    if len(fitting) > 1:
        packs = ", ".join(sorted(fitting.values()))
        raise ImportRefused(
            f"several packs ({packs}) hold different files for “{name}”; put the right one beside"
            " the schema",
            file=needing.name,
        )
    return next(iter(fitting), None)


def _has(files: Mapping[str, bytes], name: str, body: bytes) -> bool:
    return any(PurePosixPath(path).name == name and files[path] == body for path in files)


def candidates(files: Mapping[str, bytes]) -> list[Candidate]:
    """The files that could be a pack's schema, each with the elements that could be its root.

    An element that another one of the file refers to is offered only where there is no other.
    """
    outlines = _outlines(files)
    needed = set().union(*(item.needed(files) - {item.name} for item in outlines.values()))
    tops = [item for name, item in outlines.items() if name not in needed]
    return [
        Candidate(
            item.name, tuple(name for name in item.roots if name not in item.used) or item.roots
        )
        for item in tops or list(outlines.values())
        if item.roots
    ]


def _outlines(files: Mapping[str, bytes]) -> dict[str, Outline]:
    return {
        name: outline(name, body) for name, body in sorted(files.items()) if name.endswith(".xsd")
    }


def make_pack(files: Mapping[str, bytes], wishes: Wishes, source: str = "") -> dict[str, bytes]:
    """The files with a pack.toml; raises a `RootUnclear` where a person has to choose."""
    kept = {name: body for name, body in files.items() if name.endswith(".xsd")}
    if not kept:
        raise PackError("there is neither a pack.toml nor an XSD schema", file=source or None)
    schema, root = _choice(kept, wishes, source)
    kept = _closure(kept, schema)
    found = outline(schema, kept[schema])
    message = _MESSAGE.fullmatch(PurePosixPath(schema).stem)
    version = wishes.version or (message[2] if message else _version(found, schema))
    kind = wishes.return_type or (message[1] if message else _plain(root)).upper()
    number = wishes.id or f"{kind.lower()}-{version}"
    title = wishes.title or (message[0] if message else root)
    lines = [
        "[pack]",
        f"id = {_quoted(number)}",
        f"return_type = {_quoted(kind.upper())}",
        f"version = {_quoted(version)}",
        f"namespace = {_quoted(found.namespace)}",
        f"root = {_quoted(root)}",
        f"schema = {_quoted(schema)}",
        f"languages = [{', '.join(_quoted(item) for item in _languages(kept))}]",
        f"effective_from = {wishes.effective_from.isoformat()}",
    ]
    if wishes.effective_to is not None:
        lines.append(f"effective_to = {wishes.effective_to.isoformat()}")
    lines += [
        f"publisher = {_quoted(wishes.publisher)}",
        f"status = {_quoted(STATUS)}",
        "[pack.title]",
        f"en = {_quoted(title)}",
        "[pack.files]",
        *(
            f"{_quoted(name)} = {_quoted(hashlib.sha256(body).hexdigest())}"
            for name, body in sorted(kept.items())
        ),
    ]
    return {**kept, MANIFEST: ("\n".join(lines) + "\n").encode()}


def _closure(files: Mapping[str, bytes], schema: str) -> dict[str, bytes]:
    """The schema and the files that it needs, by place or by namespace; others are another pack's."""
    outlines = _outlines(files)
    found: dict[str, bytes] = {}
    waiting = [schema]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found[name] = files[name]
        waiting += outlines[name].needed(files)
        asked = {
            reference.namespace
            for reference in outlines[name].references
            if reference.kind == "import"
            and (reference.location is None or resolve(name, reference.location) not in files)
        }
        waiting += [each for each, item in outlines.items() if item.namespace in asked - {""}]
    return found


def _choice(files: Mapping[str, bytes], wishes: Wishes, source: str) -> tuple[str, str]:
    """The file and the element that a document begins with."""
    outlines = _outlines(files)
    if wishes.schema:
        schema = _named_file(files, wishes.schema, source)
        offered = [Candidate(schema, outlines[schema].roots)]
    elif wishes.root:
        offered = [
            Candidate(name, item.roots)
            for name, item in outlines.items()
            if wishes.root in item.roots
        ]
    else:
        offered = candidates(files)
    if wishes.root:
        fitting = [item.schema for item in offered if wishes.root in item.roots]
        if not fitting:
            raise RootMissing(
                f"no schema declares the element “{wishes.root}”; there are {_listed(outlines)}",
                file=source or None,
            )
        if len(fitting) == 1:
            return fitting[0], wishes.root
        raise RootUnclear(
            f"several files declare “{wishes.root}” ({', '.join(fitting)}); say which with"
            " --schema",
            [(name, wishes.root) for name in fitting],
            source or None,
        )
    pairs = [(item.schema, root) for item in offered for root in item.roots]
    if not pairs:
        raise RootMissing("no schema declares an element of its own", file=source or None)
    if len(pairs) > 1:
        names = ", ".join(f"{root} ({schema})" for schema, root in pairs[:20])
        raise RootUnclear(
            f"a document may begin with {len(pairs)} elements; say which with --root: {names}",
            pairs,
            source or None,
        )
    return pairs[0]


def _named_file(files: Mapping[str, bytes], name: str, source: str) -> str:
    if name in files:
        return name
    fitting = [path for path in files if PurePosixPath(path).name == name]
    if len(fitting) == 1:
        return fitting[0]
    raise RootMissing(f"there is no schema “{name}” among the files", file=source or None)


def _listed(outlines: Mapping[str, Outline]) -> str:
    names = sorted({root for item in outlines.values() for root in item.roots})
    return ", ".join(names[:20]) or "none"


_MESSAGE = re.compile(r"([a-z]{4}\.\d{3})\.(\d{3}\.\d{2})", re.ASCII)
"""Names of the messages of ISO 20022, whose document element is always called Document."""

_VERSION = re.compile(r"[vV_-](\d+(?:[._]\d+)*)\.xsd$|(\d+(?:\.\d+)+)\.xsd$", re.ASCII)


def _version(found: Outline, schema: str) -> str:
    """What the schema says of its version, else its file name, else 1.0."""
    if found.version and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}", found.version):
        return found.version
    match = _VERSION.search(schema)
    return (match[1] or match[2]).replace("_", ".") if match else "1.0"


def _plain(text: str) -> str:
    """A text as a part of a name: letters, digits, points and dashes."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", text).strip("-._")[:48] or "schema"


def _languages(files: Mapping[str, bytes]) -> list[str]:
    """English, and what else the schemas' documentation is in."""
    said = {item for found in _outlines(files).values() for item in found.languages}
    fit = {item for item in said if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", item)}
    return ["en", *sorted(fit - {"en"})][:8]


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    escaped = "".join(
        "\\" + char
        if char in '"\\'
        else f"\\u{ord(char):04x}"
        if ord(char) < 32 or ord(char) == 127
        else char
        for char in text
    )
    return f'"{escaped}"'
