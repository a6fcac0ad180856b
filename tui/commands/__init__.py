"""The command line, one file a command. Each has `add(commands, t)` and `run(options, context)`."""
