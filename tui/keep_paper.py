"""The sheets of a talk that is done, made by themselves in the folder that was chosen for paper."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from store.domain.talk import Talk
from store.domain.year.standing import with_what_was_held
from tui.desk.desk import Desk
from tui.desk.files_out import make_paper, paper_place
from tui.desk.year.follow_up import plans_so_far
from tui.desk.year_days import held_since
from tui.navigation import Navigator
from tui.words.paper import paper_refused_words, paper_words


async def keep_paper(talk: Talk, desk: Desk, navigator: Navigator) -> None:
    """Make the sheets of a talk beside the screen, where a folder was chosen; say what is wrong with them."""
    place, t = paper_place(desk.repository, navigator.exports), navigator.t
    if not place.chosen:
        return
    try:
        told, now = with_what_was_held(talk, held_since(talk, desk)), desk.now()
        so_far = plans_so_far(talk, desk)
        paper = await asyncio.to_thread(make_paper, told, desk.school, t, now, place.folder, so_far)
    except OSError as error:
        navigator.say(paper_refused_words(error, t))
        return
    if paper.missing or not paper.fits:
        # the curtain tells nobody what is spoken at whose home
        navigator.say(paper_words(replace(paper, without_catalogue=""), t))
