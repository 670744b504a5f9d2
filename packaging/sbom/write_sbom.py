"""The two files that go with a release: CycloneDX 1.5 for programs, notices for people."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from debian import Package
from licences import SEE_COPYRIGHT, names_of
from linked import Elf, Linked

OUR_LICENCE = "Apache-2.0"
COMMON_LICENCES = Path("/usr/share/common-licenses")
REFERRED = re.compile(re.escape(str(COMMON_LICENCES)) + r"/([A-Za-z]+(?:-\d+(?:\.\d+)?)?)")
RULE = "=" * 100


@dataclass(frozen=True)
class Contents:
    """Everything that is told of one build."""

    root: Path
    version: str
    linked: Linked
    owners: dict[Path, Package]  # of system libraries
    judged: dict[Package, str]  # the licence it is linked under
    headers: dict[Package, str]  # why its headers are compiled in

    @property
    def packages(self) -> list[Package]:
        return sorted({*self.owners.values(), *self.headers})


def distribution() -> str:
    """debian-12, of this machine."""
    lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    facts = dict(line.split("=", 1) for line in lines if "=" in line)
    return f"{facts['ID']}-{facts.get('VERSION_ID', '')}".replace('"', "").rstrip("-")


def purl_of(package: Package) -> str:
    distro = distribution()
    version = quote(package.version, safe="~")
    return (f"pkg:deb/{distro.split('-')[0]}/{quote(package.name, safe='')}@{version}"
            f"?arch={package.architecture}&distro={distro}")


def properties(pairs: Iterable[tuple[str, str]]) -> list[dict]:
    return [{"name": f"simiao:{name}", "value": value} for name, value in sorted(pairs)]


def own_reference(elf: Elf, root: Path) -> str:
    return elf.path.relative_to(root).as_posix()


def own_component(elf: Elf, contents: Contents) -> dict:
    return {
        "type": "application" if elf.path.parent.name == "bin" else "library",
        "bom-ref": own_reference(elf, contents.root),
        "name": elf.path.name.split(".so")[0],
        "version": contents.version,
        "licenses": [{"license": {"id": OUR_LICENCE}}],
        "properties": properties([("soname", elf.soname)] if ".so" in elf.soname else []),
    }


def package_component(package: Package, contents: Contents) -> dict:
    sonames = {elf.soname for elf in contents.linked.system if contents.owners[elf.path] == package}
    facts = [("soname", soname) for soname in sonames]
    facts += [("source", package.source), ("linked-under", contents.judged[package])]
    if package in contents.headers:
        facts.append(("headers", contents.headers[package]))
    return {
        "type": "library",
        "bom-ref": purl_of(package),
        "name": package.name,
        "version": package.version,
        "licenses": [{"license": {"name": name}} for name in names_of(package.copyright)],
        "purl": purl_of(package),
        "properties": properties(facts),
    }


def reference_of(elf: Elf, contents: Contents) -> str:
    package = contents.owners.get(elf.path)
    return purl_of(package) if package else own_reference(elf, contents.root)


def dependencies(contents: Contents) -> list[dict]:
    edges: dict[str, set[str]] = {}
    for elf in (*contents.linked.ours, *contents.linked.system):
        here = reference_of(elf, contents)
        needed = {reference_of(other, contents) for other in contents.linked.needed_by(elf)}
        edges.setdefault(here, set()).update(needed - {here})
    edges["simiao"] = {own_reference(elf, contents.root) for elf in contents.linked.ours}
    return [{"ref": here, "dependsOn": sorted(edges[here])} for here in sorted(edges)]


def metadata(contents: Contents) -> dict:
    """With the time only where the build says which: the same input gives the same file."""
    told = {"component": {"type": "application", "bom-ref": "simiao", "name": "Simiao", "version": contents.version,
                          "licenses": [{"license": {"id": OUR_LICENCE}}]}}
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        told["timestamp"] = datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return told


def cyclonedx(contents: Contents) -> dict:
    own = sorted((own_component(elf, contents) for elf in contents.linked.ours), key=lambda one: one["bom-ref"])
    others = [package_component(package, contents) for package in contents.packages]
    return {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "metadata": metadata(contents),
            "components": own + others, "dependencies": dependencies(contents)}


def notice(packages: list[Package], contents: Contents) -> str:
    """Packages of one source share one copyright file."""
    lines = [f"{package.name} {package.version}: linked under {contents.judged[package]}" for package in packages]
    names = ", ".join(names_of(packages[0].copyright))
    named = names if names == SEE_COPYRIGHT else f"licences named: {names}"
    return "\n".join([RULE, *lines, named, "", packages[0].copyright.strip(), ""])


def common_licences(text: str) -> list[str]:
    """The licences that the copyright files refer to and do not hold."""
    names = sorted({match.group(1) for match in REFERRED.finditer(text)})
    paths = [COMMON_LICENCES / name for name in names if (COMMON_LICENCES / name).is_file()]
    return ["\n".join([RULE, str(path), "", path.read_text(encoding="utf-8").strip("\n"), ""]) for path in paths]


def notices(contents: Contents) -> str:
    by_text: dict[str, list[Package]] = {}
    for package in contents.packages:
        by_text.setdefault(package.copyright, []).append(package)
    head = (f"Simiao {contents.version} is under {OUR_LICENCE} (LICENSE). It is linked with the following packages of "
            f"{distribution()},\neach with its copyright file as it was packed.\n")
    body = "\n".join(notice(packages, contents) for packages in by_text.values())
    return "\n".join([head, body, *common_licences(body)])
