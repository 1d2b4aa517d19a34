-- Insert-only: a row is never changed or removed. `version` says which entry of the journal brought it; the row in
-- force for a key is its newest. A new board is laid out so; one of an earlier schema becomes the same by steps/.

-- `identity` says which board this is, whatever its file is called and wherever it lies.
CREATE TABLE board (
    application VARCHAR NOT NULL,
    schema_version INTEGER NOT NULL,
    nature VARCHAR NOT NULL CHECK (nature IN ('real', 'illustrative')),
    identity VARCHAR
);

-- The journal. Times are UTC and say when, never in which order: the number does that. `undoes` is the version that an
-- undo takes back.
CREATE TABLE version (
    number INTEGER PRIMARY KEY,
    "at" TIMESTAMP NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('seed', 'upload', 'undo', 'catalogue', 'setting')),
    "by" VARCHAR NOT NULL,
    agency VARCHAR NOT NULL,
    method INTEGER NOT NULL,
    note VARCHAR NOT NULL,
    previous_hash VARCHAR NOT NULL,
    hash VARCHAR NOT NULL,
    undoes INTEGER
);

-- A file as received. `upload` is the version that first brought it; a later row of the same upload changes its state
-- and leaves the content NULL.
CREATE TABLE upload (
    upload INTEGER NOT NULL,
    version INTEGER NOT NULL,
    file_name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    content BLOB,
    sender VARCHAR NOT NULL,
    agency VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    rows_read INTEGER NOT NULL,
    rows_loaded INTEGER NOT NULL,
    warnings INTEGER NOT NULL
);

-- `upload` names the file a figure came in; NULL when it came without one. No value and no label: withdrawn.
CREATE TABLE observation (
    version INTEGER NOT NULL,
    upload INTEGER,
    indicator VARCHAR NOT NULL,
    area VARCHAR NOT NULL,
    "group" VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    period VARCHAR NOT NULL,
    value DOUBLE,
    numerator DOUBLE,
    denominator DOUBLE,
    label VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    back_cast BOOLEAN NOT NULL,
    break_before BOOLEAN NOT NULL,
    source VARCHAR NOT NULL,
    document VARCHAR NOT NULL,
    document_date DATE,
    link VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    row INTEGER
);

-- What the check said of a file that was recorded, in the order of its sheets and rows.
CREATE TABLE finding (
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

-- The catalogue: a table a record class, its fields in order. `seq` keeps the programme's order.
CREATE TABLE document (
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    code VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    issuer VARCHAR NOT NULL,
    issued DATE NOT NULL
);

CREATE TABLE "group" (
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    code VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    doc_ref VARCHAR NOT NULL,
    aim VARCHAR NOT NULL
);

CREATE TABLE agency (
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    name VARCHAR NOT NULL,
    short_name VARCHAR NOT NULL
);

CREATE TABLE indicator (
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    code VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    "group" VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    short_name VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    direction VARCHAR,
    base_year INTEGER,
    decimals INTEGER NOT NULL,
    lower DOUBLE,
    upper DOUBLE,
    is_share BOOLEAN NOT NULL,
    accumulates VARCHAR NOT NULL,
    year_basis VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    collection VARCHAR NOT NULL,
    doc VARCHAR NOT NULL,
    doc_ref VARCHAR NOT NULL,
    lead VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    proposed VARCHAR NOT NULL,
    note VARCHAR NOT NULL
);

-- `upload`, `sheet` and `row` say where a yearly plan came in; NULL in targets that the catalogue gave.
CREATE TABLE target (
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    indicator VARCHAR NOT NULL,
    scope VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    comparator VARCHAR NOT NULL,
    value DOUBLE,
    from_year INTEGER,
    doc VARCHAR NOT NULL,
    doc_ref VARCHAR NOT NULL,
    wording VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    upload INTEGER,
    sheet VARCHAR,
    row INTEGER
);

CREATE TABLE area (
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    code VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    short_name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    parent VARCHAR NOT NULL,
    valid_from DATE,
    valid_to DATE
);

CREATE TABLE area_origin (
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    area VARCHAR NOT NULL,
    province VARCHAR NOT NULL,
    formed_from VARCHAR NOT NULL
);

CREATE TABLE breakdown (
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    dimension VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    note VARCHAR NOT NULL
);

CREATE TABLE indicator_breakdown (
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    indicator VARCHAR NOT NULL,
    dimension VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    role VARCHAR NOT NULL
);

CREATE TABLE task_group (
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    code VARCHAR NOT NULL,
    name VARCHAR NOT NULL
);

CREATE TABLE task (
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    code VARCHAR NOT NULL,
    "group" VARCHAR NOT NULL,
    summary VARCHAR NOT NULL,
    doc_ref VARCHAR NOT NULL,
    indicators VARCHAR NOT NULL,
    lead VARCHAR NOT NULL
);

CREATE TABLE setting (
    version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    name VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    note VARCHAR NOT NULL
);
