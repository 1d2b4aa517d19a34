-- Which version an undo takes back; NULL in all other entries, and in those of schema 1.
ALTER TABLE version ADD COLUMN undoes INTEGER;

-- What follows boards of schema 1 gained without another number: the later ones have it already.

-- What the check said of a file that was recorded, in the order of its sheets and rows.
CREATE TABLE IF NOT EXISTS finding (
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    severity VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    row INTEGER,
    "column" VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    message VARCHAR NOT NULL
);

-- The file, sheet and row that a yearly plan came in; NULL in targets that the catalogue gave.
ALTER TABLE target ADD COLUMN IF NOT EXISTS upload INTEGER;
ALTER TABLE target ADD COLUMN IF NOT EXISTS sheet VARCHAR;
ALTER TABLE target ADD COLUMN IF NOT EXISTS row INTEGER;
