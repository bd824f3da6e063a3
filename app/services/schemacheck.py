"""A file against a lone XSD. Loads nothing but lxml, because scripts call it for every file."""

from pathlib import Path

from app.domain.finding import Finding, Severity, Verdict
from app.infile import named_as_given
from app.xml.apart import apart, prove
from app.xml.limits import SECONDS
from app.xml.packfiles import is_newer
from app.xml.schemafolder import read_schema_folder
from app.xml.validate import SchemaProblem
from app.xml.verdict import Checker, chunks_of, problems_of


def check_against_schema(file: Path, schema: Path) -> Verdict:
    """Every error of a document against an XSD whose own folder answers its includes and imports.

    Raises a `UserError` when the file cannot be read or the schema does not compile.
    """
    with named_as_given(schema):
        files, main = read_schema_folder(schema)
        prove(files, main)
        checker = Checker(files, main)
        if is_newer(files):
            return Verdict(tuple(map(schema_finding, _judged_apart(files, main, file))))
        _ = checker.validator  # a schema that does not compile is told before anything of the file
    problems = problems_of(chunks_of(file), checker, file=str(file))
    return Verdict(tuple(map(schema_finding, problems)))


def _judged_apart(files: dict[str, bytes], main: str, file: Path) -> list[SchemaProblem]:
    """XSD 1.1 is judged in a process of its own: its patterns and tests may never come to an end."""
    seconds = SECONDS + file.stat().st_size // _PER_SECOND
    found: list[SchemaProblem] = apart(_judge, (files, main, file), main, seconds)
    return found


_PER_SECOND = 50_000
"""Bytes of a document for which another second is allowed; ten times as many are usual."""


def _judge(files: dict[str, bytes], main: str, file: Path) -> list[SchemaProblem]:
    return problems_of(chunks_of(file), Checker(files, main), file=str(file))


def schema_finding(problem: SchemaProblem) -> Finding:
    """A finding of tier two, without an origin; its code is libxml2's name of the error."""
    return Finding(
        code="XSD-" + problem.code.removeprefix("SCHEMAV_").replace("_", "-"),
        severity=Severity.BLOCKING,
        message=problem.message,
        messages=dict(problem.messages),
        path=problem.path or None,
        line=problem.line,
        certainty="STD",
    )
