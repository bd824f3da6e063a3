"""One incident in three reports: too much was hot on a day on which a hot wallet was replaced."""

from datetime import date
from decimal import ROUND_CEILING, Decimal
from pathlib import Path

from sample_month.figures import CENT, INCIDENT_DAY, Month
from sample_month.sheets import Book, Cell, clock
from sample_month.workbooks import clients_with_assets, front

PHASES = ("initial", "update", "final")
REPORTED = (
    clock(10, 21, 0, 35),
    clock(10, 22, 18, 0),
    clock(10, 30, 17, 0),
)
DETECTED = clock(10, 20, 23, 50)
MOVED = clock(10, 21, 9, 40)
"""When enough was cold again."""


def incident(path: Path, month: Month, number: int) -> None:
    """The operations team's record of the incident as it stood at report `number` (0, 1, 2)."""
    at = REPORTED[number]
    page = dict(front(month))
    page["Position as of (Hong Kong time)"] = at
    with Book(path) as book:
        book.page("Front page", f"Incident record, {PHASES[number]}", list(page.items()))
        book.page("Record", "Bitcoin hot wallet replaced", _record(month, number))
        book.table("Contacts", "Whom to call", ("Name", "Kind", "Role", "E-mail", "Telephone"), [
            ["Lam Kit", "first", "Head of compliance", "compliance@lantau.example", "+85221230001"],
            ["Ho Suk Yee", "second", "Finance", "finance@lantau.example", "+85221230002"],
        ], at=3)  # fmt: skip
        book.table("Filing", "As what and to whom we report", ("Entity type", "Recipient", "Name"),
                   [["virtual-asset trading platform", "SFC",
                     "Securities and Futures Commission"]], at=3)  # fmt: skip
        day = month.days[INCIDENT_DAY.day - 1]
        short = (Decimal("0.98") * day.total - day.cold).quantize(CENT, ROUND_CEILING)
        book.table("Breach", "Which return shows it", ("Return", "Day", "Item", "Missing HKD"),
                   [["cold wallets", INCIDENT_DAY, "DailyPositions/DailyPosition", short]],
                   at=3)  # fmt: skip
        for name, head, first, rows in _LISTS:
            known = [list(row) for row in rows] if number >= first else []
            book.table(name, name, head, known, at=3)


def _record(month: Month, number: int) -> list[tuple[str, Cell]]:
    later, last = number >= 1, number == 2
    return [
        ("State", ("open", "resolved", "closed")[number]),
        ("What it is", "cold share below the limit"),
        ("Severity", "medium" if later else "high"),
        ("Platform unusable", "no"),
        ("Found by", "our own monitoring" if later else None),
        ("Reach", "local" if later else None),
        ("Title", "Cold storage below 98 % after a hot wallet was replaced"),
        ("Text", _TEXTS[number]),
        ("Done so far", _DONE[number]),
        ("Still to do", "Sign off the new limit of the hot wallet; test the alarm." if number == 1
         else None),
        ("Clients told", "No client was affected and none was told."),
        ("Public reaction", "None." if last else None),
        ("Statements issued", "None." if last else None),
        ("Happened", clock(10, 20, 21, 15)),
        ("Noticed", DETECTED),
        ("Classified", clock(10, 21, 0, 10)),
        ("Reported", REPORTED[number]),
        ("Next report", (clock(10, 23, 18, 0), clock(10, 30, 18, 0), None)[number]),
        ("Resolved", MOVED if later else None),
        ("Closed", clock(10, 30, 15, 0) if last else None),
        ("Clients affected", 0 if later else None),
        ("Clients in all", clients_with_assets(month) if later else None),
        ("Share of clients", 0 if later else None),
        ("Retail clients affected", 0 if later else None),
        ("Transactions affected", 0 if later else None),
        ("Their value HKD", 0 if later else None),
        ("Loss HKD", 0 if later else None),
        ("Recovered HKD", 0 if later else None),
        ("Loss of clients HKD", 0 if later else None),
        ("Cover claimed HKD", 0 if later else None),
        ("Keys", "not compromised" if last else None),
        ("Third party involved", "no" if last else None),
        ("Why it happened", _WHY if last else None),
        ("Happened before", "no" if last else None),
    ]  # fmt: skip


_COUNTED = (
    "At 23:50 the evening count showed 97.6 % of client assets in cold storage. The old Bitcoin hot"
    " wallet had been emptied into its successor, and what was above the working float had not been"
    " swept to cold storage by the end of the day."
)
_SWEPT = (
    "The surplus was moved to cold storage on 21 October at 09:40; the share has been above 98 %"
    " since. The SFC allowed the departure for the one day on the same morning."
)
_CLOSED = (
    "Closed. The new hot wallet has a limit of its own; the sweep runs before the evening count."
)
_TEXTS = (_COUNTED, _SWEPT, _CLOSED)
_DONE = (
    None,
    "Surplus swept to cold storage; the SFC told; hot wallet frozen for incoming sweeps.",
    "Surplus swept to cold storage; limit of the hot wallet set; sweep moved to 20:00; alarm tested.",
)
_WHY = (
    "The plan for replacing the wallet named no limit for the new one, and the sweep ran after the"
    " evening count."
)
# Sheet, heads, the report from which it is filled, rows.
_LISTS: tuple[tuple[str, tuple[str, ...], int, tuple[tuple[Cell, ...], ...]], ...] = (
    ("Kinds", ("Kind", "Trigger", "Note", "Paragraph"), 1,
     (("disruption", "legal", "Client assets below 98 % in cold storage", "16.7(b)"),)),
    ("Services", ("Service", "Kind", "Disruption", "Down", "Users", "Share"), 1,
     (("Custody", "custody", "other", "P0DT0H0M", 0, 0),)),
    ("Notices", ("Body", "At", "Reference"), 1,
     (("SFC", clock(10, 21, 0, 30), "SFC/VATP/2026/1021-04"),)),
    ("Parties", ("Party",), 2, (("ourselves",),)),
    ("Systems", ("System", "Kind", "During", "After"), 2,
     (("Bitcoin hot wallet BTC-H02", "wallet", "yes", "no"),)),
    ("Causes", ("Cause", "Level 1", "Level 2", "Origin", "Weight"), 2,
     (("The change plan set no limit for the new hot wallet", "process", "design", "ours", "root"),
      ("The sweep ran after the evening count", "systems", "change", "ours", "contributory"))),
    ("Lessons", ("Lesson",), 2,
     (("A wallet goes live only with a limit that was set beforehand.",),)),
    ("Remedies", ("What", "Who", "By", "Done"), 2,
     (("Limit in the wallet policy, checked by two people", "Custody",
       date(2026, 11, 15), "no"),
      ("Alarm at 98.5 %, every hour", "Engineering", date(2026, 10, 28), "yes"))),
)  # fmt: skip
