"""Status messages: an authority's answer in XML, and where in it stands what. The places are data."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from app.domain.tomltable import Table, read_toml


@dataclass(frozen=True, slots=True)
class StatusMap:
    """One kind of status message. Paths are local names from the document element down; those of an
    error from its element. `answers` are the namespaces of the returns that it is about.

    `own_message` is the path in the return of the id by which the answer names it; `own_record` and
    `own_replaced` the names of the fields, anywhere in the return, that name a record, and the record
    that a correction replaces.
    """

    id: str
    namespace: str
    root: str
    answers: tuple[str, ...]
    message: str
    verdict: str
    accepted: tuple[str, ...]
    rejected: tuple[str, ...]
    own_message: str
    number: str = ""
    by: str = ""
    file_error: str = ""
    record_error: str = ""
    code: str = ""
    text: str = ""
    record: str = ""
    field: str = ""
    own_record: str = ""
    own_replaced: str = ""


@dataclass(frozen=True, slots=True)
class StatusError:
    """One error that the authority found. `records` name the records, `fields` the places in them;
    both are empty where the whole file is meant. `paths` are the places in the return.
    """

    code: str
    text: str
    records: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The command line's JSON."""
        return {name: list(v) if isinstance(v, tuple) else v for name, v in asdict(self).items()}


@dataclass(frozen=True, slots=True)
class StatusMessage:
    """What an authority answered. `message` is the id of the return's message, None where not said."""

    kind: str
    accepted: bool
    message: str | None
    number: str
    by: str
    file_errors: tuple[StatusError, ...]
    record_errors: tuple[StatusError, ...]

    @property
    def verdict(self) -> str:
        """accepted or rejected."""
        return "accepted" if self.accepted else "rejected"

    @property
    def records(self) -> frozenset[str]:
        """Every record that an error names."""
        return frozenset(ref for error in self.record_errors for ref in error.records)

    def placed(self, errors: Iterable[StatusError]) -> "StatusMessage":
        """The same with the places of its record errors."""
        return replace(self, record_errors=tuple(errors))

    def as_dict(self) -> dict[str, object]:
        """The command line's JSON."""
        return {
            "kind": self.kind,
            "verdict": self.verdict,
            "message": self.message,
            "number": self.number,
            "by": self.by,
            "file_errors": [error.as_dict() for error in self.file_errors],
            "record_errors": [error.as_dict() for error in self.record_errors],
        }


def read_status_maps(body: bytes, file: str, namespace: str = "") -> tuple[StatusMap, ...]:
    """The `[[status]]` tables; `namespace` is answered where a table does not say which."""
    result = []
    for number, item in enumerate(read_toml(body, file).get("status", []), 1):
        table = Table(item, file, f"status {number}")
        result.append(
            StatusMap(
                id=table.text("id"),
                namespace=table.text("namespace"),
                root=table.text("root"),
                answers=table.names("answers") or ((namespace,) if namespace else ()),
                message=table.text("message"),
                verdict=table.text("verdict"),
                accepted=table.names("accepted"),
                rejected=table.names("rejected"),
                own_message=table.text("own_message"),
                **{
                    name: table.text(name, "")
                    for name in (
                        "number", "by", "file_error", "record_error", "code", "text", "record",
                        "field", "own_record", "own_replaced",
                    )
                },
            )
        )  # fmt: skip
        table.end()
    return tuple(result)
