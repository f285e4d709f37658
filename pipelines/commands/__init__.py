"""The commands of the command line. Heavy imports stand inside them, so that --help is quick."""
