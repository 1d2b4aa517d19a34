"""The tables that go out, as CSV and in workbooks: tracking, figures, comparison, sources."""
