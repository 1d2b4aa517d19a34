-- What the schema gained after the first boards were in use. Run whenever a board is opened for writing, so each
-- statement must do nothing where its table or column is there already. A new column allows NULL, without a default.

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

-- Which version an undo takes back; NULL in all other entries, and in those of schema 1.
ALTER TABLE version ADD COLUMN IF NOT EXISTS undoes INTEGER;

-- Which board this is, whatever its file is called and wherever it lies. Earlier boards are known by their beginning, so
-- that copies of one that grow apart from each other still get the same.
ALTER TABLE board ADD COLUMN IF NOT EXISTS identity VARCHAR;
UPDATE board SET identity = coalesce((SELECT hash FROM version WHERE number = 1), uuid()::VARCHAR)
WHERE identity IS NULL;

-- Software that knows no such column refuses the board from now on, rather than write into it.
UPDATE board SET schema_version = 3 WHERE schema_version < 3;
