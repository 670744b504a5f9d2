-- No row: the new columns stand.
SELECT 'column missing: ' || expected.value FROM json_each('["allergy_intolerance.further_reactions","allergy_intolerance.verification","allergy_intolerance.onset","allergy_intolerance.error_reason","prescription.answer"]') AS expected
WHERE NOT EXISTS (
    SELECT 1 FROM sqlite_master t, pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.name || '.' || c.name = expected.value);
