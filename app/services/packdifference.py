"""`praya pack diff`: two packs side by side, down to what no form shows."""

from app.domain.pack import Pack
from app.domain.packdiff import BOTH, PackChange, pack_changes, schema_changes
from app.xml.outline import canonical_schema


def difference(old: Pack, new: Pack) -> list[PackChange]:
    """Every change between two packs.

    Schemas that differ although their compiled forms do not (types that nothing shows, assertions,
    parts deeper than recursion is unrolled) are told by file, so that an empty list means that the
    two give the same verdicts.
    """
    found = pack_changes(old, new)
    if not schema_changes(old.schema, new.schema):
        found += _texts(old, new)
    return found


def _texts(old: Pack, new: Pack) -> list[PackChange]:
    before = {name: canonical_schema(name, body) for name, body in old.schema_files.items()}
    after = {name: canonical_schema(name, body) for name, body in new.schema_files.items()}
    if sorted(before.values()) == sorted(after.values()):
        return []
    names = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    return [PackChange("schema", "schema-text", name, BOTH) for name in names]
