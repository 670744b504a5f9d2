-- No row: the index stands.
SELECT 'column missing in index: patient_phone_tail.phone'
WHERE NOT EXISTS (SELECT 1 FROM pragma_index_info('patient_phone_tail') WHERE name = 'phone');
