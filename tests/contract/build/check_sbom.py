#!/usr/bin/env python3
"""Everything that a build loads stands in its SBOM, and nothing in it may not be linked.

    check_sbom.py <build folder>

Asks the loader (ldd) what each program, module and plugin loads, so that it does not repeat what make_sbom.py does.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

MAKE_SBOM = Path(__file__).resolve().parents[3] / "packaging/sbom/make_sbom.py"
LOADED = re.compile(r"^\s*(?:(\S+) => |/\S*/)(\S+) \(0x", re.MULTILINE)
OURS = ("bin/simiao", "bin/simiao-cli", "lib/libsimiao-*.so", "lib/simiao/plugins/*/*.so")
KERNEL = "linux-vdso.so.1"


def made(build: Path, folder: Path) -> subprocess.CompletedProcess:
    command = [sys.executable, "-B", str(MAKE_SBOM), str(build), "--out", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def sonames_of(component: dict) -> list[str]:
    return [one["value"] for one in component.get("properties", []) if one["name"] == "simiao:soname"]


def shape_complaints(sbom: dict) -> Iterator[str]:
    if (sbom.get("bomFormat"), sbom.get("specVersion"), sbom.get("version")) != ("CycloneDX", "1.5", 1):
        yield "not CycloneDX 1.5"
    if "timestamp" in sbom["metadata"]:
        yield "a time that nobody asked for"
    references = [component["bom-ref"] for component in sbom["components"]]
    if len(references) != len(set(references)):
        yield "a bom-ref stands there twice"
    known = {*references, sbom["metadata"]["component"]["bom-ref"]}
    for entry in sbom["dependencies"]:
        yield from (f"unknown: {name}" for name in (entry["ref"], *entry["dependsOn"]) if name not in known)
    for component in sbom["components"]:
        if not (component.get("version") and component.get("licenses")):
            yield f"{component['name']} has no version or no licence"


def coverage_complaints(sbom: dict, build: Path) -> Iterator[str]:
    listed = {soname for component in sbom["components"] for soname in sonames_of(component)}
    for file in sorted(path for pattern in OURS for path in build.glob(pattern)):
        loaded = subprocess.run(["ldd", str(file)], capture_output=True, text=True, check=True).stdout
        for soname, path in LOADED.findall(loaded):
            name = soname or Path(path).name
            if name not in listed and name != KERNEL:
                yield f"{file.name} loads {name}, which is not listed"


def complaints(build: Path, folder: Path) -> Iterator[str]:
    first = made(build, folder / "first")
    if first.returncode != 0:
        yield f"exit code {first.returncode}: {first.stderr.strip()}"
        return
    text = (folder / "first/simiao.cdx.json").read_bytes()
    made(build, folder / "second")
    if text != (folder / "second/simiao.cdx.json").read_bytes():
        yield "made twice, it differs"
    sbom = json.loads(text)
    yield from shape_complaints(sbom)
    yield from coverage_complaints(sbom, build)
    notices = (folder / "first/THIRD-PARTY-NOTICES.txt").read_text(encoding="utf-8")
    yield from (f"{component['name']} has no notice" for component in sbom["components"]
                if "purl" in component and f"\n{component['name']} {component['version']}: " not in notices)


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        found = list(complaints(Path(arguments[0]).resolve(), Path(folder)))
    print("\n".join(found) or "Everything that is loaded is listed, and may be linked.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
