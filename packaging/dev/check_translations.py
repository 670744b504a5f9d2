#!/usr/bin/env python3
"""Fails unless every string of the sources has a finished Chinese translation.

    check_translations.py            compares; prints file: context: source: complaint
    check_translations.py --update   writes new strings into the .ts files, for the translator

`translations/simiao_zh_CN.ts` holds everything that has no .ts file of its own; a plugin folder that has a
`*_zh_CN.ts` is covered by that one.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LUPDATE = Path("/usr/lib/qt6/bin/lupdate")
SOURCE_FOLDERS = ("app", "modules", "plugins")
SOURCE_SUFFIXES = {".h", ".cpp", ".qml", ".js"}
NO_CONTEXT = re.compile(r"lacks Q_OBJECT|cannot be called without context")
PLACEHOLDER = re.compile(r"%(?:L?\d+|n)")
MNEMONIC = re.compile(r"(?<!&)&(?=[^\s&;])")


@dataclass(frozen=True)
class Message:
    context: str
    source: str
    comment: str
    forms: tuple[str, ...]  # one, or the plural forms
    is_numerus: bool
    is_finished: bool

    @property
    def key(self) -> tuple[str, str, str]:
        return self.context, self.source, self.comment


def ts_files(root: Path) -> list[Path]:
    return sorted([*root.glob("translations/*_zh_CN.ts"), *root.glob("plugins/**/*_zh_CN.ts")])


def sources_of(ts: Path, root: Path) -> list[Path]:
    """The sources a .ts file answers for."""
    if ts.parent.name != "translations":
        return files_below(ts.parent)
    own = [other.parent for other in ts_files(root) if other.parent.name != "translations"]
    return [path for folder in SOURCE_FOLDERS for path in files_below(root / folder)
            if not any(path.is_relative_to(plugin) for plugin in own)]


def files_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in SOURCE_SUFFIXES)


def run_lupdate(ts: Path, sources: list[Path]) -> list[str]:
    """Writes the strings of `sources` into `ts`; gives back what lupdate complains about."""
    names = ts.with_suffix(".sources")
    names.write_text("\n".join(map(str, sources)), encoding="utf-8")
    # Without the headers lupdate does not see Q_OBJECT and leaves the namespace out of the context.
    includes = [f"-I{folder}" for folder in (ROOT / "modules", ROOT / "app", *ROOT.glob("plugins/*/"), *ROOT.glob("plugins/*/*/"))]
    command = [str(LUPDATE), *includes, "-locations", "none", "-no-obsolete", "-source-language", "en",
               "-target-language", "zh_CN", f"@{names}", "-ts", str(ts)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    names.unlink()
    if run.returncode:
        raise RuntimeError(f"lupdate failed: {run.stderr}")
    return [line for line in run.stderr.splitlines() if NO_CONTEXT.search(line)]


def messages(ts: Path) -> Iterator[Message]:
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for each in context.iter("message"):
            translation = each.find("translation")
            if translation is not None and translation.get("type") not in {"vanished", "obsolete"}:
                yield read_message(context.findtext("name") or "", each, translation)


def read_message(context: str, message: ElementTree.Element, translation: ElementTree.Element) -> Message:
    is_numerus = message.get("numerus") == "yes"
    texts = translation.findall("numerusform") if is_numerus else [translation]
    forms = tuple(each.text or "" for each in texts)
    return Message(context, message.findtext("source") or "", message.findtext("comment") or "",
                   forms, is_numerus, translation.get("type") != "unfinished")


def complaints(message: Message) -> Iterator[str]:
    if not message.is_finished or not message.forms or not all(form.strip() for form in message.forms):
        yield "not translated"
        return
    for form in message.forms:
        wanted, found = placeholders(message.source), placeholders(form)
        if message.is_numerus:  # "one file" may leave out the number
            wanted, found = wanted - {"%n"}, found - {"%n"}
        if wanted != found:
            yield f"placeholders differ: {shown(wanted)} became {shown(found)}"
        if len(MNEMONIC.findall(message.source)) != len(MNEMONIC.findall(form)):
            yield "the mnemonic (&) is on one side only"


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def shown(found: set[str]) -> str:
    return " ".join(sorted(found)) or "none"


def check(ts: Path, root: Path) -> list[str]:
    """Complaints about one .ts file, held against the sources of today."""
    name = ts.relative_to(root)
    known = {message.key for message in messages(ts)}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / ts.name
        shutil.copy(ts, copy)
        found = [f"{name}: {line}" for line in run_lupdate(copy, sources_of(ts, root))]
        current = list(messages(copy))
    for message in current:
        wrong = complaints(message) if message.key in known else ["new in the sources, not in the .ts file"]
        found += [f"{name}: {message.context}: {message.source!r}: {each}" for each in wrong]
    found += [f"{name}: {context}: {source!r}: no longer in the sources"
              for context, source, _ in sorted(known - {message.key for message in current})]
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="write new strings into the .ts files")
    options = parser.parse_args()
    files = ts_files(ROOT)
    if not files:
        print("translations/simiao_zh_CN.ts is missing")
        return 1
    if options.update:
        found = [line for ts in files for line in run_lupdate(ts, sources_of(ts, ROOT))]
    else:
        found = [line for ts in files for line in check(ts, ROOT)]
    print("\n".join(found) or "Translations are complete.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
