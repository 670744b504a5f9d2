-- No row: the table, its indexes and its guard stand.
SELECT 'missing: ' || expected.value FROM json_each('["library","library_release","library_active","library_content_is_final"]') AS expected
WHERE NOT EXISTS (SELECT 1 FROM sqlite_master WHERE name = expected.value);
