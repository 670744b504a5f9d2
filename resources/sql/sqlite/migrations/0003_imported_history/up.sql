-- Histories of other systems: visits without a department of ours, problems without a visit, what a person takes by their record.
-- A column that comes later is optional: rows written before it keep their hash.
ALTER TABLE patient ADD COLUMN identifiers TEXT;
--;;
ALTER TABLE allergy_intolerance ADD COLUMN code TEXT;
--;;
CREATE TABLE medication_statement (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    patient BLOB NOT NULL REFERENCES patient(id),
    medication TEXT NOT NULL,
    status TEXT NOT NULL,
    evidence TEXT NOT NULL,
    dosage TEXT NOT NULL,
    effective_start TEXT,
    effective_end TEXT,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE INDEX medication_statement_patient ON medication_statement (patient);
--;;
-- SQLite cannot take NOT NULL away from a column: the two tables are made anew. Rows elsewhere refer to visits, so their
-- references are held until every visit is back.
PRAGMA defer_foreign_keys = ON;
--;;
CREATE TABLE encounter_before AS SELECT * FROM encounter;
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
    department BLOB REFERENCES organization(id),
    practitioner BLOB REFERENCES account(id),
    status TEXT NOT NULL,
    period_start INTEGER NOT NULL,
    period_end INTEGER,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
INSERT INTO encounter (id, site, version, recorded_at, recorded_by, visit_number, patient, department, practitioner, status,
                       period_start, period_end, row_hash)
    SELECT id, site, version, recorded_at, recorded_by, visit_number, patient, department, practitioner, status,
           period_start, period_end, row_hash FROM encounter_before;
--;;
DROP TABLE encounter_before;
--;;
CREATE INDEX encounter_patient ON encounter (patient);
--;;
-- Only our visits have a number.
CREATE UNIQUE INDEX encounter_visit_number ON encounter (visit_number) WHERE visit_number <> '';
--;;
CREATE TABLE condition_before AS SELECT * FROM condition;
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
    encounter BLOB REFERENCES encounter(id),
    code TEXT NOT NULL,
    rank INTEGER NOT NULL,
    verification_status TEXT NOT NULL,
    note TEXT NOT NULL,
    clinical_status TEXT,
    onset TEXT,
    abatement TEXT,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
INSERT INTO condition (id, site, version, recorded_at, recorded_by, patient, encounter, code, rank, verification_status, note,
                       row_hash)
    SELECT id, site, version, recorded_at, recorded_by, patient, encounter, code, rank, verification_status, note, row_hash
    FROM condition_before;
--;;
DROP TABLE condition_before;
--;;
CREATE INDEX condition_patient ON condition (patient);
