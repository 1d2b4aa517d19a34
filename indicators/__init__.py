"""What the figures of the education programme mean: catalogue, store, progress, wording, charts."""

# The release: raised here alone, with an entry in CHANGELOG.md.
__version__ = "1.0.0"
