"""Words for records, in the language of a translator. What people typed is never interpreted."""

from store.export.wording.days import day_long as day_long
from store.export.wording.days import day_short as day_short
from store.export.wording.days import month_words as month_words
from store.export.wording.days import period_words as period_words
from store.export.wording.days import time_words as time_words
from store.export.wording.moments import MomentRow as MomentRow
from store.export.wording.moments import channel_of as channel_of
from store.export.wording.moments import channel_words as channel_words
from store.export.wording.moments import moment_row as moment_row
from store.export.wording.moments import moment_when as moment_when
from store.export.wording.moments import when_words as when_words
from store.export.wording.moments import without_words as without_words
from store.export.wording.people import company_words as company_words
from store.export.wording.people import listed as listed
from store.export.wording.people import parents_words as parents_words
from store.export.wording.people import present_words as present_words
from store.export.wording.people import teacher_words as teacher_words
from store.export.wording.people import voice_words as voice_words
from store.export.wording.sentences import moment_sentence as moment_sentence
from store.export.wording.states import missing_words as missing_words
from store.export.wording.states import outlook_words as outlook_words
from store.export.wording.states import state_words as state_words
