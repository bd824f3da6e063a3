"""A compiled schema as JSON text, for the workspace's database."""

import json
from dataclasses import MISSING, fields
from typing import Any

from app.domain.schema import Facets, Field, Identity, Kind, Node, Schema

Plain = Schema | Node | Field | Facets | Identity


def dump_schema(schema: Schema) -> str:
    """The schema as compact JSON, defaults left out."""
    return json.dumps(_plain(schema), ensure_ascii=False, separators=(",", ":"))


def load_schema(text: str) -> Schema:
    """The inverse of `dump_schema`."""
    body = json.loads(text)
    return Schema(
        root=_node(body["root"]),
        languages=tuple(body.get("languages", ("en",))),
        signature_slot=body.get("signature_slot", False),
        prefixes=body.get("prefixes", {}),
    )


def _plain(value: object) -> object:
    if isinstance(value, Plain):
        result = {}
        for item in fields(value):
            held = getattr(value, item.name)
            if item.default is not MISSING and held == item.default:
                continue
            if item.default_factory is not MISSING and held == item.default_factory():
                continue
            result[item.name] = _plain(held)
        return result
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _node(body: dict[str, Any]) -> Node:
    body = dict(body)
    body["fields"] = tuple(_field(item) for item in body.get("fields", ()))
    body["children"] = tuple(_node(item) for item in body.get("children", ()))
    body["content"] = tuple(body.get("content", ()))
    body["runs"] = tuple(tuple(names) for names in body.get("runs", ()))
    body["choices"] = tuple(
        tuple(tuple(names) for names in choice) for choice in body.get("choices", ())
    )
    body["identities"] = tuple(
        Identity(**{**item, "fields": tuple(item["fields"])}) for item in body.get("identities", ())
    )
    return Node(**body)


def _field(body: dict[str, Any]) -> Field:
    body = dict(body)
    body["kind"] = Kind(body["kind"])
    if "facets" in body:
        body["facets"] = _facets(body["facets"])
    return Field(**body)


def _facets(body: dict[str, Any]) -> Facets:
    body = dict(body)
    if "patterns" in body:
        body["patterns"] = tuple(tuple(group) for group in body["patterns"])
    if "enumeration" in body:
        body["enumeration"] = tuple(body["enumeration"])
    return Facets(**body)
