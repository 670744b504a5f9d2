#!/usr/bin/env python3
"""The manual pages and the help of each command say what the programs offer.

    check_man.py <build folder>

Every command and option of `simiao-cli --help` stands in simiao-cli.1, every option of `simiao --help` in simiao.1. Each
command's own help shows an example that the program understands. groff and man, where they are installed, find nothing wrong.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
HIDDEN = {"--help-all"}


def output_of(*command: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def plain(page: str) -> str:
    """The page without what only roff reads."""
    return re.sub(r"\\f[BIR]|\\&", "", page).replace(r"\-", "-").replace(r"\e", "\\")


def commands_in(help_text: str) -> list[str]:
    """The words of each command, as the section "Commands:" lists them."""
    section = help_text.split("Commands:\n", 1)[1].split("\n\n", 1)[0]
    words = (re.match(r"  ([a-z]+(?: [a-z0-9]+)*)", line) for line in section.splitlines())
    return [found.group(1) for found in words if found]


def missing_options(program: str, help_text: str, page: str) -> Iterator[str]:
    for option in sorted(set(OPTION.findall(help_text)) - HIDDEN):
        if option not in page:
            yield f"{program}.1 lacks the option {option}"


def command_complaints(cli: str, words: str, page: str) -> Iterator[str]:
    if not re.search(rf"^\.B {re.escape(words)}\b", page, re.MULTILINE):
        yield f"simiao-cli.1 lacks the command {words}"
    own = output_of(cli, *words.split(), "--help")
    example = re.search(r"^Example:\n  (simiao-cli .*)$", own.stdout, re.MULTILINE)
    if own.returncode != 0 or not example:
        yield f"simiao-cli {words} --help shows no example"
        return
    if not example.group(1).startswith(f"simiao-cli {words}"):
        yield f"simiao-cli {words} --help shows another command: {example.group(1)}"
    understood = output_of(cli, *shlex.split(example.group(1))[1:], "--help")
    if understood.returncode != 0 or understood.stdout != own.stdout:
        yield f"the example of {words} is not understood: {example.group(1)}"


def roff_complaints(page: Path) -> Iterator[str]:
    checks = [["groff", "-man", "-Tutf8", "-ww", "-z", str(page)], ["man", "--warnings", "-E", "UTF-8", "-l", str(page)]]
    for command in checks:
        if not shutil.which(command[0]):
            print(f"{command[0]} is not installed: {page.name} was not read by it")
            continue
        result = output_of(*command)
        if result.returncode != 0 or result.stderr.strip():
            yield f"{command[0]} on {page.name}: {result.stderr.strip() or result.returncode}"


def complaints(build: Path) -> Iterator[str]:
    cli, window = str(build / "bin/simiao-cli"), str(build / "bin/simiao")
    pages = {name: build / f"man/{name}.1" for name in ("simiao-cli", "simiao")}
    texts = {name: plain(path.read_text(encoding="utf-8")) for name, path in pages.items()}
    cli_help = output_of(cli, "--help").stdout
    yield from missing_options("simiao-cli", cli_help.rsplit("Options:", 1)[1], texts["simiao-cli"])
    yield from missing_options("simiao", output_of(window, "--help").stdout, texts["simiao"])
    words = commands_in(cli_help)
    if not words:
        yield "simiao-cli --help lists no command"
    for each in words:
        yield from command_complaints(cli, each, texts["simiao-cli"])
    for page in pages.values():
        yield from roff_complaints(page)


def main(arguments: list[str]) -> int:
    found = list(complaints(Path(arguments[0]).resolve()))
    print("\n".join(found) or "The manual pages are complete.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
