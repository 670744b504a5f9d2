-- No row: the column stands.
SELECT 'column missing: imaging_study.character_set'
WHERE NOT EXISTS (SELECT 1 FROM pragma_table_info('imaging_study') WHERE name = 'character_set');
