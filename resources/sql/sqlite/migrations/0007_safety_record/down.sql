-- Stops where the tables before could not say what is recorded: an allergy entered in error would be in force again, and the
-- program before does not read an order with a number of doses. Nothing is thrown away to go back.
CREATE TABLE safety_record_left (rows INTEGER NOT NULL CHECK (rows = 0)) STRICT;
--;;
INSERT INTO safety_record_left (rows)
    SELECT count(*) FROM allergy_intolerance
    WHERE further_reactions IS NOT NULL OR verification IS NOT NULL OR onset IS NOT NULL OR error_reason IS NOT NULL;
--;;
INSERT INTO safety_record_left (rows) SELECT count(*) FROM prescription WHERE answer IS NOT NULL;
--;;
INSERT INTO safety_record_left (rows) SELECT count(*) FROM medication_request WHERE dosage LIKE '%"max_doses"%';
--;;
DROP TABLE safety_record_left;
--;;
DROP INDEX prescription_encounter;
--;;
ALTER TABLE prescription DROP COLUMN answer;
--;;
ALTER TABLE allergy_intolerance DROP COLUMN error_reason;
--;;
ALTER TABLE allergy_intolerance DROP COLUMN onset;
--;;
ALTER TABLE allergy_intolerance DROP COLUMN verification;
--;;
ALTER TABLE allergy_intolerance DROP COLUMN further_reactions;
