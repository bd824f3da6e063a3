"""A schema pack in force: its schema, form, rules and dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from app.domain.carry import Carry
from app.domain.chain import Chain
from app.domain.chart import Chart
from app.domain.computed import Computed, Target, targets
from app.domain.filename import PATTERN
from app.domain.freetext import Texts
from app.domain.languages import in_language
from app.domain.obligation import ObligationRule
from app.domain.rule import Parameter, Rule
from app.domain.schema import Schema
from app.domain.statusmessage import StatusMap


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form. `items` are schema paths: of a group, a table, or a single field."""

    id: str
    titles: Mapping[str, str]
    items: tuple[str, ...]
    helps: Mapping[str, str] = field(default_factory=dict)

    def title(self, language: str) -> str:
        """The heading, in English where the language is missing."""
        return in_language(self.titles, language) or self.id


@dataclass(frozen=True, slots=True)
class Deadline:
    """When the return is due: calendar days after the end of the period. The short form."""

    days: int
    citation: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A choice of the workspace that rules may read as `$name`.

    `words` name a choice in each language; one that has none is shown as the rules read it.
    """

    name: str
    default: str
    choices: tuple[str, ...]
    labels: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifest:
    """`pack.toml`: what a pack says of itself. `occasion` is one of `domain.chain.OCCASIONS`.

    `file_name` is the pattern of the names of exported files (`domain.filename`).
    """

    id: str
    return_type: str
    version: str
    namespace: str
    root: str
    schema: str
    titles: Mapping[str, str]
    languages: tuple[str, ...]
    effective_from: date
    effective_to: date | None
    publisher: str
    status: str
    deadline: Deadline | None
    files: Mapping[str, str]
    occasion: str = "period"
    review_by: date | None = None
    file_name: str = PATTERN

    def title(self, language: str) -> str:
        """The return's name."""
        return in_language(self.titles, language) or self.id

    def in_force(self, first: date, last: date) -> bool:
        """Whether the pack serves a period."""
        return self.effective_from <= last and (
            self.effective_to is None or first <= self.effective_to
        )


@dataclass(frozen=True)
class Pack:
    """A pack as it stands in the workspace's database. `files` are its bytes by name."""

    manifest: Manifest
    digest: str
    schema: Schema
    files: Mapping[str, bytes]
    sections: tuple[Section, ...] = ()
    rules: tuple[Rule, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    settings: tuple[Setting, ...] = ()
    chain: Chain | None = None
    obligations: tuple[ObligationRule, ...] = ()
    texts: Texts | None = None
    computed: tuple[Computed, ...] = ()
    carry: tuple[Carry, ...] = ()
    charts: tuple[Chart, ...] = ()
    status_maps: tuple[StatusMap, ...] = ()

    @property
    def id(self) -> str:
        """Such as `cwr-1.0`."""
        return self.manifest.id

    @cached_property
    def computed_targets(self) -> frozenset[Target]:
        """Where the computed fields stand."""
        return targets(self.schema, self.computed)

    @property
    def schema_files(self) -> dict[str, bytes]:
        """The XSDs alone."""
        return {name: body for name, body in self.files.items() if name.endswith(".xsd")}
