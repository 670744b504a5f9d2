-- Character set that somebody chose for a study whose files declare a wrong one. A column that comes later is optional.
ALTER TABLE imaging_study ADD COLUMN character_set TEXT;
