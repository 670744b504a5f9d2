"""What Debian knows of a file: its package, the version, and the copyright file."""

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

OWNER = re.compile(r"^([^\s:,]+(?::[\w-]+)?)(?:, [^/]*)?: (/.*)$", re.MULTILINE)
FACTS = "${binary:Package}\\t${Package}\\t${Version}\\t${Architecture}\\t${source:Package}\\n"
DOCUMENTS = Path("/usr/share/doc")


class NotInstalled(Exception):
    """A package or its copyright file is not there; the text says which."""


@dataclass(frozen=True, order=True)
class Package:
    name: str
    version: str
    architecture: str
    source: str

    @property
    def copyright(self) -> str:
        """The copyright file. Raises NotInstalled when it is missing."""
        path = DOCUMENTS / self.name / "copyright"
        if not path.is_file():
            raise NotInstalled(f"{self.name}: {path} is not there, so its licence is not known")
        return path.read_text(encoding="utf-8", errors="replace")


def spellings(path: Path) -> list[str]:
    """dpkg knows a file by the name it was packed with: on a merged /usr that is with or without it."""
    text = str(path)
    return [text, text.removeprefix("/usr")] if text.startswith("/usr/lib") else [text, "/usr" + text]


def owners(paths: Iterable[Path]) -> dict[Path, str]:
    """The package of each file. Raises NotInstalled for a file of no package."""
    wanted = list(paths)
    asked = {spelling: path for path in wanted for spelling in spellings(path)}
    answer = subprocess.run(["dpkg", "-S", *asked], capture_output=True, text=True, check=False).stdout
    found = {asked[path]: package for package, path in OWNER.findall(answer) if path in asked}
    for path in wanted:
        if path not in found:
            raise NotInstalled(f"{path} belongs to no package, so its licence is not known")
    return found


def packages(names: Iterable[str]) -> dict[str, Package]:
    """By the names given. Raises NotInstalled."""
    wanted = sorted(set(names))
    answer = subprocess.run(["dpkg-query", "-W", "-f", FACTS, *wanted], capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        raise NotInstalled(answer.stderr.strip())
    known: dict[str, Package] = {}
    for line in answer.stdout.splitlines():
        full, name, version, architecture, source = line.split("\t")
        known[full] = known[name] = Package(name, version, architecture, source)
    return {name: known[name] for name in wanted}

