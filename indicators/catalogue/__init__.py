"""The programme's definitions: CSV files here, and the loader that refuses wrong rows."""
