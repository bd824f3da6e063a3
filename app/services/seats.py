"""Who has acted in a workspace, for whoever takes a seat again."""

from app.domain.seats import same_person
from app.services.desk import Desk
from app.store import history


def earlier_seats(desk: Desk) -> list[str]:
    """The names in the history, each person once as last written; whoever acted last comes first."""
    with desk.workspace.read() as connection:
        names = history.seats(connection)
    found: dict[str, str] = {}
    for name in names:
        person = same_person(name)
        if person:
            found.setdefault(person, name)
    return list(found.values())
