-- No row: the schema is as this migration leaves it.
SELECT 'table missing: ' || expected.value FROM json_each('["organization","account","patient","allergy_intolerance","observation","slot","encounter","appointment","task","condition","composition","medication","lot","prescription","medication_request","medication_dispense","charge_item","invoice","imaging_study","concept","invoice_line","number_sequence","command","audit_event"]') AS expected
WHERE NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = expected.value);
