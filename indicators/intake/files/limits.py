"""How much a file may hold before it is refused."""

from dataclasses import dataclass, fields

from indicators.catalogue.records import Catalogue


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a file may hold: bytes as sent and unpacked, rows with data, columns, cells."""

    upload_bytes: int = 20_000_000
    upload_unpacked_bytes: int = 400_000_000
    upload_rows: int = 200_000
    upload_columns: int = 500
    # A few far columns over all rows would fill the memory before the other limits are met.
    upload_cells: int = 12_000_000

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Limits":
        """Take what the settings say, which have the names of the fields."""
        names = [field.name for field in fields(cls)]
        settings = catalogue.setting_values
        return cls(**{name: int(settings[name]) for name in names if name in settings})


LIMITS = Limits()
