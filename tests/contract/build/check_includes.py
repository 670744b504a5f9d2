#!/usr/bin/env python3
"""Holds every #include "..." against the layer table; links alone do not show what headers pull in.

    check_includes.py [source folder]

Layers and same-layer edges are read from packaging/cmake/SimiaoLayers.cmake, the edges between the folders
of modules/domain from the table in its README.md. Folders of modules/workflow include their own headers, those of
ports and those in modules/workflow itself.
"""

import re
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)
LAYER = re.compile(r"^set\(SIMIAO_LAYER_(\w+) (\d+)\)", re.MULTILINE)
EDGES = re.compile(r"^set\(SIMIAO_SAME_LAYER_EDGES\s([^)]*)\)", re.MULTILINE)
DIRECT_LINK = re.compile(r"\btarget_link_libraries\b|\bsimiao_plugin_\w+")
FOLDER_TABLE = re.compile(r"^\|\s*folder\s*\|\s*may include\s*\|.*\n\|[-:| ]+\n((?:\|.*\n?)*)", re.M | re.I)
SOURCES = {".h", ".cpp"}


def part_of(path: Path) -> str | None:
    """The part a file belongs to, in the words of the layer table: dicom, plugin:orders, app."""
    match path.parts:
        case ("modules", "integration", part, _, *_) | ("modules", part, _, *_):
            return part
        case ("plugins", _, plugin, _, *_):
            return f"plugin:{plugin}"
        case ("app", *_):
            return "app"
    return None


def folder_of(path: Path) -> str:
    """The folder of a module a file stands in: medications of modules/domain/medications/dosage.h."""
    return path.parts[2] if len(path.parts) > 3 else ""


def read_folder_table(readme: Path) -> dict[str, set[str]]:
    """The markdown table `| folder | may include |`."""
    text = readme.read_text(encoding="utf-8") if readme.is_file() else ""
    head = FOLDER_TABLE.search(text)
    if head is None:
        return {}
    rows = [row.split("|") for row in head.group(1).splitlines()]
    names = {folder.strip(" `"): set(re.findall(r"\w+", allowed)) for _, folder, allowed, *_ in rows}
    return {folder: allowed & names.keys() for folder, allowed in names.items()}


class Layers:
    def __init__(self, root: Path) -> None:
        table = (root / "packaging/cmake/SimiaoLayers.cmake").read_text(encoding="utf-8")
        self.layers = {name: int(layer) for name, layer in LAYER.findall(table)}
        self.edges = set(re.findall(r'"(\w+->\w+)"', EDGES.search(table).group(1)))
        self.folders = read_folder_table(root / "modules/domain/README.md")

    def layer(self, part: str) -> int | None:
        return self.layers.get(part.partition(":")[0])

    def complaint(self, source: Path, target: Path) -> str | None:
        """Why `source` may not include `target`; both relative to the source folder."""
        here, there = part_of(source), part_of(target)
        if here is None or there is None:
            return None
        if here == there:
            return self.folder_complaint(here, folder_of(source), folder_of(target))
        if here.startswith("plugin:") and there.startswith("plugin:"):
            return f"{here} must not include {there}: plugins never know plugins"
        from_layer, to_layer = self.layer(here), self.layer(there)
        if from_layer is None or to_layer is None:
            return f"{here if from_layer is None else there} has no layer in SimiaoLayers.cmake"
        if to_layer < from_layer or f"{here}->{there}" in self.edges:
            return None
        return f"{here} (layer {from_layer}) must not include {there} (layer {to_layer})"

    def folder_complaint(self, part: str, here: str, there: str) -> str | None:
        if here == there or part not in {"domain", "workflow"}:
            return None
        allowed = {"ports", ""} if part == "workflow" else self.folders.get(here, set())
        return None if there in allowed else f"{part}/{here or '.'} must not include {part}/{there or '.'}"

    def table_complaint(self) -> str | None:
        """Between the folders of domain there is no circle."""
        try:
            TopologicalSorter(self.folders).prepare()
        except CycleError as error:
            return f"modules/domain/README.md: a circle: {' -> '.join(error.args[1])}"
        return None


def target_of(include: str, source: Path, root: Path) -> Path | None:
    """The file an include names, relative to the source folder; an absent header counts as a module's."""
    places = [source.parent, root / "modules", root / "app"]
    if source.relative_to(root).parts[0] == "plugins":
        places.insert(1, root.joinpath(*source.relative_to(root).parts[:2]))
        places.insert(1, root.joinpath(*source.relative_to(root).parts[:3]))
    found = [place / include for place in places if (place / include).is_file()]
    target = (found or [root / "modules" / include])[0].resolve()
    is_ours = target.is_relative_to(root) and (found or "/" in include)
    return target.relative_to(root) if is_ours else None


def include_complaints(root: Path) -> Iterator[str]:
    layers = Layers(root)
    if circle := layers.table_complaint():
        yield circle
    for source in files(root, lambda path: path.suffix in SOURCES):
        text = source.read_text(encoding="utf-8")
        name = source.relative_to(root)
        for match in INCLUDE.finditer(text):
            target = target_of(match.group(1), source, root)
            if target and (complaint := layers.complaint(name, target)):
                yield f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {complaint}"


def link_complaints(root: Path) -> Iterator[str]:
    """Modules and plugins declare links through the helpers only: those hold them against the table."""
    for path in files(root, lambda path: path.name == "CMakeLists.txt"):
        if path.relative_to(root).parts[0] == "app":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if DIRECT_LINK.search(line.partition("#")[0]):
                yield f"{path.relative_to(root)}:{number}: link through simiao_add_..., it checks layers"


def files(root: Path, wanted) -> Iterator[Path]:
    for folder in ("modules", "plugins", "app"):
        yield from sorted(path for path in (root / folder).rglob("*") if path.is_file() and wanted(path))


def main(arguments: list[str]) -> int:
    root = Path(arguments[0] if arguments else Path(__file__).parents[3]).resolve()
    found = [*include_complaints(root), *link_complaints(root)]
    print("\n".join(found) or "Every include goes down.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
