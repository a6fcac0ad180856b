"""One screen a file, its styles in `tui/styles` under the same name."""
