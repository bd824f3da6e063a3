"""FIRE's phase table against the incident pack: each item left out of each phase, and what is said then."""

import subprocess
from functools import cache
from pathlib import Path

import pytest
from pack_cases import bench, pack

from app.domain.memory import MemoryRows
from app.services.examplerows import Change, changed_rows

INC = pack("inc-1.0")
PHASES = ("INITIAL", "INTERMEDIATE", "FINAL")

# Item, where it stands, and its marks in the table: essential, optional or not applicable in an
# initial, an intermediate and a final report. `+` marks what the house asks for earlier than FIRE.
TABLE = """
version                Reporting/FireVersion               E/E/E
report type            Reporting/ReportType                E/E/E
language               Reporting/Language                  E/E/E
country                Reporting/Country                   E/E/E
currency               Reporting/Currency                  E/E/E
entity name            Header/EntityName                   E/E/E
entity type            EntityTypes/EntityType              E/E/E
recipient id           Recipients/Recipient                E/E/E
global id              Header/Lei                          O/O/O
parent                 Reporting/ParentName                O/O/O
contact                Contacts/Contact                    E/E/E
contact type           Contacts/Contact/ContactType        E/E/E
contact name           Contacts/Contact/Name               E/E/E
contact e-mail         Contacts/Contact/Email              E/E/E
contact phone          Contacts/Contact/Phone              E/E/E
contact role           Contacts/Contact/Role               O/O/O
contact department     Contacts/Contact/Department         O/O/O
contact recipient      Contacts/Contact/Recipient          O/O/O
internal id            Identification/InternalReference    O/O/O
phase                  Identification/Phase                E/E/E
status                 Identification/Status               E/E/E
title                  Description/Title                   E/E/E
description            Description/Text                    E/E/E
artefacts              Indicators/Indicator                O/O/O
severity               Classification/Severity             E/E/E
affected parties       AffectedParties/AffectedParty       O/O/E
related entities       RelatedEntities/RelatedEntity       O/O/E
service                Services/Service                    O/E/E
downtime               Services/Service/Downtime           O/E/E
end users              Services/Service/EndUsers           O/E/E
end users, share       Services/Service/EndUsersShare      O/E/E
service critical       Services/Service/Critical           O/O/O
resource               Resources/Resource                  O/O/E
financial scale        Impact/FinancialScale               O/O/O
operational scale      Impact/OperationalScale             O/O/O
reputational scale     Impact/ReputationalScale            O/O/O
external scale         Impact/ExternalScale                O/O/O
spread                 Classification/GeographicSpread     O/E/E
incident type          FireTypes/FireType                  O/E/E
discovery              Classification/DiscoveryMethod      O/E/E
trigger                Triggers/Trigger                    O/E/E
actions taken          Description/ActionsTaken            O/E/E
actions planned        Description/ActionsPlanned          O/E/N
public reaction        Description/PublicReaction          O/O/E
communications         Description/CommunicationsIssued    O/O/E
bodies notified        Notifications/Notification          O/O/E
time of report         Times/Report                        E/E/E
time of occurrence     Times/Occurrence                    O/O/O
time of detection      Times/Detection                     +/+/E
time of resolution     Times/Resolution                    N/E/E
time of closure        Times/Closure                       N/N/E
next update            Times/NextUpdate                    O/O/N
estimated resolution   Times/EstimatedResolution           O/O/N
cause                  Causes/Cause                        O/O/E
cause strength         Causes/Cause/Strength               O/O/O
lessons                Lessons/Lesson                      N/N/E
remedial actions       Remedials/Remedial                  N/N/E
"""
ITEMS = [tuple(line.rsplit(maxsplit=2)[-2:]) for line in TABLE.strip().splitlines()]


@cache
def report(phase: str) -> MemoryRows:
    """A report of the phase that fills every item of the table, also those that the phase has not."""
    status = {"INITIAL": "OPEN", "INTERMEDIATE": "RESOLVED", "FINAL": "CLOSED"}[phase]
    values = {
        "Identification/Phase": phase,
        "Identification/Status": status,
        "Description/ActionsPlanned": "Replace the signing service.",
        "Reporting/ParentName": "Lantau Group Limited",
        "Times/NextUpdate": "2026-11-20T12:00:00+08:00",
        "Times/EstimatedResolution": "2026-11-20T12:00:00+08:00",
    }
    return changed_rows(INC, bench(INC.id).base(), Change(values))


