-- A step that is not there yet: what a desk of the step before must be able to work with.
ALTER TABLE patient ADD COLUMN preferred_language text COLLATE "C";
--;;
INSERT INTO later_column VALUES ('patient', 'preferred_language', 10);
--;;
CREATE INDEX patient_preferred_language ON patient (preferred_language) WHERE preferred_language IS NOT NULL;
--;;
CREATE TABLE interpreter (
    id uuid PRIMARY KEY,
    language text COLLATE "C" NOT NULL
);
--;;
SELECT make_row_functions('patient');
--;;
SELECT make_views();
