"""How much a file may hold before it is refused."""

from dataclasses import dataclass, fields

from indicators.catalogue.records import Catalogue


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a file may hold.

    Bytes as sent and unpacked; rows with data, columns, cells; of a workbook visible sheets, styles
    of cells, number formats and shared texts; letters of a cell, a word, a number format; seconds
    and bytes of memory that its reading may take. Of files with over `upload_rows_alone` rows one
    is examined at a time.
    """

    upload_bytes: int = 20_000_000
    upload_unpacked_bytes: int = 400_000_000
    upload_rows: int = 200_000
    upload_columns: int = 500
    # A few far columns over all rows would fill the memory before the other limits are met.
    upload_cells: int = 12_000_000
    upload_sheets: int = 500
    # Excel writes no more than 65 490 styles, a few hundred formats of 255 letters, and cells of
    # 32 767 letters.
    upload_styles: int = 65_490
    upload_formats: int = 1_000
    upload_strings: int = 2_000_000
    upload_cell_letters: int = 32_767
    upload_word_letters: int = 2_000
    upload_format_letters: int = 255
    # On a busy machine the largest file that is accepted takes about half of both.
    upload_seconds: int = 180
    upload_memory_bytes: int = 2_000_000_000
    upload_rows_alone: int = 20_000

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Limits":
        """Take what the settings say, which have the names of the fields."""
        names = [field.name for field in fields(cls)]
        settings = catalogue.setting_values
        return cls(**{name: int(settings[name]) for name in names if name in settings})


LIMITS = Limits()
