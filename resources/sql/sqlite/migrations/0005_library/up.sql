-- Versions of rules, words and templates that a hospital brought instead of the shipped ones. The text stays as it was installed;
-- of one name one version is active.
CREATE TABLE library (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    name TEXT NOT NULL,
    release TEXT NOT NULL,
    status TEXT NOT NULL,
    source TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    content TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    history TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE UNIQUE INDEX library_release ON library (name, release);
--;;
CREATE UNIQUE INDEX library_active ON library (name) WHERE status = 'active';
--;;
CREATE TRIGGER library_content_is_final BEFORE UPDATE ON library
WHEN NEW.name <> OLD.name OR NEW.release <> OLD.release OR NEW.source <> OLD.source OR NEW.content <> OLD.content
    OR NEW.sha256 <> OLD.sha256 OR NEW.valid_from IS NOT OLD.valid_from OR NEW.valid_to IS NOT OLD.valid_to BEGIN
    SELECT RAISE(ABORT, 'an installed version is never changed');
END;
