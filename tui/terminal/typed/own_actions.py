"""What the keys a widget has bound itself do, before Textual has passed a key up to the app."""

from __future__ import annotations

from textual.widget import Widget


def own_actions(widget: Widget) -> dict[str, str]:
    """Return the action of each key that is bound on the widget itself.

    Nothing public of Textual's says it by key: https://github.com/Textualize/textual/issues/6605
    """
    return {key: found[0].action for key, found in widget._bindings.key_to_bindings.items() if found}
