#!/usr/bin/env python3
"""Keeps the server's SQL to what PostgreSQL 12 knows, the oldest that is worked with, and what speaks its protocol (Kingbase).

    check_sql_age.py [source folder]

A list of words that came later (release notes of PostgreSQL 13 to 18), looked for in migrations, policies, statements and what the
back-end writes itself. It knows no grammar: only a server of that version is a proof.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("resources/sql/postgresql", "resources/sql/common", "plugins/backends/postgresql")
SUFFIXES = {".sql", ".cpp"}

# First version that knows it, and what it looks like. Functions are words with a parenthesis behind them.
NEWER: dict[int, list[str]] = {
    13: [r"gen_random_uuid\s*\(", r"pg_current_xact_id\w*\s*\(", r"pg_current_snapshot\s*\(", r"pg_snapshot_\w+\s*\(",
         r"pg_visible_in_snapshot\s*\(", r"pg_xact_status\s*\(", r"\bxid8\b", r"\bpg_snapshot\b", r"(?:trim|min)_scale\s*\(",
         r"\b(?:gcd|lcm)\s*\(", r"jsonb_set_lax\s*\(", r"\bIS\s+(?:NOT\s+)?(?:NF[KDC]+\s+)?NORMALIZED\b", r"\bnormalize\s*\(",
         r"\bDROP\s+EXPRESSION\b", r"\bWITH\s+TIES\b", r"\bWITH\s*\(\s*FORCE\b", r"\bPARALLEL\s+\d", r"\bregcollation\b",
         r"\banycompatible\w*", r"jsonpath.*\.datetime\s*\(", r"\bpublish_via_partition_root\b", r"\blogical_decoding_work_mem\b"],
    14: [r"string_to_table\s*\(", r"date_bin\s*\(", r"bit_count\s*\(", r"trim_array\s*\(", r"unistr\s*\(", r"\brange_agg\s*\(",
         r"\w*multirange\w*", r"\bOR\s+REPLACE\s+TRIGGER\b", r"\bSEARCH\s+(?:DEPTH|BREADTH)\s+FIRST\b", r"\bCYCLE\s+\w+\s+SET\b",
         r"\bDETACH\s+PARTITION\s+\S+\s+(?:CONCURRENTLY|FINALIZE)\b", r"\bSET\s+COMPRESSION\b", r"\bINCLUDING\s+COMPRESSION\b",
         r"\bBEGIN\s+ATOMIC\b", r"\bpg_(?:read|write)_all_data\b", r"\bpg_database_owner\b", r"\bGROUP\s+BY\s+DISTINCT\b",
         r"\bidle_session_timeout\b", r"\bclient_connection_check_interval\b", r"\bl?rtrim\s*\(\s*\w+\s*,\s*'\\\\x", r"\bSUBSTRING\s*\([^)]*\bSIMILAR\b",
         r"\bpg_log_backend_memory_contexts\s*\(", r"\w+\['\w+'\]"],
    15: [r"\bMERGE\s+INTO\b", r"\bNULLS\s+(?:NOT\s+)?DISTINCT\b", r"regexp_(?:count|like|substr|instr)\s*\(", r"\bsecurity_invoker\b",
         r"\bSET\s+ACCESS\s+METHOD\b", r"\bON\s+PARAMETER\b", r"\bpg_checkpoint\b", r"\bSET\s+NULL\s*\(", r"\bSET\s+DEFAULT\s*\(",
         r"\bhas_parameter_privilege\s*\(", r"\bSTRATEGY\s*=\s*(?:wal_log|file_copy)\b"],
    16: [r"any_value\s*\(", r"array_(?:shuffle|sample)\s*\(", r"random_normal\s*\(", r"\bIS\s+(?:NOT\s+)?JSON\b", r"\bJSON_(?:ARRAY|OBJECT)AGG\s*\(",
         r"\bJSON_(?:ARRAY|OBJECT)\s*\(", r"\bWITH\s+(?:INHERIT|SET)\s+(?:TRUE|FALSE|OPTION)\b", r"\bpg_split_walfile_name\s*\(",
         r"\bpg_input_(?:is_valid|error_info)\s*\(", r"\bSYSTEM_USER\b", r"(?<![\w.'])0[xob][0-9a-fA-F]+\b", r"(?<![\w.'])\d+_\d+\b"],
    17: [r"\bJSON_(?:TABLE|EXISTS|VALUE|QUERY|SCALAR|SERIALIZE)\s*\(", r"\btransaction_timeout\b", r"\bpg_maintain\b", r"\bMAINTAIN\s+ON\b",
         r"\bMERGE\s+PARTITIONS\b", r"\bSPLIT\s+PARTITION\b", r"\bto_(?:bin|oct)\s*\(", r"uuid_extract_\w+\s*\(", r"\bON_ERROR\b"],
    18: [r"\buuidv[47]\s*\(", r"\bRETURNING\s+WITH\s*\(", r"\bRETURNING\s+(?:OLD|NEW)\b", r"\bVIRTUAL\b", r"\bWITHOUT\s+OVERLAPS\b",
         r"\bPERIOD\b\s+\w+\s*\)", r"\bcasefold\s*\(", r"\barray_(?:sort|reverse)\s*\(", r"\bcrc32c?\s*\(", r"\bNOT\s+ENFORCED\b"],
}
PATTERNS = [(version, re.compile(words, re.IGNORECASE)) for version, all_words in NEWER.items() for words in all_words]
# A row's trigger before a change of a table in parts came with 13, an identity column of one with 17.
IN_PARTS = re.compile(r"CREATE\s+TABLE\s+(\w+)\s*\((?P<body>[^;]*?)\)\s*PARTITION\s+BY", re.IGNORECASE)


def without_comments(text: str, suffix: str) -> str:
    """Words of people; lines stay where they are. Of C++ only what stands in quotes."""
    if suffix == ".sql":
        return re.sub(r"--.*", "", text)
    return "\n".join(" ".join(re.findall(r'u?"((?:[^"\\]|\\.)*)"', re.sub(r"^\s*(?://|#include).*", "", line)))
                     for line in text.splitlines())


def newer_words(text: str, suffix: str = ".sql") -> Iterator[tuple[int, int, str]]:
    """Line, version and word of each finding."""
    sql = without_comments(text, suffix)
    for number, line in enumerate(sql.splitlines(), 1):
        for version, pattern in PATTERNS:
            if found := pattern.search(line):
                yield number, version, found.group(0).strip()
    for table in IN_PARTS.finditer(sql):
        number = sql.count("\n", 0, table.start()) + 1
        name = table.group(1)
        trigger = re.search(rf"CREATE\s+TRIGGER\s+\w+\s+BEFORE\b[^;]*?\bON\s+{name}\s[^;]*?\bFOR\s+EACH\s+ROW\b", sql, re.IGNORECASE)
        if trigger:
            yield number, 13, f"BEFORE ... FOR EACH ROW of {name}, which is in parts"
        if re.search(r"\bAS\s+IDENTITY\b", table.group("body"), re.IGNORECASE):
            yield number, 17, f"AS IDENTITY in {name}, which is in parts"


def complaints(root: Path) -> Iterator[str]:
    files = [path for folder in FOLDERS for path in sorted((root / folder).rglob("*")) if path.suffix in SUFFIXES]
    if not files:
        yield f"{root}: no SQL found"
    for path in files:
        name = path.relative_to(root).as_posix()
        for number, version, word in newer_words(path.read_text(encoding="utf-8"), path.suffix):
            yield f"{name}:{number}: '{word}' came with PostgreSQL {version}; 12 does not know it"


def main() -> int:
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[3]
    found = list(complaints(root))
    print("\n".join(found) or "nothing newer than PostgreSQL 12")
    return 2 if found else 0


if __name__ == "__main__":
    sys.exit(main())
