"""A value in the place of a computed one, together with its reason."""

from app.domain.changes import Changes
from app.domain.computed import COMPUTED
from app.domain.tree import path_of
from app.errors import UserError
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.drafts import locate, set_value
from app.services.explanations import NothingToExplain, explain
from app.services.packs import get_pack
from app.services.returns import get_return


class NoReasonNeeded(UserError):
    """A reason was given where the program asks for none."""

    code = "no-reason-needed"


def override(desk: Desk, return_id: str, path: str, text: str | None, reason: str) -> Changes:
    """Type a value into a computed field and say why it is not the formula's, both or nothing."""
    with desk.workspace.write() as connection:
        record = get_return(desk, return_id)
        pack = get_pack(desk, record.pack_id)
        place = locate(pack.schema, rows_at(connection, record), path)
        if (place.row.node, place.field.key) not in pack.computed_targets:
            raise NoReasonNeeded(f"{path} is not computed, so a value there needs no reason")
        whole = path_of(pack.schema, rows_at(connection, record), place.row, place.field.key)
        changes = set_value(desk, record.id, path, text)
        try:
            explain(desk, record.id, COMPUTED, whole, reason)
        except NothingToExplain as error:
            raise NoReasonNeeded(
                f"no reason is asked for at {path}: the value agrees with its formula, or another"
                " rule refuses it; type it without a reason and see “praya validate”"
            ) from error
    return changes
