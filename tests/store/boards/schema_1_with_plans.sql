-- A board as the last software of schema 1 made it (799e9f9), with findings, a plan and an undo. Never edit.

CREATE TABLE agency("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, "name" VARCHAR NOT NULL, short_name VARCHAR NOT NULL);
CREATE TABLE area("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, code VARCHAR NOT NULL, "name" VARCHAR NOT NULL, short_name VARCHAR NOT NULL, kind VARCHAR NOT NULL, parent VARCHAR NOT NULL, valid_from DATE, valid_to DATE);
CREATE TABLE area_origin("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, area VARCHAR NOT NULL, province VARCHAR NOT NULL, formed_from VARCHAR NOT NULL);
CREATE TABLE board(application VARCHAR NOT NULL, schema_version INTEGER NOT NULL, nature VARCHAR NOT NULL, CHECK((nature IN ('real', 'illustrative'))));
CREATE TABLE breakdown("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, dimension VARCHAR NOT NULL, "value" VARCHAR NOT NULL, "position" INTEGER NOT NULL, note VARCHAR NOT NULL);
CREATE TABLE "document"("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, code VARCHAR NOT NULL, "name" VARCHAR NOT NULL, issuer VARCHAR NOT NULL, issued DATE NOT NULL);
CREATE TABLE finding("version" INTEGER NOT NULL, seq INTEGER NOT NULL, severity VARCHAR NOT NULL, kind VARCHAR NOT NULL, sheet VARCHAR NOT NULL, "row" INTEGER, "column" VARCHAR NOT NULL, "text" VARCHAR NOT NULL, message VARCHAR NOT NULL);
CREATE TABLE "group"("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, code VARCHAR NOT NULL, "position" INTEGER NOT NULL, "name" VARCHAR NOT NULL, name_en VARCHAR NOT NULL, doc_ref VARCHAR NOT NULL, aim VARCHAR NOT NULL);
CREATE TABLE indicator("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, code VARCHAR NOT NULL, "position" INTEGER NOT NULL, "group" VARCHAR NOT NULL, "name" VARCHAR NOT NULL, short_name VARCHAR NOT NULL, name_en VARCHAR NOT NULL, unit VARCHAR NOT NULL, kind VARCHAR NOT NULL, "rule" VARCHAR NOT NULL, direction VARCHAR, base_year INTEGER, decimals INTEGER NOT NULL, lower DOUBLE, upper DOUBLE, is_share BOOLEAN NOT NULL, accumulates VARCHAR NOT NULL, year_basis VARCHAR NOT NULL, definition VARCHAR NOT NULL, collection VARCHAR NOT NULL, doc VARCHAR NOT NULL, doc_ref VARCHAR NOT NULL, lead VARCHAR NOT NULL, measure VARCHAR NOT NULL, proposed VARCHAR NOT NULL, note VARCHAR NOT NULL);
CREATE TABLE indicator_breakdown("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, indicator VARCHAR NOT NULL, dimension VARCHAR NOT NULL, "value" VARCHAR NOT NULL, "role" VARCHAR NOT NULL);
CREATE TABLE observation("version" INTEGER NOT NULL, upload INTEGER, indicator VARCHAR NOT NULL, area VARCHAR NOT NULL, "group" VARCHAR NOT NULL, "year" INTEGER NOT NULL, period VARCHAR NOT NULL, "value" DOUBLE, numerator DOUBLE, denominator DOUBLE, "label" VARCHAR NOT NULL, status VARCHAR NOT NULL, back_cast BOOLEAN NOT NULL, break_before BOOLEAN NOT NULL, "source" VARCHAR NOT NULL, "document" VARCHAR NOT NULL, document_date DATE, link VARCHAR NOT NULL, note VARCHAR NOT NULL, sheet VARCHAR NOT NULL, "row" INTEGER);
CREATE TABLE setting("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, "name" VARCHAR NOT NULL, "value" VARCHAR NOT NULL, note VARCHAR NOT NULL);
CREATE TABLE "target"("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, indicator VARCHAR NOT NULL, "scope" VARCHAR NOT NULL, "year" INTEGER NOT NULL, comparator VARCHAR NOT NULL, "value" DOUBLE, from_year INTEGER, doc VARCHAR NOT NULL, doc_ref VARCHAR NOT NULL, wording VARCHAR NOT NULL, note VARCHAR NOT NULL, upload INTEGER, sheet VARCHAR, "row" INTEGER);
CREATE TABLE task("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, code VARCHAR NOT NULL, "group" VARCHAR NOT NULL, summary VARCHAR NOT NULL, doc_ref VARCHAR NOT NULL, indicators VARCHAR NOT NULL, lead VARCHAR NOT NULL);
CREATE TABLE task_group("version" INTEGER NOT NULL, seq INTEGER NOT NULL, withdrawn BOOLEAN NOT NULL, code VARCHAR NOT NULL, "name" VARCHAR NOT NULL);
CREATE TABLE upload(upload INTEGER NOT NULL, "version" INTEGER NOT NULL, file_name VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, "content" BLOB, sender VARCHAR NOT NULL, agency VARCHAR NOT NULL, state VARCHAR NOT NULL, rows_read INTEGER NOT NULL, rows_loaded INTEGER NOT NULL, warnings INTEGER NOT NULL);
CREATE TABLE "version"(number INTEGER PRIMARY KEY, "at" TIMESTAMP NOT NULL, kind VARCHAR NOT NULL, "by" VARCHAR NOT NULL, agency VARCHAR NOT NULL, "method" INTEGER NOT NULL, note VARCHAR NOT NULL, previous_hash VARCHAR NOT NULL, hash VARCHAR NOT NULL, CHECK((kind IN ('seed', 'upload', 'undo', 'catalogue', 'setting'))));
INSERT INTO "agency" VALUES
    (1, 0, false, 'Sở Giáo dục và Đào tạo', 'Sở GD&ĐT');
INSERT INTO "area" VALUES
    (1, 0, false, '31', 'Thành phố Hải Phòng', 'Hải Phòng', 'thành phố', '', DATE '2025-07-01', NULL),
    (1, 1, false, 'VN', 'Cả nước', 'Cả nước', 'cả nước', '', NULL, NULL);
INSERT INTO "area_origin" VALUES
    (1, 0, false, '31', 'Hải Phòng', 'Hải Phòng và Hải Dương');
INSERT INTO "board" VALUES
    ('bang-theo-doi-71', 1, 'real');
INSERT INTO "breakdown" VALUES
    (1, 0, false, 'cấp học', 'Tiểu học', 1, '');
INSERT INTO "document" VALUES
    (1, 0, false, '02-CTr', 'Chương trình', 'Thành ủy', DATE '2025-10-20');
INSERT INTO "finding" VALUES
    (2, 0, 'remark', 'bad_year', 'Biểu 1', 7, 'nam', '1996', 'Năm 1996 trước năm 2015.');
INSERT INTO "group" VALUES
    (1, 0, false, 'ML', 1, 'Mạng lưới', 'Network', 'II.1', '');
INSERT INTO "indicator" VALUES
    (1, 0, false, 'ML02', 1, 'ML', 'Tên của ML02', 'ML02', '', '%', 'percent', 'reach', 'up', 2025, 1, 0.0, 100.0, true, 'stock', 'năm học', 'Định nghĩa.', '', '02-CTr', 'II.1', 'Sở GD&ĐT', 'document', '', ''),
    (1, 1, false, 'ML01', 2, 'ML', 'Tên của ML01', 'ML01', '', '%', 'percent', 'reach', 'up', 2025, 1, 0.0, 100.0, true, 'stock', 'năm học', 'Định nghĩa.', '', '02-CTr', 'II.1', 'Sở GD&ĐT', 'document', '', '');
INSERT INTO "indicator_breakdown" VALUES
    (1, 0, false, 'ML02', 'cấp học', 'Tiểu học', 'partition');
INSERT INTO "observation" VALUES
    (2, 2, 'ML02', '31', '', 2025, 'nam', 76.98, NULL, NULL, '', 'chính thức', false, false, 'Sở GD&ĐT', '', NULL, '', '', '', 2),
    (2, 2, 'ML02', '31', 'cấp học=Tiểu học', 2024, 'nam', 0.30000000000000004, NULL, NULL, '', 'chính thức', false, false, 'Sở GD&ĐT', '', DATE '2026-01-05', '', '', 'Biểu 1', 4),
    (3, 3, 'ML02', '31', '', 2025, 'nam', NULL, NULL, NULL, 'không có', 'chính thức', false, false, 'Sở GD&ĐT', '', NULL, '', '', '', 2),
    (4, 2, 'ML02', '31', '', 2025, 'nam', 76.98, NULL, NULL, '', 'chính thức', false, false, 'Sở GD&ĐT', '', NULL, '', '', '', 2);
INSERT INTO "setting" VALUES
    (1, 0, false, 'on_track_ratio', '0.95', ''),
    (1, 1, false, 'slow_ratio', '0.60', '');
INSERT INTO "target" VALUES
    (1, 0, false, 'ML02', 'city', 2030, '>=', 85.0, NULL, '02-CTr', 'II.1', 'ít nhất', '', NULL, NULL, NULL),
    (1, 1, false, 'ML02', 'city', 2035, '>=', 95.0, NULL, '02-CTr', 'II.1', 'trên', '', NULL, NULL, NULL),
    (2, 2, false, 'ML02', 'plan', 2026, '>=', 78.0, NULL, '', '', '', '', 2, 'Biểu 1', 5);
INSERT INTO "task" VALUES
    (1, 0, false, '1.1', '1', 'Rà soát', 'III.1', 'ML02', 'Sở GD&ĐT');
INSERT INTO "task_group" VALUES
    (1, 0, false, '1', 'Thể chế');
INSERT INTO "upload" VALUES
    (2, 2, 'số liệu.csv', '731695096c686e32b8c6a17b15226be29277519f591ddcf799091aa102e54f8a', '\x6D\x61\x5F\x63\x68\x69\x5F\x74\x69\x65\x75\x2C\x6E\x61\x6D\x2C\x67\x69\x61\x5F\x74\x72\x69\x0A\x4D\x4C\x30\x32\x2C\x32\x30\x32\x35\x2C\x37\x36\x2E\x39\x38\x0A', 'Minh', 'Sở GD&ĐT', 'approved', 0, 0, 0),
    (3, 3, 'sửa.csv', '73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac', '\x78\x0A', 'Minh', '', 'approved', 0, 0, 0);
INSERT INTO "version" VALUES
    (1, TIMESTAMP '2026-12-01 01:19:17.805506', 'seed', 'Lan', '', 1, 'Danh mục ban đầu', 'edc08661519a4bb5ec11598b4973f63cf5255a74b5502ad9f5f3e1b6b7e03d7b', '31f8ecaa3b971d026fac2f7983bf700a2d31b6780f5136a9721b65b0453c9d7b'),
    (2, TIMESTAMP '2026-12-01 01:19:17.872853', 'upload', 'Minh', 'Sở GD&ĐT', 1, 'Tệp số liệu.csv', '31f8ecaa3b971d026fac2f7983bf700a2d31b6780f5136a9721b65b0453c9d7b', '8cb659ca9d870fd1bc42366c64e680bfe8d8ec9c3a0a621280e1e175cc538be9'),
    (3, TIMESTAMP '2026-12-01 01:19:17.904224', 'upload', 'Minh', '', 1, 'Tệp sửa.csv', '8cb659ca9d870fd1bc42366c64e680bfe8d8ec9c3a0a621280e1e175cc538be9', 'ddbba37ad256bd790e573a4397d22bb1f4405e835906c9add32d427c9398f86c'),
    (4, TIMESTAMP '2026-12-01 01:19:18.073826', 'undo', 'Lan', '', 1, 'Hoàn tác phiên bản 3', 'ddbba37ad256bd790e573a4397d22bb1f4405e835906c9add32d427c9398f86c', '1bbff438c6e97722172fd871c04958e60fd9ba92f091da3b3953fc181e01f5ce');
