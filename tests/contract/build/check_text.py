#!/usr/bin/env python3
"""Keeps the repository clean of what no compiler notices.

    check_text.py [source folder]

No path of a developer's machine, no tab or trailing blank in sources, a README.md in each folder that holds
more than three others.
"""

import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

MACHINE_PATH = re.compile(r"(?<![\w.})])/(?:work|tmp/bash[\w.]*|home/\w+|root)/")
SOURCES = {".h", ".cpp", ".cmake", ".txt", ".py", ".sql", ".json", ".qml", ".toml", ".sh", ".md"}
GIT = ("git", "-c", "safe.directory=*")  # a clone may belong to another user than the one who tests it
NOT_OURS = ("resources/",)
MOST_FOLDERS = 3


def is_source(path: Path) -> bool:
    return path.suffix in SOURCES or path.parts[0] in {".ci", "packaging"} and path.suffix == ""


def listed_files(root: Path) -> list[Path]:
    """What git knows or would add; in a tree without git every file outside build."""
    git = subprocess.run([*GIT, "-C", str(root), "ls-files", "-z", "-co", "--exclude-standard"],
                         capture_output=True, text=True, check=False)
    if git.returncode == 0:
        listed = [Path(name) for name in git.stdout.split("\0") if name]
    else:
        listed = [path.relative_to(root) for path in root.rglob("*") if path.is_file()]
    return sorted(path for path in listed if path.parts[0] != "build" and (root / path).is_file())


def text_complaints(path: Path, text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), 1):
        if match := MACHINE_PATH.search(line):
            yield f"{path}:{number}: a path of somebody's machine: {match.group()}"
        if is_source(path) and not path.as_posix().startswith(NOT_OURS):
            if "\t" in line:
                yield f"{path}:{number}: tab"
            if line != line.rstrip():
                yield f"{path}:{number}: trailing blank"


def folder_complaints(paths: list[Path]) -> Iterator[str]:
    folders: dict[Path, set[Path]] = defaultdict(set)
    for path in paths:
        for folder in list(path.parents)[:-1]:
            folders[folder.parent].add(folder)
    for folder, inner in sorted(folders.items()):
        if len(inner) > MOST_FOLDERS and folder / "README.md" not in paths:
            yield f"{folder}: holds {len(inner)} folders and no README.md"


def complaints(root: Path) -> Iterator[str]:
    paths = listed_files(root)
    yield from folder_complaints(paths)
    for path in paths:
        try:
            yield from text_complaints(path, (root / path).read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            continue  # not a text file


def main(arguments: list[str]) -> int:
    root = Path(arguments[0] if arguments else Path(__file__).parents[3]).resolve()
    found = list(complaints(root))
    print("\n".join(found) or "The text is clean.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
