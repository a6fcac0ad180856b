"""The languages people read: gettext catalogues and the one translator."""