def without(phase: str, path: str) -> MemoryRows:
    """The report without an item: all rows of a table, or the field in its first row."""
    above, _, name = path.rpartition("/")
    rows = report(phase)
    if path in INC.schema.nodes:
        group = next(iter(rows.children(rows.root().id, above)))
        count = len(list(rows.children(group.id, path)))
        gone = [f"{path}[{position}]" for position in range(count, 0, -1)]
    elif INC.schema.node(above).repeats:
        gone = [f"{above}[1]/{name}"]
    else:
        gone = [path]
    return changed_rows(INC, rows, Change(removed=tuple(gone)))


def said(rows: MemoryRows, rule: str, path: str) -> bool:
    """Whether a rule speaks at the item."""
    outcomes = bench(INC.id).outcomes(rows, {}, {}, only=rule)
    return any(each.path.replace("[1]", "").startswith(path) for each in outcomes)


def required(path: str) -> bool:
    """Whether the schema itself asks for the item, in its row where it has one."""
    if path in INC.schema.nodes:
        return INC.schema.node(path).min_occurs > 0
    above, _, name = path.rpartition("/")
    node = INC.schema.node(above)
    return node.fields[node.index[name]].required


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize(("path", "marks"), ITEMS)
def test_an_item_is_asked_for_where_the_table_says_essential(
    path: str, marks: str, phase: str
) -> None:
    mark = dict(zip(PHASES, marks.split("/"), strict=True))[phase]
    asked = required(path) or said(without(phase, path), "INC-004", path)
    assert asked == (mark in "E+")
    assert said(report(phase), "INC-108", path) == (mark == "N")


def test_every_code_of_the_lists_is_there() -> None:
    """How many values each list has: those of FIRE, counted by hand, and the house's own two at the end."""
    counts = {
        "Identification/Phase": 3,
        "Identification/Status": 3,
        "Classification/Severity": 6,
        "Classification/DiscoveryMethod": 18,
        "Classification/GeographicSpread": 5,
        "FireTypes/FireType/Type": 5,
        "Triggers/Trigger/Type": 13,
        "Services/Service/DisruptionType": 14,
        "AffectedParties/AffectedParty/Party": 9,
        "Impact/FinancialScale": 6,
        "Causes/Cause/Level1": 6,
        "Causes/Cause/Level2": 32,
        "Causes/Cause/Strength": 2,
        "Causes/Cause/Origin": 12,
        "Attachments/Attachment/Method": 4,
        "Classification/VaCode": 18,
        "Services/Service/ServiceType": 9,
    }
    for path, count in counts.items():
        above, _, name = path.rpartition("/")
        node = INC.schema.node(above)
        assert len(node.fields[node.index[name]].facets.enumeration) == count, path


def test_xmllint_agrees_on_what_the_schema_requires(tmp_path: Path) -> None:
    for name, content in INC.schema_files.items():
        (tmp_path / name).write_bytes(content)
    base = INC.files["form/examples/base.xml"].decode()
    lone = [path for path, _ in ITEMS if path not in INC.schema.nodes and required(path)]
    single = [path for path in lone if not INC.schema.node(path.rpartition("/")[0]).repeats]
    assert len(single) == 13
    for path in single:
        name = path.rpartition("/")[2]
        group = path.partition("/")[0]
        start = base.index(f"<{name}>", base.index(f"<{group}>"))
        end = base.index(f"</{name}>", start) + len(f"</{name}>")
        (tmp_path / "return.xml").write_text(base[:start] + base[end:], encoding="utf-8")
        done = subprocess.run(
            ["xmllint", "--noout", "--nonet", "--schema", INC.manifest.schema, "return.xml"],
            check=False,
            cwd=tmp_path,
            capture_output=True,
            text=True,
        )
        assert "fails to validate" in done.stderr, path
