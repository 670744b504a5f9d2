#!/usr/bin/env python3
"""Closing line of the tests: reads ctest's JUnit file, counts, prints `N passed, N failed, N skipped`.

A Qt Test program counts with each of its functions (its `Totals:` line), any other test counts once.
Exit code 0 only if nothing failed.
"""

import argparse
import re
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path

TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped", re.MULTILINE)
FRAME = re.compile(r"^PASS   : [\w:]+::(?:init|cleanup)TestCase\(\)$", re.MULTILINE)
SKIPPED = re.compile(r"^SKIP   : (\S+\(.*?\)) ?(.*)$", re.MULTILINE)
WANTS_SHARED = "needs shared:"


@dataclass
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, other: "Count") -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        self.notes += other.notes

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def failed(name: str, reason: str) -> Count:
    return Count(failed=1, notes=[f"failed: {name}: {reason}"])


def skipped(name: str, reason: str, shared_present: bool) -> Count:
    """A test that lacks the shared folder although it is there has failed to find it."""
    if shared_present and reason.startswith(WANTS_SHARED):
        return failed(name, f"skipped, though the folder is there ({reason})")
    return Count(skipped=1, notes=[f"skipped: {name}: {reason}"])


def ended_well(case: ElementTree.Element) -> bool:
    return case.get("status") == "run" and case.find("failure") is None


def left_out(case: ElementTree.Element) -> bool:
    """Disabled, or skipped by its own word; a program that could not be started is neither."""
    note = case.find("skipped")
    said_so = note is not None and note.get("message", "").startswith("SKIP_")
    return case.get("status") == "disabled" or said_so


def count_functions(name: str, output: str, shared_present: bool) -> Count:
    """Sums the `Totals:` lines; initTestCase and cleanupTestCase are frame, not tests."""
    totals = [[int(number) for number in match.groups()] for match in TOTALS.finditer(output)]
    count = Count(passed=sum(row[0] for row in totals) - len(FRAME.findall(output)),
                  failed=sum(row[1] for row in totals))
    if count.failed:
        count.notes.append(f"failed: {name}: {count.failed} of its functions")
    skips = [skipped(f"{name} {function}", reason, shared_present)
             for function, reason in SKIPPED.findall(output)]
    for skip in skips:
        count.add(skip)
    count.skipped += max(0, sum(row[2] for row in totals) - len(skips))
    return count


def count_case(case: ElementTree.Element, shared_present: bool) -> Count:
    name = case.get("name", "?")
    output = case.findtext("system-out") or ""
    if left_out(case):
        lack = next((line for line in output.splitlines() if line.startswith(WANTS_SHARED)), "left out")
        return skipped(name, lack, shared_present)
    if not TOTALS.search(output):
        return Count(passed=1) if ended_well(case) else failed(name, "see its output above")
    count = count_functions(name, output, shared_present)
    if count.failed == 0 and not ended_well(case):
        count.add(failed(name, "every function passed, but the program did not end well"))
    return count


def count_file(path: Path, shared_present: bool) -> Count:
    try:
        cases = ElementTree.parse(path).getroot().findall(".//testcase")
    except (OSError, ElementTree.ParseError) as error:
        return failed("ctest", f"no result file: {error}")
    if not cases:
        return failed("ctest", "no test was run")
    total = Count()
    for case in cases:
        total.add(count_case(case, shared_present))
    return total


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("junit", type=Path)
    parser.add_argument("--shared-present", action="store_true",
                        help="the shared folder exists: a test that skips for want of it has failed")
    options = parser.parse_args()
    total = count_file(options.junit, options.shared_present)
    print("\n".join([*total.notes, str(total)]))
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main())
