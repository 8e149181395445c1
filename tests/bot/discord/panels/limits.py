"""What Discord refuses in a message, whatever it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import discord


def written(view: discord.ui.LayoutView) -> list[dict[str, Any]]:
    """The components as Discord gets them."""
    return list(view.to_components())  # type: ignore[no-untyped-call]


def check(view: discord.ui.LayoutView) -> None:
    """Raise AssertionError where Discord would refuse the message."""
    parts = list(view.walk_children())
    payload = written(view)
    assert payload
    assert len(parts) <= 40
    assert sum(len(each["content"].encode("utf-16-le")) // 2 for each in _all(payload, 10)) <= 4000
    assert all(each["content"] for each in _all(payload, 10))
    ids = [
        each["custom_id"] for kind in (2, 3, 8) for each in _all(payload, kind) if "url" not in each
    ]
    assert len(ids) == len(set(ids))
    assert all(len(each) <= 100 for each in ids)
    for each in _all(payload, 2):
        assert 1 <= len(each["label"]) <= 80
        assert len(each.get("url") or "") <= 512
    for menu in _all(payload, 3):
        assert 1 <= len(menu["options"]) <= 25
        assert len(menu.get("placeholder") or "") <= 150
        values = [option["value"] for option in menu["options"]]
        assert len(values) == len(set(values))
        for option in menu["options"]:
            assert 1 <= len(option["label"]) <= 100
            assert 1 <= len(option["value"]) <= 100
            assert len(option.get("description") or "") <= 100


def _all(components: list[dict[str, Any]], kind: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for each in components:
        inner = [*each.get("components", []), *filter(None, [each.get("accessory")])]
        found += [each] * (each["type"] == kind) + _all(inner, kind)
    return found
