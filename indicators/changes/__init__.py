"""What changed since an earlier moment (?so-voi=): figures, verdicts, the catalogue."""
