"""Certificates that the workspace trusts."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep trust anchors in the workspace."""
    op.create_table(
        "anchors",
        sa.Column("fingerprint", sa.Text(), primary_key=True),
        sa.Column("certificate", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
    )
