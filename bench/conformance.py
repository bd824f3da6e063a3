"""How the program judges the test cases of xmlschema's source distribution, beside libxml2 alone.

    python -m bench.conformance FOLDER      # the unpacked distribution, such as xmlschema-4.3.2

Each line of its `testfiles` names a file and how many errors are expected. Figures for docs/conformance.md.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from app.errors import UserError
from app.xml.compile import compile_schema
from app.xml.kept import first_difference
from app.xml.packfiles import answered, load_validator
from app.xml.reader import read_rows
from app.xml.safe import parse
from app.xml.schemafolder import read_schema_folder
from app.xml.second import SecondValidator
from app.xml.writer import document_bytes

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
XS = "{http://www.w3.org/2001/XMLSchema}"


def cases(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Every file that the lists name, and whether it is expected to be right."""
    for listed in sorted(folder.rglob("testfiles")):
        for line in listed.read_text("utf-8").splitlines():
            name, *options = line.split("#")[0].split()[:1] + line.split("#")[0].split()[1:] or [""]
            errors = re.search(r"--errors[= ](\d+)", " ".join(options))
            path = listed.parent / name
            if name and path.is_file() and "--version=1.1" not in options:
                yield path, errors is None or errors[1] == "0"


def judge_schema(path: Path) -> str:
    """What becomes of a schema: loaded with so many elements, or why not."""
    files, main = read_schema_folder(path)
    load_validator(files, main)
    roots = etree.fromstring(answered(files)[main]).findall(f"{XS}element")
    for root in roots:
        if root.get("abstract") != "true":
            compile_schema(files, main, str(root.get("name")))
    return "accepted"


def judge_document(path: Path) -> tuple[str, str]:
    """The verdict on a document against the schema that it names, and whether it came back whole."""
    tree = parse(path.read_bytes(), file=path.name)
    root = tree.getroot()
    hints = (root.get(f"{XSI}noNamespaceSchemaLocation") or "").split()
    hints += (root.get(f"{XSI}schemaLocation") or "").split()[1::2]
    schema = next((path.parent / hint for hint in hints if (path.parent / hint).is_file()), None)
    if schema is None:
        return "no schema named", ""
    files, main = read_schema_folder(schema)
    validator = load_validator(files, main)
    which = " (second)" if isinstance(validator, SecondValidator) else ""
    valid = validator.validate(tree)
    try:
        compiled = compile_schema(files, main, etree.QName(root).localname)
        rows = read_rows(tree, compiled)
    except UserError as error:
        return f"{'valid' if valid else 'invalid'}{which}", f"refused: {error}"
    written = parse(document_bytes(compiled, rows), file=path.name).getroot()
    whole = first_difference(root, written) is None
    return f"{'valid' if valid else 'invalid'}{which}", "whole" if whole else "not whole"


def main(folder: Path) -> None:
    """Print every disagreement, and the counts."""
    counts: Counter[str] = Counter()
    for path, right in cases(folder):
        try:
            if path.suffix == ".xsd":
                verdict, trip = judge_schema(path), ""
            else:
                verdict, trip = judge_document(path)
        except UserError as error:
            verdict, trip = f"refused ({error.code})", str(error)
        kind = path.suffix.lstrip(".")
        counts[f"{kind}: expected {'right' if right else 'wrong'}, {verdict}"] += 1
        if trip and (right or trip != "whole"):
            counts[f"{kind}: expected {'right' if right else 'wrong'}, {trip[:9]}"] += 1
        good = verdict.startswith(("accepted", "valid"))
        if good != right or (right and trip not in ("", "whole")):
            print(f"{path.relative_to(folder)}: {verdict}; {trip[:200]}")
    for name, count in sorted(counts.items()):
        print(f"{count:5} {name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
