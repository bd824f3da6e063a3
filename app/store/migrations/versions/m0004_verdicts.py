"""The last verdict of a return, with all that it depended on."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep one verdict for each return."""
    op.create_table(
        "verdicts",
        sa.Column("return_id", sa.Text(), sa.ForeignKey("returns.id"), primary_key=True),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("findings", sa.Text(), nullable=False),
    )
