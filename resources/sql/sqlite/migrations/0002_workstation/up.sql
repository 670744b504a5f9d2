-- Accounts that must renew their password, records that not everybody may open, settings, and the search over a million people.
-- A column that comes later is optional: rows written before it keep their hash.
ALTER TABLE account ADD COLUMN password_changed_at INTEGER;
--;;
ALTER TABLE patient ADD COLUMN confidentiality TEXT;
--;;
CREATE TABLE setting (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    level TEXT NOT NULL,
    department BLOB REFERENCES organization(id),
    account BLOB REFERENCES account(id),
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE UNIQUE INDEX setting_key ON setting (key, level, ifnull(department, x''), ifnull(account, x''));
--;;
-- The name from its second, third … character on: what stands inside a name is found like its beginning.
CREATE TABLE patient_name_part (
    part TEXT NOT NULL,
    patient BLOB NOT NULL REFERENCES patient(id) ON DELETE CASCADE,
    PRIMARY KEY (part, patient)
) STRICT, WITHOUT ROWID;
--;;
CREATE INDEX patient_name_part_patient ON patient_name_part (patient);
--;;
CREATE TRIGGER patient_name_parts_of_new AFTER INSERT ON patient BEGIN
    INSERT OR IGNORE INTO patient_name_part (part, patient)
        WITH RECURSIVE place (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM place WHERE n < min(length(NEW.name), 32))
        SELECT substr(NEW.name, n), NEW.id FROM place WHERE n <= length(NEW.name);
END;
--;;
CREATE TRIGGER patient_name_parts_of_changed AFTER UPDATE OF name ON patient WHEN NEW.name <> OLD.name BEGIN
    DELETE FROM patient_name_part WHERE patient = OLD.id;
    INSERT OR IGNORE INTO patient_name_part (part, patient)
        WITH RECURSIVE place (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM place WHERE n < min(length(NEW.name), 32))
        SELECT substr(NEW.name, n), NEW.id FROM place WHERE n <= length(NEW.name);
END;
--;;
INSERT OR IGNORE INTO patient_name_part (part, patient)
    WITH RECURSIVE place (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM place WHERE n < 32)
    SELECT substr(p.name, n), p.id FROM patient p JOIN place ON n <= length(p.name);
--;;
CREATE INDEX patient_phone_tail ON patient (substr(phone, -4)) WHERE phone <> '';
--;;
-- What the trail is searched by, beside the sealed event. The chain does not cover these columns; verifying compares them with it.
ALTER TABLE audit_event ADD COLUMN act TEXT;
--;;
ALTER TABLE audit_event ADD COLUMN agent TEXT;
--;;
ALTER TABLE audit_event ADD COLUMN patient TEXT;
--;;
ALTER TABLE audit_event ADD COLUMN outcome TEXT;
--;;
DROP TRIGGER audit_event_no_update;
--;;
UPDATE audit_event SET act = json_extract(event, '$.act'), agent = json_extract(event, '$.agent'),
    patient = json_extract(event, '$.patient'), outcome = json_extract(event, '$.outcome');
--;;
CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event BEGIN
    SELECT RAISE(ABORT, 'audit_event is append-only');
END;
--;;
CREATE INDEX audit_event_patient ON audit_event (patient, sequence) WHERE patient IS NOT NULL;
--;;
CREATE INDEX audit_event_agent ON audit_event (agent, sequence) WHERE patient IS NOT NULL;
