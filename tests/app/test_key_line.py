"""The key line and the help of every screen, in every state: what leads on is there, and all of it works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from textual.widgets import Input, OptionList

from store.language import Translator
from tests.app.scenes import PRACTICE, SCENES, Scene, Stage, families
from tests.screens.classroom import Visit, opened
from tui.keys import EVERYWHERE, KEYS, face
from tui.screens.help import help_rows
from tui.screens.page import Page
from tui.widgets.capture_line import BoardInput, passed_on
from tui.widgets.foot.key_line import KeyLine
from tui.widgets.line_input import LineInput
from tui.widgets.quiet_text import QuietText

ENDS_THE_APP = {"quit", "demo", "rescue"}
"""Keys that would end the app, or put another day in the place of this one."""
OF_TEXTUAL = ("app.focus_", "screen.copy_text", "help_quit", "scroll_", "page_")
"""What Textual binds everywhere: another field, where there is none, copying by mouse, scrolling."""
STEPS_ASIDE = {"left", "right", "delete"}
"""Keys that edit a line, and on an empty one are for the page."""
NO_HELP = "curtain, locked"
"""Where nothing leads anywhere, and all keys stand on the key line."""


async def test_the_key_line_tells_what_matters_the_help_all_that_works_and_all_it_tells_happens(
    tmp_path: Path,
) -> None:
    wrong: list[str] = []
    done: dict[str, bool] = {}
    tried: dict[str, tuple[Scene, tuple[str, ...]]] = {}
    async with opened(tmp_path, families()) as visit:
        stage, languages = Stage(visit), (Translator("en"), visit.t)
        for scene in (*PRACTICE, *SCENES):
            page = await stage.put_up(scene)
            faults = [*on_key_line(page, languages), *in_help(page)]
            shown = str(page.query_one("#keys", QuietText).render()).rstrip()
            if shown.endswith(f"F1 {visit.t('help')}") is (scene.name == NO_HELP):
                faults.append("help")
            wrong += [f"{scene.name}: {each}" for each in faults]
            if scene in PRACTICE:
                continue
            tried |= {name: (scene, keys[:1]) for keys, name in to_be_tried(page) if not done.get(name)}
            await try_out(stage, scene, page, done)
        # what an earlier key had used up has another go on a scene as it was
        for name in [each for each, worked in done.items() if not worked]:
            scene, keys = tried[name]
            await stage.put_up(scene)
            done[name] = await does_something(visit, *keys)
    assert wrong == [], "\n".join(wrong)
    assert [name for name, worked in done.items() if not worked] == []


async def test_what_is_said_moves_nothing_on_the_page_however_long_it_is(tmp_path: Path) -> None:
    async with opened(tmp_path, families()) as visit:
        page = await Stage(visit).put_up(next(scene for scene in SCENES if scene.name == "board, points"))
        before = visit.text.splitlines()
        for lines in (1, 2, 4):
            said = " ".join(["woorden " * 8] * lines)
            page.say(said)
            await visit.dealt_with()
            assert " ".join(said.split()) in visit.flat
            own = min(lines + 1, 4)
            assert visit.text.splitlines()[:-own] == before[:-own]
            assert f"F9 {visit.t('agreements')}" in visit.text, "the key that leads on stays"
            if lines < 3:
                assert visit.text.splitlines()[-1] == before[-1], "the keys have their line to themselves"
        page.hush()
        await visit.dealt_with()
        assert visit.text.splitlines() == before


async def try_out(stage: Stage, scene: Scene, page: Page, done: dict[str, bool]) -> None:
    """Press what the help tells here and has not yet been seen to do something; note what does."""
    visit = stage.visit
    for keys, name in to_be_tried(page):
        # of two ways one may be at its end, and on an empty line there may be nothing to take
        for tried in (*((key,) for key in keys), ("/", *keys[:1])):
            if done.get(name):
                break
            while visit.app.screen is not page and page in visit.app.screen_stack:
                await visit.app.pop_screen()
            if visit.app.screen is not page:
                page = await stage.put_up(scene)
            done[name] = await does_something(visit, *tried)


def on_key_line(page: Page, languages: tuple[Translator, ...]) -> Iterator[str]:
    """What falls off the key line in these languages, or is not told in the help."""
    line = page.query_one(KeyLine)
    for page.t in languages:
        page.show_keys()
        shown = str(line.query_one("#keys").render())
        yield from (f"{key} {label}" for key, label in page.key_labels() if f"{key} {label}" not in shown)
    faces = {face(key) for keys, _ in help_rows(page) for key in keys}
    if page.is_live("help"):
        yield from (f"{key} is not told" for key, _ in page.key_labels() if key not in faces)


def in_help(page: Page) -> Iterator[str]:
    """What works and is not told, and what is told and doesn't work."""
    shown = {key for keys, _ in help_rows(page) for key in keys if key not in dict(page.SIGNS)}
    works = set(live(page))
    yield from (f"{key} is not told" for key in sorted(works - shown - {"shift+tab"}))
    yield from (f"{key} does not work" for key in sorted(shown - works))


def live(page: Page) -> Iterator[str]:
    """The keys that are bound and do something here, but for those that only edit a line."""
    editing = {key for kind in (Input, LineInput) for each in kind.BINDINGS for key in _keys(each)} - {
        "enter"
    }
    for key, each in page.active_bindings.items():
        if not each.enabled or each.binding.action.startswith(OF_TEXTUAL):
            continue
        if isinstance(each.node, Input):
            aside = key in STEPS_ASIDE and isinstance(each.node, BoardInput)
            if (key not in editing or aside) and passed_on(key, page) and page.hears(key):
                yield key
        elif not isinstance(each.node, OptionList) or page.hears(key):
            yield key


def _keys(binding: object) -> list[str]:
    return str(getattr(binding, "key", "")).split(",")


def to_be_tried(page: Page) -> Iterator[tuple[tuple[str, ...], str]]:
    """The keys that the help tells of, each row with a name; those of every screen only once.

    How a list steps from row to row is Textual's.
    """
    table = {KEYS[each].action: KEYS[each] for each in (*page.HERE, *EVERYWHERE)}
    for keys, _ in help_rows(page):
        found = page.active_bindings.get(keys[0])
        here = table.get(found.binding.action) if found else None
        steps = found is not None and isinstance(found.node, OptionList) and "enter" not in keys
        if found is not None and not steps and not (here and here.id in ENDS_THE_APP):
            where = "everywhere" if here and here.everywhere else type(page).__name__
            yield keys[:1] if here else keys, f"{where}: {keys[0]}"


async def does_something(visit: Visit, *keys: str) -> bool:
    """Press keys; say whether the last one changed something on the screen."""
    *first, last = keys
    for key in first:
        visit.clock.go_on(seconds=1.5)
        await visit.press(key)
    before = looks(visit)
    visit.clock.go_on(seconds=1.5)
    await visit.press(last)
    return looks(visit) != before


def looks(visit: Visit) -> tuple[object, ...]:
    """What can be seen, and where the cursor is."""
    focused = visit.app.focused
    at = focused.cursor_position if isinstance(focused, Input) else getattr(focused, "highlighted", None)
    return visit.app.screen, visit.text, at
