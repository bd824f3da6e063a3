"""A pack's XSDs, read by xmlschema with every reference answered from the pack."""

import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import xmlschema

from app.xml.packfiles import SchemaError, answered


def load(files: Mapping[str, bytes], main: str) -> Any:
    """The schema of the file `main`; a schema that breaks the rules is a `SchemaError`."""
    files = answered(files)
    with tempfile.TemporaryDirectory(prefix="praya-pack-") as folder:
        for name, body in files.items():
            target = Path(folder, *PurePosixPath(name).parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(body)
        try:
            return xmlschema.XMLSchema10(
                str(Path(folder, main)), allow="sandbox", base_url=folder, defuse="always"
            )
        except (xmlschema.XMLSchemaException, xmlschema.XMLResourceError, ValueError) as error:
            reason = str(getattr(error, "message", None) or error).strip().splitlines()[0]
            raise SchemaError(f"the schema does not compile: {reason}", file=main) from error
