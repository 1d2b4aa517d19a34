-- Accounts, sessions and invitations of one board, in a file of their own beside it. Rows change here: what must
-- last is in the board's journal, what is secret is only here, and never as it was typed.

CREATE TABLE board (identity TEXT NOT NULL);

CREATE TABLE account (
    number INTEGER PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    agency TEXT NOT NULL,
    roles TEXT NOT NULL,
    locked INTEGER NOT NULL DEFAULT 0,
    secret TEXT
) STRICT;

-- Times are seconds since 1970. A token is kept as its SHA-256: whoever reads the file can use none.
CREATE TABLE invitation (
    token TEXT PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account,
    until REAL NOT NULL
) STRICT;

CREATE TABLE session (
    token TEXT PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account,
    began REAL NOT NULL,
    seen REAL NOT NULL
) STRICT;

-- Browsers in which somebody signed in: strangers who try the same name do not slow them.
CREATE TABLE browser (
    token TEXT NOT NULL,
    account INTEGER NOT NULL REFERENCES account,
    PRIMARY KEY (token, account)
) STRICT;

-- Wrong passwords in a row, by account name and where they came from.
CREATE TABLE failure (
    login TEXT NOT NULL,
    origin TEXT NOT NULL,
    count INTEGER NOT NULL,
    last REAL NOT NULL,
    PRIMARY KEY (login, origin)
) STRICT;
