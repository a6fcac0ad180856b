"""Every rule, by name, with what breaks it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tests.structure.complexity import MOST_WAYS, tangled_functions
from tests.structure.cycles import import_cycles
from tests.structure.docstrings import without_docstring, without_verb
from tests.structure.given_twice import names_given_twice
from tests.structure.merges import unmerged_lines
from tests.structure.pointers import outside_pointers
from tests.structure.private_names import gone, private_names
from tests.structure.sizes import MOST_FILES, MOST_LINES, crowded_folders, long_functions

RULES: dict[str, Callable[[], list[str]]] = {
    f"functions over {MOST_LINES} lines": long_functions,
    f"functions with more than {MOST_WAYS} ways through them": tangled_functions,
    f"folders with more than {MOST_FILES} files": crowded_folders,
    "import cycles": import_cycles,
    "merges left halfway": unmerged_lines,
    "names that a module gives twice": names_given_twice,
    "pointers to documents outside the repository": outside_pointers,
    "private names of Textual outside tui/terminal": partial(private_names, inside=False),
    "private names in use that Textual no longer has": gone,
    "public functions whose docstring begins without a verb": without_verb,
    "public functions without a docstring": without_docstring,
}
