-- What a physician records of an allergy and answers to a pharmacist. Columns that come later are optional: rows written before
-- keep their hash.
ALTER TABLE allergy_intolerance ADD COLUMN further_reactions TEXT;
--;;
ALTER TABLE allergy_intolerance ADD COLUMN verification TEXT;
--;;
ALTER TABLE allergy_intolerance ADD COLUMN onset TEXT;
--;;
ALTER TABLE allergy_intolerance ADD COLUMN error_reason TEXT;
--;;
ALTER TABLE prescription ADD COLUMN answer TEXT;
--;;
-- A visit shows its prescriptions, and who answers a pharmacist looks for them.
CREATE INDEX prescription_encounter ON prescription (encounter);
