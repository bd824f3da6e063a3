"""The tables of a workspace. Migrations freeze their own copy; a test holds the two together."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()

FOREVER = 9_000_000_000_000_000_000
"""`died` of a row version that is still alive."""

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

counters = Table(
    "counters",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", BigInteger, nullable=False),
)

blobs = Table(
    "blobs",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("media", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

packs = Table(
    "packs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("return_type", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("namespace", Text, nullable=False),
    Column("effective_from", Text, nullable=False),
    Column("effective_to", Text),
    Column("digest", Text, nullable=False),
    Column("compiled", Text, nullable=False),  # domain.schema.Schema as JSON
    Column("added_at", Text, nullable=False),
    Column("added_by", Text, nullable=False),
)

pack_files = Table(
    "pack_files",
    metadata,
    Column("pack_id", Text, ForeignKey("packs.id"), primary_key=True),
    Column("path", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

returns = Table(
    "returns",
    metadata,
    Column("id", Text, primary_key=True),
    Column("return_type", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("pack_id", Text, ForeignKey("packs.id"), nullable=False),
    Column("state", Text, nullable=False),
    Column("head", Integer, nullable=False, default=0),  # the step that is shown
    Column("steps", Integer, nullable=False, default=0),  # the last step that redo can reach
    Column("created_at", Text, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("replaces_id", Text),
    Column("follows_id", Text),  # the report before it, of a return that answers an event
)

steps = Table(
    "steps",
    metadata,
    Column("return_id", Text, ForeignKey("returns.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("label", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)

rows = Table(
    "rows",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=True),
    Column("id", BigInteger, nullable=False),
    Column("return_id", Text, ForeignKey("returns.id"), nullable=False),
    Column("parent", BigInteger),
    Column("node", Text, nullable=False),
    Column("ord", BigInteger, nullable=False),
    Column("born", Integer, nullable=False),
    Column("died", BigInteger, nullable=False, default=FOREVER),
    Column("vals", Text, nullable=False),  # JSON array in the order of the node's fields
    Column("source", Integer),
    Column("source_row", Integer),
    # Wide enough to count rows and to find the ten-thousandth one without reading any.
    Index("rows_place", "return_id", "parent", "node", "ord", "born", "died", "id"),
    Index("rows_node", "return_id", "node", "parent", "ord"),
    Index("rows_id", "return_id", "id"),
)

origins = Table(
    "origins",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=True),
    Column("return_id", Text, ForeignKey("returns.id"), nullable=False),
    Column("row_id", BigInteger, nullable=False),
    Column("field", Text, nullable=False),
    Column("born", Integer, nullable=False),
    Column("died", BigInteger, nullable=False, default=FOREVER),
    Column("origin", Text, nullable=False),
    Index("origins_place", "return_id", "row_id", "field"),
)

sources = Table(
    "sources",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("return_id", Text, ForeignKey("returns.id"), nullable=False),
    Column("blob", Text, ForeignKey("blobs.sha256"), nullable=False),
    Column("file", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Column("columns", Text, nullable=False),  # JSON: node → {sheet, fields: {key: column|origin}}
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)

profiles = Table(
    "profiles",
    metadata,
    Column("name", Text, primary_key=True),
    Column("return_type", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)

explanations = Table(
    "explanations",
    metadata,
    Column("return_id", Text, ForeignKey("returns.id"), primary_key=True),
    Column("code", Text, primary_key=True),
    Column("path", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("left", Text),
    Column("right", Text),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)

verdicts = Table(
    "verdicts",
    metadata,
    Column("return_id", Text, ForeignKey("returns.id"), primary_key=True),
    Column("fingerprint", Text, nullable=False),  # SHA-256 of what it depended on
    Column("digest", Text, nullable=False),  # SHA-256 of the canonical XML that was checked
    Column("findings", Text, nullable=False),  # JSON
)

reviews = Table(
    "reviews",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("return_id", Text, ForeignKey("returns.id"), nullable=False),
    Column("action", Text, nullable=False),  # validated, sent, approved, voided
    Column("step", Integer, nullable=False),
    Column("digest", Text, nullable=False),  # SHA-256 of the canonical XML that was seen
    Column("pack_digest", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("comment", Text, nullable=False, default=""),
)

submissions = Table(
    "submissions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("return_id", Text, ForeignKey("returns.id"), nullable=False),
    Column("step", Integer, nullable=False),
    Column("blob", Text, ForeignKey("blobs.sha256"), nullable=False),
    Column("unsigned_digest", Text, nullable=False),
    Column("signer", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)

signatures = Table(
    "signatures",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("submission_id", Integer, ForeignKey("submissions.id"), nullable=False),
    Column("blob", Text, ForeignKey("blobs.sha256"), nullable=False),  # the signature document
    Column("signer", Text, nullable=False),
    Column("certificate", Text, nullable=False),  # its SHA-256
    Column("role", Text),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)

anchors = Table(  # certificates that the workspace trusts
    "anchors",
    metadata,
    Column("fingerprint", Text, primary_key=True),  # SHA-256 of the certificate, as hex
    Column("certificate", LargeBinary, nullable=False),  # DER
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)

proofs = Table(  # what was added to a signed file later: time-stamps, evidence of revocation
    "proofs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("submission_id", Integer, ForeignKey("submissions.id"), nullable=False),
    Column("blob", Text, ForeignKey("blobs.sha256"), nullable=False),  # the whole file with them
    Column("kind", Text, nullable=False),  # return or container
    Column("level", Text, nullable=False),  # T, LT (ETSI EN 319 132-1)
    Column("proven_at", Text, nullable=False),  # the moment that the time-stamp proves
    Column("stamped_by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)

receipts = Table(
    "receipts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("submission_id", Integer, ForeignKey("submissions.id"), nullable=False),
    Column("blob", Text, ForeignKey("blobs.sha256"), nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)

history = Table(
    "history",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("seat", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("return_id", Text),
    Column("detail", Text, nullable=False),  # JSON: before, after, origin, digests
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index("history_return", "return_id", "seq"),
)
