#!/usr/bin/env python3
"""Lists what a built program is linked with, and under which licences.

    make_sbom.py [BUILD_TREE_OR_PREFIX] [--out FOLDER]

Writes `simiao.cdx.json` (CycloneDX 1.5) and `THIRD-PARTY-NOTICES.txt` into FOLDER; without it into the tree itself.
Exit code 1 when something cannot be read, 2 when a package is linked that `policy.json` does not allow; nothing is written then.
"""

import argparse
import json
import re
import sys
from pathlib import Path

from debian import NotInstalled, Package, owners, packages
from licences import Policy, Refused, judge
from linked import Unreadable, linked
from write_sbom import Contents, cyclonedx, notices

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parents[1]
VERSION = re.compile(r"^project\(\S+ VERSION (\S+)", re.MULTILINE)


def table(name: str):
    return json.loads((HERE / name).read_text(encoding="utf-8"))


def judge_all(wanted: list[Package], policy: Policy) -> dict[Package, str]:
    """Raises Refused with every package that is refused."""
    judged, complaints = {}, []
    for package in wanted:
        try:
            judged[package] = judge(package, policy)
        except Refused as refused:
            complaints.append(str(refused))
    if complaints:
        raise Refused("\n".join(complaints))
    return judged


def read_contents(root: Path, policy: Policy) -> Contents:
    found = linked(root, [entry["file"] for entry in table("run_time.json")])
    owned = owners(elf.path for elf in found.system)
    reasons = {entry["package"]: entry["why"] for entry in table("header_only.json")}
    known = packages([*owned.values(), *reasons])
    by_path = {path: known[name] for path, name in owned.items()}
    headers = {known[name]: why for name, why in reasons.items()}
    judged = judge_all(sorted({*by_path.values(), *headers}), policy)
    version = VERSION.search((SOURCE / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)
    return Contents(root, version, found, by_path, judged, headers)


def write(contents: Contents, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(cyclonedx(contents), indent=2, ensure_ascii=False, sort_keys=True)
    (folder / "simiao.cdx.json").write_text(text + "\n", encoding="utf-8")
    (folder / "THIRD-PARTY-NOTICES.txt").write_text(notices(contents), encoding="utf-8")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("root", type=Path, nargs="?", default=SOURCE / "build/release")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    try:
        contents = read_contents(root, Policy.from_json(table("policy.json")))
        write(contents, options.out or root)
    except (Unreadable, NotInstalled) as missing:
        print(missing, file=sys.stderr)
        return 1
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    print(f"{len(contents.linked.ours)} files of ours, {len(contents.packages)} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
