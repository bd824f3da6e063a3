"""The last return that was filed before another one of its type."""

from app.domain.states import State
from app.store import returns as store
from app.store.returns import ReturnRecord
from app.store.workspace import Connection


def last_filed_before(connection: Connection, record: ReturnRecord) -> ReturnRecord | None:
    """The newest filed return of the type for an earlier period; of several for one, the last made."""
    earlier = [
        other
        for other in store.find_returns(connection)
        if other.return_type == record.return_type
        and other.state is State.FILED
        and other.period < record.period  # periods sort as text
    ]
    return max(earlier, key=lambda other: (other.period, other.created_at), default=None)
