-- No row: the column stands.
SELECT 'column missing: lot.location'
WHERE NOT EXISTS (SELECT 1 FROM pragma_table_info('lot') WHERE name = 'location');
