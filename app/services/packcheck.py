"""Checking a pack before it is added: what opening it does not find."""

from app.domain.pack import Pack, Section


def check_pack(pack: Pack) -> list[str]:
    """What is wrong with an opened pack, in sentences: its form and its rules."""
    from app.rules.packrules import check_pack_rules  # noqa: PLC0415  (elementpath is slow to import)

    problems = [
        f"form: {problem}" for section in pack.sections for problem in _items(pack, section)
    ]
    return [*problems, *(str(problem) for problem in check_pack_rules(pack))]


def _items(pack: Pack, section: Section) -> list[str]:
    return [
        f"section “{section.id}” names “{item}”, which the schema does not have"
        for item in section.items
        if not _known(pack, item)
    ]


def _known(pack: Pack, item: str) -> bool:
    if item in pack.schema.nodes:
        return True
    above, _, key = item.rpartition("/")
    return above in pack.schema.nodes and key in pack.schema.nodes[above].index
