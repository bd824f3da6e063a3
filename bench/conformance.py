"""How the program judges test cases of others, beside libxml2 alone and xmlschema alone.

    python -m bench.conformance FOLDER      # the unpacked source distribution of xmlschema, or tests/data/constructs

Cases are the lines of every `testfiles` below the folder (a file and how many errors are expected), or
else the files `valid-*.xml` and `invalid-*.xml` beside a `schema.xsd`. A line that is for the other version
of XSD than its schema is passed over. Prints each wrong answer of the program and, for each of the three,
how many answers agree, accept what is wrong, refuse what is right, or come to no verdict because the schema
does not load. Figures for docs/conformance.md.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import xmlschema
from lxml import etree

from app.errors import UserError
from app.xml.compile import compile_schema
from app.xml.kept import first_difference
from app.xml.loading import load
from app.xml.packfiles import is_newer, load_validator
from app.xml.reader import read_rows
from app.xml.safe import parse
from app.xml.schemafolder import read_schema_folder
from app.xml.validate import validate
from app.xml.writer import document_bytes

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"


class CannotLoad(Exception):
    """The schema of a document does not load."""


@dataclass(frozen=True)
class Case:
    """A schema, or a document with its schema, and whether it is expected to be right."""

    path: Path
    right: bool
    schema: Path

    @property
    def is_schema(self) -> bool:
        """Whether the case is about the schema itself."""
        return self.path == self.schema


def cases(folder: Path) -> Iterator[Case]:
    """Every case that lies below a folder."""
    for listed in sorted(folder.rglob("testfiles")):
        for line in listed.read_text("utf-8").splitlines():
            words = line.split("#")[0].split()
            path = listed.parent / words[0] if words else None
            if path is None or not path.is_file():
                continue
            errors = re.search(r"--errors[= ](\d+)", line)
            right = errors is None or errors[1] == "0"
            schema = path if path.suffix == ".xsd" else named_schema(path)
            if schema is not None and newer(schema) is ("--version=1.1" in words):
                yield Case(path, right, schema)
    for schema in sorted(folder.rglob("schema.xsd")):
        for path in sorted(schema.parent.glob("*valid-*.xml")):
            yield Case(path, path.name.startswith("valid"), schema)


def named_schema(path: Path) -> Path | None:
    """The schema that a document names, where it is there."""
    try:
        root = parse(path.read_bytes(), file=path.name).getroot()
    except UserError:
        return None
    hints = (root.get(f"{XSI}noNamespaceSchemaLocation") or "").split()
    hints += (root.get(f"{XSI}schemaLocation") or "").split()[1::2]
    return next((path.parent / hint for hint in hints if (path.parent / hint).is_file()), None)


def newer(schema: Path) -> bool:
    """Whether a schema is XSD 1.1."""
    try:
        return is_newer(read_schema_folder(schema)[0])
    except UserError:
        return False


def files_of(case: Case) -> tuple[dict[str, bytes], str]:
    """The files of a schema; of the corpus all that lie beside it, as they do in a pack."""
    if case.schema.name != "schema.xsd":
        return read_schema_folder(case.schema)
    beside = case.schema.parent.glob("*.xsd")
    return {file.name: file.read_bytes() for file in beside}, case.schema.name


def product(case: Case) -> bool:
    """What the program says, by the way that every pack goes."""
    try:
        files, main = files_of(case)
        load(files, main)
        validator = load_validator(files, main)
    except UserError as error:
        if case.is_schema:
            return False
        raise CannotLoad from error
    return case.is_schema or not validate(
        parse(case.path.read_bytes(), file=case.path.name), validator
    )


def libxml2(case: Case) -> bool:
    """What libxml2 says alone."""
    try:
        schema = etree.XMLSchema(etree.parse(case.schema))
    except (etree.XMLSchemaParseError, etree.XMLSyntaxError) as error:
        if case.is_schema:
            return False
        raise CannotLoad from error
    return case.is_schema or schema.validate(etree.parse(case.path))


def second(case: Case) -> bool:
    """What xmlschema says alone."""
    engine = xmlschema.XMLSchema11 if newer(case.schema) else xmlschema.XMLSchema10
    try:
        schema = engine(str(case.schema), allow="local")
    except (xmlschema.XMLSchemaException, xmlschema.XMLResourceError, OSError) as error:
        if case.is_schema:
            return False
        raise CannotLoad from error
    try:
        return case.is_schema or schema.is_valid(str(case.path), use_location_hints=False)
    except xmlschema.XMLSchemaException:  # as of a type that is not there
        return False


def trip(case: Case) -> str:
    """What becomes of a right document on its way through the rows."""
    files, main = files_of(case)
    tree = parse(case.path.read_bytes(), file=case.path.name)
    root = tree.getroot()
    try:
        compiled = compile_schema(files, main, etree.QName(root).localname)
        written = document_bytes(compiled, read_rows(tree, compiled))
    except UserError as error:
        return f"refused ({error.code})"
    after = parse(written, file="written").getroot()
    return "whole" if first_difference(root, after) is None else "not whole"


def answer(judge: Callable[[Case], bool], case: Case) -> str:
    """Agree, accept-invalid, reject-valid or cannot-load."""
    try:
        found = judge(case)
    except CannotLoad:
        return "cannot-load"
    if found is case.right:
        return "agree"
    return "accept-invalid" if found else "reject-valid"


def main(folder: Path) -> None:
    """Print every wrong answer of the program, and the counts."""
    counts: Counter[tuple[str, str, str]] = Counter()
    trips: Counter[str] = Counter()
    for case in cases(folder):
        kind = "schemas" if case.is_schema else "documents"
        for judge in (product, libxml2, second):
            found = answer(judge, case)
            counts[kind, judge.__name__, found] += 1
            if judge is product and found != "agree":
                print(f"{case.path.relative_to(folder)}: {found}")
        if case.right and not case.is_schema:
            trips[trip(case)] += 1
    kinds = ("agree", "accept-invalid", "reject-valid", "cannot-load")
    for kind in ("schemas", "documents"):
        for name in ("product", "libxml2", "second"):
            told = ", ".join(f"{one} {counts[kind, name, one]}" for one in kinds)
            print(f"{kind:9} {name:8} {told}")
    print("right documents through the rows:", dict(trips))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
