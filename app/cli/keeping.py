"""Commands that keep and prove: history, backup, restore."""

HANDLERS = {}
