"""The index of places holds all that tells which rows are there, so that none has to be read to count."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index wider."""
    op.drop_index("rows_place", "rows")
    op.create_index(
        "rows_place", "rows", ["return_id", "parent", "node", "ord", "born", "died", "id"]
    )
