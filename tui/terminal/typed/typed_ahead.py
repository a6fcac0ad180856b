"""What is typed while nothing can be done with it yet: it waits, in its order, for the screen that comes."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import dropwhile

from textual.events import Event, Key, Paste


@dataclass(slots=True)
class TypedAhead:
    """Keys and pastes that are held back while `holding`."""

    holding: bool = False
    events: list[Event] = field(default_factory=list)

    def take(self, event: Event) -> bool:
        """Hold back what was typed; False when it is let through."""
        if not self.holding:
            return False
        # as new ones: an event that was stopped on its way goes nowhere any more
        match event:
            case Key():
                self.events.append(Key(event.key, event.character))
            case Paste():
                self.events.append(Paste(event.text))
            case _:
                return False
        return True

    def release(self) -> tuple[Event, ...]:
        """Return what was held back, and hold back no more. An Enter in front is impatience, no answer."""
        self.holding = False
        events, self.events = self.events, []
        return tuple(dropwhile(lambda event: isinstance(event, Key) and event.key == "enter", events))
