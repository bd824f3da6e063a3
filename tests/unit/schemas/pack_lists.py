"""What the shipped packs hold, as lists."""

from app.services.packs import open_pack, shipped_packs


def shipped_patterns() -> set[tuple[str, int]]:
    """Every pattern with the longest value that its type admits (4000 where it admits any)."""
    return {
        (pattern, field.facets.max_length or 4000)
        for files in shipped_packs()
        for node in open_pack(files).schema.nodes.values()
        for field in node.fields
        for group in field.facets.patterns
        for pattern in group
    }
