"""Reads the licence of a package from its Debian copyright file and says whether we may link it."""

import re
from dataclasses import dataclass

from debian import Package

SEE_COPYRIGHT = "see copyright"
MACHINE_READABLE = re.compile(r"^Format(?:-Specification)?:", re.IGNORECASE)
COMMA = re.compile(r",\s*(and|or)\s+")


class Refused(Exception):
    """A package that must not be linked, or whose licence nobody has judged; the text says which and why."""


@dataclass(frozen=True)
class Policy:
    """Which licences may be linked, and which packages a person has read because a program cannot."""

    allowed: frozenset[str]  # lower case
    reviewed: dict[str, str]  # name of a package, or of the source of several: licence

    @staticmethod
    def from_json(data: dict) -> "Policy":
        return Policy(frozenset(name.lower() for name in data["allowed"]),
                      {entry["package"]: entry["licence"] for entry in data["reviewed"]})

    def reviewed_licence(self, package: Package) -> str | None:
        return self.reviewed.get(package.name, self.reviewed.get(package.source))

    def allows(self, expression: str) -> bool:
        """Of names joined by "and" and "or"; "and" binds closer, a comma before either ends what binds."""
        parts = COMMA.split(expression)
        if len(parts) > 1:
            left, word, right = ", ".join(parts[:-2]), parts[-2], parts[-1]
            both = (self.allows(left), self.allows(right))
            return all(both) if word == "and" else any(both)
        return any(all(self.allows_name(name) for name in re.split(r"\s+and\s+", choice, flags=re.IGNORECASE))
                   for choice in re.split(r"\s+or\s+", expression, flags=re.IGNORECASE))

    def allows_name(self, name: str) -> bool:
        return " ".join(name.split()).lower() in self.allowed


def fields_of(paragraph: str) -> dict[str, str]:
    """Field names in lower case; continuation lines stay."""
    fields: dict[str, str] = {}
    name = ""
    for line in paragraph.splitlines():
        if line[:1] in (" ", "\t"):
            fields[name] = fields.get(name, "") + "\n" + line.strip()
        elif ":" in line:
            name, _, value = line.partition(":")
            name = name.strip().lower()
            fields[name] = value.strip()
    return fields


def licences_of_files(copyright_text: str) -> list[tuple[list[str], str]]:
    """(patterns, licence) of each Files paragraph of a machine-readable copyright file; empty for a free text."""
    if not MACHINE_READABLE.match(copyright_text.lstrip("\ufeff\n ")):
        return []
    paragraphs = [fields_of(text) for text in re.split(r"\n[ \t]*\n", copyright_text)]
    return [(fields["files"].split(), " ".join(fields["license"].split("\n")[0].split()))
            for fields in paragraphs if "files" in fields and fields.get("license")]


def names_of(copyright_text: str) -> list[str]:
    """Every licence the file names, for the record; "see copyright" where it is free text."""
    names = {licence for _, licence in licences_of_files(copyright_text)}
    return sorted(names, key=lambda name: (name.lower(), name)) or [SEE_COPYRIGHT]


def main_licence(copyright_text: str) -> str | None:
    """What holds for files that nothing else is said of; None where the file does not say it for programs."""
    for patterns, licence in licences_of_files(copyright_text):
        if "*" in patterns:
            return licence
    return None


def judge(package: Package, policy: Policy) -> str:
    """The licence the package is linked under. Raises Refused."""
    licence = policy.reviewed_licence(package) or main_licence(package.copyright)
    if licence is None:
        raise Refused(f"{package.name}: its copyright file is no table; read it and add it to policy.json")
    if not policy.allows(licence):
        raise Refused(f"{package.name}: {licence} is not a licence that may be linked")
    return licence
