"""Which shared libraries a program is made of, read from the files themselves the way the loader does."""

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NEEDED = re.compile(r"\(NEEDED\).*\[(.*)\]")
SONAME = re.compile(r"\(SONAME\).*\[(.*)\]")
SEARCH = re.compile(r"\((?:RUNPATH|RPATH)\).*\[(.*)\]")
MACHINE = re.compile(r"^\s*(?:Class|Machine):\s*(.+)$", re.MULTILINE)
CACHED = re.compile(r"^\s+(\S+) \(.*\) => (.+)$", re.MULTILINE)
OUR_LIBRARIES = ("lib*/**/libsimiao-*.so*", "lib*/simiao/plugins/*/*.so")
OUR_PROGRAMS = ("bin/simiao", "bin/simiao-cli", "bin/simiao-decoder")


class Unreadable(Exception):
    """A file or a library that should be there is not; the text says which."""


@dataclass(frozen=True)
class Elf:
    """A program or library with its own name and those of what it needs."""

    path: Path  # real, without links
    soname: str
    needed: tuple[str, ...]
    search: tuple[Path, ...]


@dataclass(frozen=True)
class Linked:
    """Everything that is loaded with our files: ours, and what the system brings."""

    ours: tuple[Elf, ...]
    system: tuple[Elf, ...]
    by_soname: dict[str, Elf]

    def needed_by(self, elf: Elf) -> list[Elf]:
        return [self.by_soname[soname] for soname in elf.needed]


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def read_elf(path: Path) -> Elf:
    """Raises Unreadable when it is no ELF file."""
    real = path.resolve()
    try:
        dynamic = run("readelf", "-dW", str(real))
    except (OSError, subprocess.CalledProcessError) as error:
        raise Unreadable(f"{real}: {error}") from error
    soname = SONAME.search(dynamic)
    folders = [folder.replace("$ORIGIN", str(real.parent))
               for entry in SEARCH.findall(dynamic) for folder in entry.split(":") if folder]
    return Elf(real, soname.group(1) if soname else real.name, tuple(NEEDED.findall(dynamic)),
               tuple(Path(folder) for folder in folders))


def own_files(root: Path) -> list[Path]:
    """Programs, modules and plugins of a build tree or an install prefix. Raises Unreadable when there is no program."""
    programs = [root / program for program in OUR_PROGRAMS if (root / program).is_file()]
    if not programs:
        raise Unreadable(f"{root} holds no bin/simiao; name a build tree or an install prefix")
    libraries = {path.resolve() for pattern in OUR_LIBRARIES for path in root.glob(pattern) if path.is_file()}
    return [*programs, *sorted(libraries)]


@cache
def machine_of(path: Path) -> tuple[str, ...]:
    return tuple(MACHINE.findall(run("readelf", "-hW", str(path))))


@cache
def loader_cache() -> dict[str, list[Path]]:
    """What ldconfig knows; a name may stand there once for each machine."""
    known: dict[str, list[Path]] = {}
    for soname, path in CACHED.findall(run("/sbin/ldconfig", "-p")):
        known.setdefault(soname, []).append(Path(path))
    return known


def find(soname: str, wanted_by: Elf) -> Path:
    """Raises Unreadable when the loader would not find it either."""
    places = [folder / soname for folder in wanted_by.search] + loader_cache().get(soname, [])
    for place in places:
        if place.is_file() and machine_of(place.resolve()) == machine_of(wanted_by.path):
            return place
    raise Unreadable(f"{wanted_by.path.name} needs {soname}, which is not there")


def follow(elves: Iterable[Elf], by_soname: dict[str, Elf]) -> None:
    """Adds what `elves` need, and what that needs."""
    waiting = list(elves)
    while waiting:
        elf = waiting.pop()
        for soname in elf.needed:
            if soname not in by_soname:
                by_soname[soname] = read_elf(find(soname, elf))
                waiting.append(by_soname[soname])


def linked(root: Path, qt_plugins: Iterable[str]) -> Linked:
    """Our files below `root`, what they need, and what that needs. Qt opens its own plugins by name at run time: those of
    `qt_plugins`, such as sqldrivers/libqsqlite.so, belong to it."""
    ours = [read_elf(path) for path in own_files(root)]
    by_soname = {elf.soname: elf for elf in ours}
    follow(ours, by_soname)
    folder = by_soname["libQt6Core.so.6"].path.parent / "qt6/plugins"
    opened = [read_elf(folder / name) for name in qt_plugins]
    by_soname |= {elf.soname: elf for elf in opened}
    follow(opened, by_soname)
    own_paths = {elf.path for elf in ours}
    system = {elf.path: elf for elf in by_soname.values() if elf.path not in own_paths}
    return Linked(tuple(ours), tuple(sorted(system.values(), key=lambda elf: elf.path)), by_soname)
