"""Speak the languages people read: gettext catalogues and the one translator."""

from store.language.translator import DEFAULT as DEFAULT
from store.language.translator import FAMILY_LANGUAGES as FAMILY_LANGUAGES
from store.language.translator import LANGUAGES as LANGUAGES
from store.language.translator import Called as Called
from store.language.translator import Kinds as Kinds
from store.language.translator import Translator as Translator
from store.language.translator import mark as mark
