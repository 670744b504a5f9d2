-- Stops at the first imported visit or problem that the tables before could not hold: nothing is thrown away to go back.
PRAGMA defer_foreign_keys = ON;
--;;
CREATE TABLE condition_after AS SELECT * FROM condition;
--;;
DROP TABLE condition;
--;;
CREATE TABLE condition (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    patient BLOB NOT NULL REFERENCES patient(id),
    encounter BLOB NOT NULL REFERENCES encounter(id),
    code TEXT NOT NULL,
    rank INTEGER NOT NULL,
    verification_status TEXT NOT NULL,
    note TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
INSERT INTO condition (id, site, version, recorded_at, recorded_by, patient, encounter, code, rank, verification_status, note,
                       row_hash)
    SELECT id, site, version, recorded_at, recorded_by, patient, encounter, code, rank, verification_status, note, row_hash
    FROM condition_after;
--;;
DROP TABLE condition_after;
--;;
CREATE INDEX condition_patient ON condition (patient);
--;;
CREATE TABLE encounter_after AS SELECT * FROM encounter;
--;;
DROP TABLE encounter;
--;;
CREATE TABLE encounter (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    visit_number TEXT NOT NULL,
    patient BLOB NOT NULL REFERENCES patient(id),
    department BLOB NOT NULL REFERENCES organization(id),
    practitioner BLOB NOT NULL REFERENCES account(id),
    status TEXT NOT NULL,
    period_start INTEGER NOT NULL,
    period_end INTEGER,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
INSERT INTO encounter (id, site, version, recorded_at, recorded_by, visit_number, patient, department, practitioner, status,
                       period_start, period_end, row_hash)
    SELECT id, site, version, recorded_at, recorded_by, visit_number, patient, department, practitioner, status,
           period_start, period_end, row_hash FROM encounter_after;
--;;
DROP TABLE encounter_after;
--;;
CREATE INDEX encounter_patient ON encounter (patient);
--;;
CREATE UNIQUE INDEX encounter_visit_number ON encounter (visit_number);
--;;
DROP TABLE medication_statement;
--;;
ALTER TABLE allergy_intolerance DROP COLUMN code;
--;;
ALTER TABLE patient DROP COLUMN identifiers;
