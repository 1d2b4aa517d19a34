-- A board as software of schema 1 made it before it kept findings, with the hashes it gave. Never edit.

CREATE TABLE board(application VARCHAR NOT NULL, schema_version INTEGER NOT NULL, nature VARCHAR NOT NULL, CHECK((nature IN ('real', 'illustrative'))));
CREATE TABLE "version"(number INTEGER PRIMARY KEY, "at" TIMESTAMP NOT NULL, kind VARCHAR NOT NULL, "by" VARCHAR NOT NULL, agency VARCHAR NOT NULL, "method" INTEGER NOT NULL, note VARCHAR NOT NULL, previous_hash VARCHAR NOT NULL, hash VARCHAR NOT NULL, CHECK((kind IN ('seed', 'upload', 'undo', 'catalogue', 'setting'))));
CREATE TABLE upload(upload INTEGER NOT NULL, "version" INTEGER NOT NULL, file_name VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, "content" BLOB, sender VARCHAR NOT NULL, agency VARCHAR NOT NULL, state VARCHAR NOT NULL, rows_read INTEGER NOT NULL, rows_loaded INTEGER NOT NULL, warnings INTEGER NOT NULL);
CREATE TABLE observation("version" INTEGER NOT NULL, upload INTEGER, indicator VARCHAR NOT NULL, area VARCHAR NOT NULL, "group" VARCHAR NOT NULL, "year" INTEGER NOT NULL, period VARCHAR NOT NULL, "value" DOUBLE, numerator DOUBLE, denominator DOUBLE, "label" VARCHAR NOT NULL, status VARCHAR NOT NULL, back_cast BOOLEAN NOT NULL, break_before BOOLEAN NOT NULL, "source" VARCHAR NOT NULL, "document" VARCHAR NOT NULL, document_date DATE, link VARCHAR NOT NULL, note VARCHAR NOT NULL, sheet VARCHAR NOT NULL, "row" INTEGER);
CREATE TABLE "document"("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, code VARCHAR NOT NULL, "name" VARCHAR NOT NULL, issuer VARCHAR NOT NULL, issued DATE NOT NULL);
CREATE TABLE "group"("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, code VARCHAR NOT NULL, "position" INTEGER NOT NULL, "name" VARCHAR NOT NULL, name_en VARCHAR NOT NULL, doc_ref VARCHAR NOT NULL, aim VARCHAR NOT NULL);
CREATE TABLE agency("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, "name" VARCHAR NOT NULL, short_name VARCHAR NOT NULL);
CREATE TABLE indicator("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, code VARCHAR NOT NULL, "position" INTEGER NOT NULL, "group" VARCHAR NOT NULL, "name" VARCHAR NOT NULL, short_name VARCHAR NOT NULL, name_en VARCHAR NOT NULL, unit VARCHAR NOT NULL, kind VARCHAR NOT NULL, "rule" VARCHAR NOT NULL, direction VARCHAR, base_year INTEGER, decimals INTEGER NOT NULL, lower DOUBLE, upper DOUBLE, is_share BOOLEAN NOT NULL, accumulates VARCHAR NOT NULL, year_basis VARCHAR NOT NULL, definition VARCHAR NOT NULL, collection VARCHAR NOT NULL, doc VARCHAR NOT NULL, doc_ref VARCHAR NOT NULL, lead VARCHAR NOT NULL, measure VARCHAR NOT NULL, proposed VARCHAR NOT NULL, note VARCHAR NOT NULL);
CREATE TABLE "target"("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, indicator VARCHAR NOT NULL, "scope" VARCHAR NOT NULL, "year" INTEGER NOT NULL, comparator VARCHAR NOT NULL, "value" DOUBLE, from_year INTEGER, doc VARCHAR NOT NULL, doc_ref VARCHAR NOT NULL, wording VARCHAR NOT NULL, note VARCHAR NOT NULL);
CREATE TABLE area("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, code VARCHAR NOT NULL, "name" VARCHAR NOT NULL, short_name VARCHAR NOT NULL, kind VARCHAR NOT NULL, parent VARCHAR NOT NULL, valid_from DATE, valid_to DATE);
CREATE TABLE area_origin("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, area VARCHAR NOT NULL, province VARCHAR NOT NULL, formed_from VARCHAR NOT NULL);
CREATE TABLE breakdown("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, dimension VARCHAR NOT NULL, "value" VARCHAR NOT NULL, "position" INTEGER NOT NULL, note VARCHAR NOT NULL);
CREATE TABLE indicator_breakdown("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, indicator VARCHAR NOT NULL, dimension VARCHAR NOT NULL, "value" VARCHAR NOT NULL, "role" VARCHAR NOT NULL);
CREATE TABLE task_group("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, code VARCHAR NOT NULL, "name" VARCHAR NOT NULL);
CREATE TABLE task("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, code VARCHAR NOT NULL, "group" VARCHAR NOT NULL, summary VARCHAR NOT NULL, doc_ref VARCHAR NOT NULL, indicators VARCHAR NOT NULL, lead VARCHAR NOT NULL);
CREATE TABLE setting("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, "name" VARCHAR NOT NULL, "value" VARCHAR NOT NULL, note VARCHAR NOT NULL);
INSERT INTO "board" VALUES
    ('bang-theo-doi-71', 1, 'real');
INSERT INTO "version" VALUES
    (1, TIMESTAMP '2026-11-24 20:45:58.967551', 'seed', 'Lan', '', 1, 'Danh mục ban đầu', 'edc08661519a4bb5ec11598b4973f63cf5255a74b5502ad9f5f3e1b6b7e03d7b', 'd7da1d428d4b2050cb7e7995e59f31c66dce0b9420d8b952e83ccb686dd04782'),
    (2, TIMESTAMP '2026-11-24 20:45:59.169863', 'upload', 'Minh', 'Sở GD&ĐT', 1, 'Tệp so_lieu.csv', 'd7da1d428d4b2050cb7e7995e59f31c66dce0b9420d8b952e83ccb686dd04782', 'cf1680b2f735ceb388c5e2e7affdbec1a228b9d1b1dcc5166929188f5882dd9a'),
    (3, TIMESTAMP '2026-11-24 20:45:59.294769', 'undo', 'Minh', '', 1, 'Hoàn tác phiên bản 2', 'cf1680b2f735ceb388c5e2e7affdbec1a228b9d1b1dcc5166929188f5882dd9a', '6a2e58c1b6b40c42bab9d9318b302bf5c53adbd9dd9ac0ab8473d0e36527e2e1');
INSERT INTO "upload" VALUES
    (2, 2, 'so_lieu.csv', '731695096c686e32b8c6a17b15226be29277519f591ddcf799091aa102e54f8a', '\x6D\x61\x5F\x63\x68\x69\x5F\x74\x69\x65\x75\x2C\x6E\x61\x6D\x2C\x67\x69\x61\x5F\x74\x72\x69\x0A\x4D\x4C\x30\x32\x2C\x32\x30\x32\x35\x2C\x37\x36\x2E\x39\x38\x0A'::BLOB, 'Minh', 'Sở GD&ĐT', 'approved', 0, 0, 0);
INSERT INTO "observation" VALUES
    (2, 2, 'ML02', '31', '', 2025, 'nam', 76.98, NULL, NULL, '', 'chính thức', false, false, 'Sở GD&ĐT', '', NULL, '', '', '', 2),
    (2, 2, 'ML02', '31', '', 2026, 'nam', 78.5, NULL, NULL, '', 'chính thức', false, false, 'Sở GD&ĐT', '', DATE '2026-01-05', '', '', '', 3),
    (3, NULL, 'ML02', '31', '', 2026, 'nam', NULL, NULL, NULL, '', 'chính thức', false, false, 'Sở GD&ĐT', '', NULL, '', '', '', NULL);
INSERT INTO "document" VALUES
    (1, 0, false, '02-CTr', 'Chương trình', 'Thành ủy', DATE '2025-10-20');
INSERT INTO "group" VALUES
    (1, 0, false, 'ML', 1, 'Mạng lưới', 'Network', 'II.1', '');
INSERT INTO "agency" VALUES
    (1, 0, false, 'Sở Giáo dục và Đào tạo', 'Sở GD&ĐT');
INSERT INTO "indicator" VALUES
    (1, 0, false, 'ML02', 1, 'ML', 'Tên của ML02', 'ML02', '', '%', 'percent', 'reach', 'up', 2025, 1, 0.0, 100.0, true, 'stock', 'năm học', 'Định nghĩa.', '', '02-CTr', 'II.1', 'Sở GD&ĐT', 'document', '', ''),
    (1, 1, false, 'ML01', 2, 'ML', 'Tên của ML01', 'ML01', '', '%', 'percent', 'reach', 'up', 2025, 1, 0.0, 100.0, true, 'stock', 'năm học', 'Định nghĩa.', '', '02-CTr', 'II.1', 'Sở GD&ĐT', 'document', '', '');
INSERT INTO "target" VALUES
    (1, 0, false, 'ML02', 'city', 2030, '>=', 85.0, NULL, '02-CTr', 'II.1', 'ít nhất', ''),
    (1, 1, false, 'ML02', 'city', 2035, '>=', 95.0, NULL, '02-CTr', 'II.1', 'trên', '');
INSERT INTO "area" VALUES
    (1, 0, false, '31', 'Thành phố Hải Phòng', 'Hải Phòng', 'thành phố', '', DATE '2025-07-01', NULL),
    (1, 1, false, 'VN', 'Cả nước', 'Cả nước', 'cả nước', '', NULL, NULL);
INSERT INTO "area_origin" VALUES
    (1, 0, false, '31', 'Hải Phòng', 'Hải Phòng và Hải Dương');
INSERT INTO "breakdown" VALUES
    (1, 0, false, 'cấp học', 'Tiểu học', 1, '');
INSERT INTO "indicator_breakdown" VALUES
    (1, 0, false, 'ML02', 'cấp học', 'Tiểu học', 'partition');
INSERT INTO "task_group" VALUES
    (1, 0, false, '1', 'Thể chế');
INSERT INTO "task" VALUES
    (1, 0, false, '1.1', '1', 'Rà soát', 'III.1', 'ML02', 'Sở GD&ĐT');
INSERT INTO "setting" VALUES
    (1, 0, false, 'on_track_ratio', '0.95', ''),
    (1, 1, false, 'slow_ratio', '0.60', '');
