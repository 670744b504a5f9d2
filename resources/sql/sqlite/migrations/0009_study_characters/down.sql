ALTER TABLE imaging_study DROP COLUMN character_set;
