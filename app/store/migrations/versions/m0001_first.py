"""The first tables of a workspace."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "counters",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("value", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "history",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("return_id", sa.Text()),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
    )
    op.create_index("history_return", "history", ["return_id", "seq"])
    op.create_table(
        "meta",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
    )
    op.create_table(
        "packs",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("return_type", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("namespace", sa.Text(), nullable=False),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("effective_to", sa.Text()),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("compiled", sa.Text(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
    )
    op.create_table(
        "profiles",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("return_type", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
    )
    op.create_table(
        "pack_files",
        sa.Column("pack_id", sa.Text(), sa.ForeignKey("packs.id"), primary_key=True),
        sa.Column("path", sa.Text(), primary_key=True),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "returns",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("return_type", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("pack_id", sa.Text(), sa.ForeignKey("packs.id"), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("head", sa.Integer(), nullable=False),
        sa.Column("steps", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("replaces_id", sa.Text()),
    )
    op.create_table(
        "explanations",
        sa.Column("return_id", sa.Text(), sa.ForeignKey("returns.id"), primary_key=True),
        sa.Column("code", sa.Text(), primary_key=True),
        sa.Column("path", sa.Text(), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("left", sa.Text()),
        sa.Column("right", sa.Text()),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
    )
    op.create_table(
        "origins",
        sa.Column("version", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("return_id", sa.Text(), sa.ForeignKey("returns.id"), nullable=False),
        sa.Column("row_id", sa.BigInteger(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("born", sa.Integer(), nullable=False),
        sa.Column("died", sa.BigInteger(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
    )
    op.create_index("origins_place", "origins", ["return_id", "row_id", "field"])
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("return_id", sa.Text(), sa.ForeignKey("returns.id"), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("pack_digest", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
    )
    op.create_table(
        "rows",
        sa.Column("version", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("return_id", sa.Text(), sa.ForeignKey("returns.id"), nullable=False),
        sa.Column("parent", sa.BigInteger()),
        sa.Column("node", sa.Text(), nullable=False),
        sa.Column("ord", sa.BigInteger(), nullable=False),
        sa.Column("born", sa.Integer(), nullable=False),
        sa.Column("died", sa.BigInteger(), nullable=False),
        sa.Column("vals", sa.Text(), nullable=False),
        sa.Column("source", sa.Integer()),
        sa.Column("source_row", sa.Integer()),
    )
    op.create_index("rows_id", "rows", ["return_id", "id"])
    op.create_index("rows_node", "rows", ["return_id", "node", "parent", "ord"])
    op.create_index("rows_place", "rows", ["return_id", "parent", "node", "ord"])
    op.create_table(
        "sources",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("return_id", sa.Text(), sa.ForeignKey("returns.id"), nullable=False),
        sa.Column("blob", sa.Text(), sa.ForeignKey("blobs.sha256"), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
    )
    op.create_table(
        "steps",
        sa.Column("return_id", sa.Text(), sa.ForeignKey("returns.id"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
    )
    op.create_table(
        "submissions",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("return_id", sa.Text(), sa.ForeignKey("returns.id"), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("blob", sa.Text(), sa.ForeignKey("blobs.sha256"), nullable=False),
        sa.Column("unsigned_digest", sa.Text(), nullable=False),
        sa.Column("signer", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
    )
    op.create_table(
        "receipts",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("submission_id", sa.Integer(), sa.ForeignKey("submissions.id"), nullable=False),
        sa.Column("blob", sa.Text(), sa.ForeignKey("blobs.sha256"), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
    )
