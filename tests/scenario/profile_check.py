"""Reads what a killed program left in its profile, with code that is not the program's own."""

import hashlib
import json
import shutil
import sqlite3
import struct
import tempfile
from pathlib import Path

MAGIC = b"SMDJ"
HEADER = struct.Struct("<4sBBI32s")  # magic, version, algorithm, length, SHA-256 of the payload


def missing_rows(profile: Path, acknowledged: list[dict]) -> list[dict]:
    """The acknowledged rows that are not stored, and those of commits that are stored in part."""
    with tempfile.TemporaryDirectory() as folder:
        database = _copy(profile, Path(folder))
        try:
            versions = _versions(database)
            return _missing(acknowledged, versions) + _halves(database, versions)
        finally:
            database.close()


def draft_text(profile: Path, field: str) -> str:
    """What was typed last into a field of this name, in any draft; empty when no draft has it."""
    drafts: dict[str, tuple[str, str]] = {}
    for journal in (profile / "drafts").iterdir():
        for record in _records(journal.read_bytes()):
            if record.get("discard"):
                drafts.pop(record["draft"], None)
            elif record["field"] == field:
                drafts[record["draft"]] = (record["at"], record["text"])
    return max(drafts.values(), default=("", ""))[1]


def _copy(profile: Path, folder: Path) -> sqlite3.Connection:
    """A copy is opened: opening the file itself would mend what the program is to mend at its next start."""
    for file in (profile / "data").glob("simiao.db*"):
        shutil.copy(file, folder)
    return sqlite3.connect(folder / "simiao.db")


def _versions(database: sqlite3.Connection) -> dict[bytes, int]:
    """The version of every row of every kind; ids are unique among all kinds."""
    kinds = database.execute("SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
                             "WHERE m.type = 'table' AND c.name = 'version' AND c.type = 'INTEGER'").fetchall()
    return {row: version for kind, in kinds for row, version in database.execute(f"SELECT id, version FROM {kind}")}


def _missing(rows: list[dict], versions: dict[bytes, int]) -> list[dict]:
    return [row for row in rows if versions.get(_uuid(row["id"]), -1) < row["version"]]


def _halves(database: sqlite3.Connection, versions: dict[bytes, int]) -> list[dict]:
    """Every commit has its command, its audit event and all its rows, or nothing of them."""
    receipts = [json.loads(text) for text, in database.execute("SELECT receipt FROM command")]
    events = [json.loads(text) for text, in database.execute("SELECT event FROM audit_event")]
    commands = {receipt["command"] for receipt in receipts}
    audited = {event["command"] for event in events if event.get("command")}
    return [{"command": command} for command in commands ^ audited] + [
        row for receipt in receipts for row in _missing(receipt["changes"], versions)]


def _uuid(text: str) -> bytes:
    return bytes.fromhex(text.replace("-", ""))


def _records(journal: bytes) -> list[dict]:
    records = []
    at = 0
    while (at := journal.find(MAGIC, at)) >= 0 and at + HEADER.size <= len(journal):
        _, _, _, length, digest = HEADER.unpack_from(journal, at)
        payload = journal[at + HEADER.size:at + HEADER.size + length]
        if hashlib.sha256(payload).digest() != digest:
            at += 1
            continue
        records.append(json.loads(payload))
        at += HEADER.size + length
    return records
