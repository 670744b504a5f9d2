-- No row: the column is there.
SELECT 'missing: patient.preferred_language'
WHERE NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = 'simiao_api' AND table_name = 'patient'
                  AND column_name = 'preferred_language')
