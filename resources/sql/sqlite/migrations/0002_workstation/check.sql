-- No row: each name has its parts, and the new columns stand.
SELECT 'name without parts: ' || hex(p.id) FROM patient p
WHERE length(p.name) > 1 AND NOT EXISTS (SELECT 1 FROM patient_name_part n WHERE n.patient = p.id)
UNION ALL
SELECT 'column missing: ' || expected.value FROM json_each('["account.password_changed_at","patient.confidentiality"]') AS expected
WHERE NOT EXISTS (
    SELECT 1 FROM sqlite_master t, pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.name || '.' || c.name = expected.value);
