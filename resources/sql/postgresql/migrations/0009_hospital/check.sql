-- No row: each entity has its table and its functions.
SELECT 'missing: ' || expected.name
FROM unnest(ARRAY['organization', 'account', 'patient', 'allergy_intolerance', 'observation', 'medication_statement', 'slot',
                  'encounter', 'appointment', 'task', 'condition', 'composition', 'medication', 'lot', 'prescription',
                  'medication_request', 'medication_dispense', 'charge_item', 'invoice', 'imaging_study', 'concept', 'setting',
                  'desk_device', 'library']) AS expected (name)
WHERE NOT EXISTS (SELECT 1 FROM pg_tables t WHERE t.schemaname = 'simiao' AND t.tablename = expected.name)
   OR 2 <> (SELECT count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname = 'simiao' AND p.proname IN ('write_' || expected.name, 'canonical_' || expected.name))
