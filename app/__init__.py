"""Praya: the periodic regulatory returns of a licensed virtual-asset exchange, offline."""
