"""Reports of one event that follow each other."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let a return name the report before it."""
    op.add_column("returns", sa.Column("follows_id", sa.Text()))
