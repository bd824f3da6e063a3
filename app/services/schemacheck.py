"""A file against a lone XSD. Loads nothing but lxml, because scripts call it for every file."""

from pathlib import Path

from app.domain.finding import Finding, Severity, Verdict
from app.infile import named_as_given
from app.xml.schemafolder import read_schema_folder
from app.xml.validate import SchemaProblem
from app.xml.verdict import Checker, chunks_of, problems_of


def check_against_schema(file: Path, schema: Path) -> Verdict:
    """Every error of a document against an XSD whose own folder answers its includes and imports.

    Raises a `UserError` when the file cannot be read or the schema does not compile.
    """
    with named_as_given(schema):
        checker = Checker(*read_schema_folder(schema))
        _ = checker.validator  # a schema that does not compile is told before anything of the file
    problems = problems_of(chunks_of(file), checker, file=str(file))
    return Verdict(tuple(map(schema_finding, problems)))


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
