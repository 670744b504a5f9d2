-- No row: the new columns stand, and nothing refers to a visit or a person that is not there.
SELECT 'column missing: ' || expected.value FROM json_each('["patient.identifiers","allergy_intolerance.code","condition.clinical_status","condition.onset","condition.abatement","medication_statement.effective_end"]') AS expected
WHERE NOT EXISTS (
    SELECT 1 FROM sqlite_master t, pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.name || '.' || c.name = expected.value)
UNION ALL
SELECT 'reference broken: ' || "table" FROM pragma_foreign_key_check;
