"""Alembic asks for this file; the product runs its migrations from `app.store.migrate`."""
