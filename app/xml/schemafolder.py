"""A lone XSD and the files that it refers to, read from its own folder tree and from nowhere else."""

from pathlib import Path

from app.infile import read_file, require_file
from app.xml.packfiles import XS, SchemaError, resolve, without_doctype
from app.xml.safe import parse

MAX_FILES = 1000
MAX_BYTES = 64 << 20


class SchemaTooLarge(SchemaError):
    """The schema and what it refers to is larger than any schema has to be."""

    code = "schema-too-large"


def read_schema_folder(given: Path) -> tuple[dict[str, bytes], str]:
    """The files of a schema by their names relative to its folder, and its own name there.

    A reference that leads out of the folder, or to a file that is not there, is left unanswered here
    and refused by name by `packfiles.check_references`.
    """
    require_file(given)
    main = given.resolve()  # a link leads to the folder whose files the schema means
    folder = main.parent
    files: dict[str, bytes] = {}
    waiting = [main.name]
    size = 0
    while waiting:
        name = waiting.pop()
        path = _inside(folder, name)
        if name in files or path is None:
            continue
        too_large = SchemaTooLarge(
            "the schema and the files it refers to are too large", file=given
        )
        if len(files) >= MAX_FILES:
            raise too_large
        shown = given if name == main.name else given.parent / name
        files[name] = read_file(path, MAX_BYTES - size, too_large)
        size += len(files[name])
        root = parse(without_doctype(files[name]), file=str(shown)).getroot()
        waiting += [
            resolve(name, location)
            for kind in ("include", "import", "redefine", "override")
            for reference in root.iter(XS + kind)
            if (location := reference.get("schemaLocation"))
        ]
    return files, main.name


def _inside(folder: Path, name: str) -> Path | None:
    """The file of that name, None where it is not in the folder tree."""
    if ":" in name or "\\" in name or "\0" in name:
        return None
    path = (folder / name).resolve()
    return path if path.is_relative_to(folder) and path.is_file() else None
