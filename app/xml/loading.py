"""A pack's XSDs, read by xmlschema with every reference answered from the pack."""

import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import xmlschema
from lxml import etree

from app.xml.packfiles import REFERENCES, SchemaError, answered, is_newer, resolve
from app.xml.safe import parse


def load(files: Mapping[str, bytes], main: str) -> Any:
    """The schema of the file `main`; a schema that breaks the rules is a `SchemaError`."""
    files, main = _side_by_side(answered(files), main)
    with tempfile.TemporaryDirectory(prefix="praya-pack-") as folder:
        for name, body in files.items():
            target = Path(folder, *PurePosixPath(name).parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(body)
        try:
            engine = xmlschema.XMLSchema11 if is_newer(files) else xmlschema.XMLSchema10
            return engine(
                str(Path(folder, main)), allow="sandbox", base_url=folder, defuse="always"
            )
        except (xmlschema.XMLSchemaException, xmlschema.XMLResourceError, ValueError) as error:
            reason = str(getattr(error, "message", None) or error).strip().splitlines()[0]
            raise SchemaError(f"the schema does not compile: {reason}", file=main) from error


def _side_by_side(files: Mapping[str, bytes], main: str) -> tuple[Mapping[str, bytes], str]:
    """The files in one folder: xmlschema's sandbox is the folder of the main one."""
    if "/" not in main:
        return files, main
    names = {name: f"{number}.xsd" for number, name in enumerate(files)}
    result = {}
    for name, body in files.items():
        root = parse(body, file=name).getroot()
        for reference in root.iter(*REFERENCES):
            if location := reference.get("schemaLocation"):
                reference.set("schemaLocation", names[resolve(name, location)])
        result[names[name]] = etree.tostring(root.getroottree(), encoding="UTF-8")
    return result, names[main]
