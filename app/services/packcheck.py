"""Checking a pack before it is added: every mistake at once, each with its file and line."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from app.domain.carry import read_carry
from app.domain.chain import Chain, read_chain
from app.domain.chart import read_charts
from app.domain.computed import read_computed
from app.domain.deadlines import agree
from app.domain.definition import (
    MANIFEST,
    is_envelope,
    members,
    read_manifest,
    read_parameters,
    read_rules,
    read_sections,
    read_settings,
)
from app.domain.obligation import read_obligations
from app.domain.pack import Manifest, Pack
from app.domain.schema import Schema
from app.domain.statusmessage import read_status_maps
from app.domain.tomltable import PackError, Reading, collecting, read_toml
from app.errors import UserError
from app.services.packcases import read_cases
from app.services.packproblem import Finder, Problem, of_error
from app.services.packs import pack_digest
from app.services.schemacompile import compiled

T = TypeVar("T")

FORM = {
    "form/form.toml": ("section",),
    "form/parameters.toml": ("parameter",),
    "form/settings.toml": ("setting",),
    "form/chain.toml": ("chain",),
    "form/obligations.toml": ("obligation",),
    "form/computed.toml": ("computed",),
    "form/carry.toml": ("carry",),
    "form/charts.toml": ("chart",),
    "form/status.toml": ("status",),
}
"""What each file of the form may hold at its top."""

FOLDERS = {"form/rules/": ("rule",), "form/examples/": ("with", "case")}
_SINGLE = ("chain", "with")
OTHER = ("form/texts.toml", "form/sections/", "form/codes/")
"""Read by others, who check them."""


@dataclass(frozen=True)
class Checked:
    """A pack that was looked at: what it is, as far as that could be read, and its problems."""

    manifest: Manifest
    pack: Pack | None
    problems: tuple[Problem, ...]


def check_source(files: Mapping[str, bytes], others: Iterable[Pack] = ()) -> Checked:
    """Everything that is wrong with the files of a pack.

    `others` are the packs of the returns that its rules look at. Only a pack without a readable
    pack.toml is refused with a `PackError`.
    """
    if MANIFEST not in files:
        raise PackError("the pack has no pack.toml")
    with collecting() as reading:
        manifest = read_manifest(files[MANIFEST])
        reader = _Reader(files, manifest, reading)
        pack = reader.pack()
        finder = Finder(reading, reader.documents)
        found = [of_error(error) for error in reading.problems]
    if pack is not None:
        from app.services.packlint import Linter  # noqa: PLC0415  (elementpath is slow to import)

        linter = Linter(pack, finder, tuple(others))
        # A line that was read wrongly is reported already; what stands in for it is not looked at.
        broken = {(problem.file, problem.line) for problem in found if problem.line}
        found += [item for item in linter.problems() if (item.file, item.line) not in broken]
        if all(problem.file == MANIFEST for problem in found):
            found += linter.cases()  # they say nothing of use while a rule is broken
    unique = dict.fromkeys(found)
    return Checked(
        manifest, pack, tuple(sorted(unique, key=lambda item: (item.file, item.line or 0)))
    )


class _Reader:
    """Reads the parts of a pack, each as far as it goes."""

    def __init__(self, files: Mapping[str, bytes], manifest: Manifest, reading: Reading) -> None:
        self._files, self._manifest, self._reading = files, manifest, reading
        self.documents: dict[str, Mapping[str, Any]] = {}

    def pack(self) -> Pack | None:
        """The pack; None where its schema cannot be compiled."""
        self._hashes()
        self._tops()
        schema = self._schema()
        rules = tuple(
            rule
            for name in members(self._files, "form/rules/", ".toml")
            for rule in self._part(name, read_rules)
        )
        manifest, table = self._manifest, self._part("form/obligations.toml", read_obligations)
        if table and manifest.deadline is not None:
            self._wrong("take [pack.deadline] out: form/obligations.toml says it", "deadline")
            manifest = replace(manifest, deadline=None)
        sections = self._part("form/form.toml", read_sections)
        parameters = self._part("form/parameters.toml", read_parameters)
        settings = self._part("form/settings.toml", read_settings)
        computed = self._part("form/computed.toml", read_computed)
        carry = self._part("form/carry.toml", read_carry)
        charts = self._part("form/charts.toml", read_charts)
        status_maps = self._part("form/status.toml", read_status_maps)
        chain = self._chain()
        if schema is None:
            return None
        manifest, obligations = agree(manifest, table)
        pack = Pack(
            manifest=manifest,
            digest=pack_digest(self._files),
            schema=schema,
            files=self._files,
            sections=sections,
            rules=rules,
            parameters=parameters,
            settings=settings,
            chain=chain,
            obligations=obligations,
            computed=computed,
            carry=carry,
            charts=charts,
            status_maps=status_maps,
        )
        try:
            read_cases(pack)
        except PackError as error:
            self._reading.report(error)
        return pack

    def _part(self, name: str, reader: Callable[[bytes, str], tuple[T, ...]]) -> tuple[T, ...]:
        if name not in self.documents:
            return ()
        try:
            return reader(self._files[name], name)
        except PackError as error:
            self._reading.report(error)
            return ()

    def _chain(self) -> Chain | None:
        name = "form/chain.toml"
        if (name in self._files) != (self._manifest.occasion == "event"):
            self._wrong(
                f'“occasion = "event"” and {name} belong together; one is there without the other',
                "occasion",
            )
        return next(iter(self._part(name, lambda body, file: (read_chain(body, file),))), None)

    def _wrong(self, message: str, *keys: str) -> None:
        self._reading.report(PackError(message, file=MANIFEST), ("pack", *keys))

    def _hashes(self) -> None:
        listed = dict(self._manifest.files)
        for name, body in self._files.items():
            if name == MANIFEST or is_envelope(name):
                continue
            digest = hashlib.sha256(body).hexdigest()
            if name not in listed:
                self._wrong(f"“{name}” is in the pack and not listed; add it", "files")
            elif listed.pop(name) != digest:
                self._wrong(f"“{name}” differs from its hash; it is now {digest}", "files", name)
        for name in listed:
            self._wrong(f"“{name}” is listed and not in the pack", "files", name)

    def _tops(self) -> None:
        """Read every TOML file once, and name what stands at its top without meaning."""
        for name in members(self._files, "", ".toml"):
            allowed = _allowed(name)
            if name == MANIFEST or name.startswith(OTHER):
                continue
            if allowed is None:
                known = ", ".join((*FORM, *(f"{folder}*.toml" for folder in FOLDERS)))
                message = "no part of a pack has this name"
                self._reading.report(PackError(message, file=name, allowed=known))
                continue
            try:
                document = read_toml(self._files[name], name)
            except PackError as error:
                self._reading.report(error)
                continue
            usable = [self._top(name, key, value, allowed) for key, value in document.items()]
            if all(usable):
                self.documents[name] = document

    def _top(self, name: str, key: str, value: object, allowed: tuple[str, ...]) -> bool:
        """Whether what stands at the top of a file can be read on."""
        message = ""
        if key not in allowed:
            message = f"unknown: {key}"
        elif key not in _SINGLE and not isinstance(value, list):
            message = f"[{key}] must be [[{key}]], a list of tables"
        if message:
            error = PackError(message, file=name, allowed=", ".join(allowed))
            self._reading.report(error, (key,))
        return not message or key not in allowed

    def _schema(self) -> Schema | None:
        manifest = self._manifest
        xsds = {name: body for name, body in self._files.items() if name.endswith(".xsd")}
        if manifest.schema not in xsds:
            self._wrong(f"the pack does not hold its schema “{manifest.schema}”", "schema")
            return None
        try:
            schema = compiled(xsds, manifest.schema, manifest.root, manifest.languages)
        except UserError as error:
            problem = of_error(error, manifest.schema)
            self._reading.report(PackError(problem.message, file=problem.file, line=problem.line))
            return None
        if schema.root.namespace != manifest.namespace:
            self._wrong(f"the schema's namespace is “{schema.root.namespace}”", "namespace")
        return schema


def _allowed(name: str) -> tuple[str, ...] | None:
    for folder, keys in FOLDERS.items():
        if name.startswith(folder):
            return keys
    return FORM.get(name)
