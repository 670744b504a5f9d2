#!/usr/bin/env python3
"""Proves that the coroutine lint finds each trap, and nothing else.

A line of a fixture that ends with `// trap: <text>` must give one finding whose message holds <text>.
"""

import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
LINT = HERE.parents[2] / "packaging" / "dev" / "lint_coroutines.py"
TRAP = re.compile(r"// trap: (.+)$")


def expected_findings(fixture: Path) -> list[tuple[int, str]]:
    lines = fixture.read_text(encoding="utf-8").splitlines()
    return [(number, match.group(1)) for number, line in enumerate(lines, 1) if (match := TRAP.search(line))]


def lint(fixture: Path) -> tuple[int, list[tuple[int, str]]]:
    """Exit code and findings. The copy stands in a folder of its own: some rules do not hold below tests/."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / fixture.name.removesuffix(".txt")
        copy.write_bytes(fixture.read_bytes())
        run = subprocess.run([sys.executable, str(LINT), folder], capture_output=True, text=True, check=False)
    found = [line.removeprefix(f"{copy}:").split(": ", 1) for line in run.stdout.splitlines()]
    return run.returncode, [(int(number), message) for number, message in found]


class LintFixtures(unittest.TestCase):
    def check(self, fixture: Path) -> None:
        expected = expected_findings(fixture)

        exit_code, found = lint(fixture)

        self.assertEqual([line for line, _ in found], [line for line, _ in expected], found)
        for (_, message), (_, text) in zip(found, expected):
            self.assertIn(text, message)
        self.assertEqual(exit_code, 1 if expected else 0)

    def test_finds_each_trap(self) -> None:
        traps = sorted(set(HERE.glob("fixtures/*.cpp.txt")) - {HERE / "fixtures/good.cpp.txt"})
        self.assertTrue(traps)
        for trap in traps:
            with self.subTest(trap.name):
                self.assertTrue(expected_findings(trap), "a fixture without a trap")
                self.check(trap)

    def test_leaves_good_code_alone(self) -> None:
        self.check(HERE / "fixtures/good.cpp.txt")

    def test_refuses_to_run_on_nothing(self) -> None:
        run = subprocess.run([sys.executable, str(LINT)], capture_output=True, check=False)
        self.assertEqual(run.returncode, 2)


if __name__ == "__main__":
    unittest.main()
