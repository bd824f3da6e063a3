"""A lone XSD and the files that it refers to, read from its own folder tree and from nowhere else."""

from pathlib import Path

from app.xml.packfiles import XS, SchemaError, resolve
from app.xml.safe import parse

MAX_FILES = 1000
MAX_BYTES = 64 << 20


class SchemaTooLarge(SchemaError):
    """The schema and what it refers to is larger than any schema has to be."""

    code = "schema-too-large"


def read_schema_folder(main: Path) -> dict[str, bytes]:
    """The files of a schema by their names relative to the folder of `main`.

    A reference that leads out of the folder, or to a file that is not there, is left unanswered here
    and refused by name by `packfiles.check_references`.
    """
    folder = main.resolve().parent
    files: dict[str, bytes] = {}
    waiting = [main.name]
    size = 0
    while waiting:
        name = waiting.pop()
        path = _inside(folder, name)
        if name in files or path is None:
            continue
        size += path.stat().st_size
        if size > MAX_BYTES or len(files) >= MAX_FILES:
            raise SchemaTooLarge("the schema and the files it refers to are too large", file=main)
        files[name] = path.read_bytes()
        root = parse(files[name], file=str(path)).getroot()
        waiting += [
            resolve(name, location)
            for kind in ("include", "import", "redefine", "override")
            for reference in root.iter(XS + kind)
            if (location := reference.get("schemaLocation"))
        ]
    if main.name not in files:
        main.open("rb").close()  # says why
    return files


def _inside(folder: Path, name: str) -> Path | None:
    """The file of that name, None where it is not in the folder tree."""
    if ":" in name or "\\" in name or "\0" in name:
        return None
    path = (folder / name).resolve()
    return path if path.is_relative_to(folder) and path.is_file() else None
