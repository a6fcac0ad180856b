"""The keys a widget has bound itself, before Textual has passed a key up to the app."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding
from textual.widget import Widget


def own_bindings(widget: Widget, key: str) -> Sequence[Binding]:
    """Return what this key is bound to on the widget itself; nothing public of Textual's says it by key.

    Textual runs bindings from the app downwards only: https://github.com/Textualize/textual/issues/3118
    """
    return widget._bindings.key_to_bindings.get(key, ())
