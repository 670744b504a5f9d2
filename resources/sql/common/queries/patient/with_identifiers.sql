-- Whom other systems know under numbers of their own.
SELECT * FROM patient WHERE identifiers IS NOT NULL ORDER BY mrn
