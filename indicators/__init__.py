"""What the figures of the education programme mean: catalogue, store, progress, wording, charts."""
