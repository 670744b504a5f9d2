-- No row: the table stands with its last column, and its index.
SELECT 'column missing: desk_device.active'
WHERE NOT EXISTS (SELECT 1 FROM pragma_table_info('desk_device') WHERE name = 'active')
UNION ALL
SELECT 'index missing: desk_device_use'
WHERE NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = 'desk_device_use');
