"""Reading a status message by the places that its map names."""

from collections.abc import Iterator

from lxml import etree

from app.domain.statusmessage import StatusError, StatusMap, StatusMessage
from app.errors import UserError


class StatusUnclear(UserError):
    """A status message that says neither that the file was accepted nor that it was rejected."""

    code = "status-unclear"


def root_of(tree: etree._ElementTree) -> tuple[str, str]:
    """Namespace and local name of the document element."""
    name = etree.QName(tree.getroot())
    return name.namespace or "", name.localname


def read_status(tree: etree._ElementTree, places: StatusMap, file: str) -> StatusMessage:
    """What the message says; one without a known verdict is refused by name."""
    root = tree.getroot()
    verdict = _first(root, places.verdict)
    if verdict not in (*places.accepted, *places.rejected):
        known = ", ".join((*places.accepted, *places.rejected))
        raise StatusUnclear(
            f"the status message says “{verdict}” at {places.verdict}; known are {known}", file=file
        )
    return StatusMessage(
        kind=places.id,
        accepted=verdict in places.accepted,
        message=_first(root, places.message) or None,
        number=_first(root, places.number),
        by=", ".join(_texts(root, places.by)),
        file_errors=tuple(_errors(root, places.file_error, places)),
        record_errors=tuple(_errors(root, places.record_error, places)),
    )


def _errors(root: etree._Element, path: str, places: StatusMap) -> Iterator[StatusError]:
    for element in _elements(root, path) if path else ():
        yield StatusError(
            code=_first(element, places.code),
            text=" ".join(_texts(element, places.text)),
            records=tuple(_texts(element, places.record)),
            fields=tuple(_texts(element, places.field)),
        )


def _elements(above: etree._Element, path: str) -> list[etree._Element]:
    """The elements at a path of local names, in the order of the document."""
    found = [above]
    for name in filter(None, path.split("/")):
        found = [inner for element in found for inner in element.iterchildren(f"{{*}}{name}")]
    return found


def _texts(above: etree._Element, path: str) -> list[str]:
    """What stands at a path: the text of elements, or of the attribute that its last part names."""
    if not path:
        return []
    before, _, last = path.rpartition("/")
    if last.startswith("@"):
        held = [item.get(last[1:], "") for item in _elements(above, before)]
    else:
        held = ["".join(map(str, item.itertext())) for item in _elements(above, path)]
    return [text for text in (" ".join(each.split()) for each in held) if text]


def _first(above: etree._Element, path: str) -> str:
    return next(iter(_texts(above, path)), "")
