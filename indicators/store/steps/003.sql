-- Which board this is, whatever its file is called and wherever it lies. Earlier boards are known by their beginning, so
-- that copies of one that grow apart from each other still get the same.
ALTER TABLE board ADD COLUMN identity VARCHAR;
UPDATE board SET identity = coalesce((SELECT hash FROM version WHERE number = 1), uuid()::VARCHAR);
