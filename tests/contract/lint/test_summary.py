#!/usr/bin/env python3
"""The closing line counts functions, not programs, and hides no failure."""

import sys
import tempfile
import unittest
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "packaging" / "dev"))
from summarise_tests import count_file

QT_TEST = """PASS   : DeskTest::initTestCase()
PASS   : DeskTest::callsNext(first <row>)
SKIP   : DeskTest::readsSlices() needs shared: dicom/ct
   Loc: [desk_test.cpp(12)]
PASS   : DeskTest::cleanupTestCase()
Totals: 3 passed, {failed} failed, 1 skipped, 0 blacklisted, 2ms
"""


def a_case(name: str, status: str = "run", output: str = "", skipped: str = "") -> str:
    note = f"<skipped message={quoteattr(skipped)}/>" if skipped else ""
    body = f"{note}<system-out>{escape(output)}</system-out>"
    return f'<testcase name="{name}" status="{status}">{body}</testcase>'


def counted(*cases: str, shared_present: bool = False) -> str:
    with tempfile.TemporaryDirectory() as folder:
        junit = Path(folder) / "tests.xml"
        junit.write_text(f"<testsuite>{''.join(cases)}</testsuite>", encoding="utf-8")
        return str(count_file(junit, shared_present))


class Summary(unittest.TestCase):
    def test_counts_the_functions_of_a_qt_test_without_its_frame(self) -> None:
        desk = a_case("desk", output=QT_TEST.format(failed=0))
        self.assertEqual(counted(desk), "1 passed, 0 failed, 1 skipped")

    def test_a_skip_for_want_of_the_folder_that_is_there_is_a_failure(self) -> None:
        lacking = a_case("fhir", "notrun", "needs shared: fhir", "SKIP_RETURN_CODE=77")
        desk = a_case("desk", output=QT_TEST.format(failed=0))
        self.assertEqual(counted(desk, lacking, shared_present=True), "1 passed, 2 failed, 0 skipped")
        self.assertEqual(counted(desk, lacking), "1 passed, 0 failed, 2 skipped")

    def test_counts_any_other_test_once(self) -> None:
        self.assertEqual(counted(a_case("lint"), a_case("tour", "fail")), "1 passed, 1 failed, 0 skipped")

    def test_a_program_that_dies_after_its_totals_has_failed(self) -> None:
        died = a_case("desk", "fail", QT_TEST.format(failed=0))
        self.assertEqual(counted(died), "1 passed, 1 failed, 1 skipped")

    def test_failed_functions_are_not_counted_twice(self) -> None:
        failing = a_case("desk", "fail", QT_TEST.format(failed=2))
        self.assertEqual(counted(failing), "1 passed, 2 failed, 1 skipped")

    def test_a_program_that_cannot_be_started_has_failed(self) -> None:
        gone = a_case("gone", "notrun", skipped="Unable to find executable")
        self.assertEqual(counted(gone, a_case("off", "disabled")), "0 passed, 1 failed, 1 skipped")

    def test_no_result_is_a_failure(self) -> None:
        self.assertEqual(counted(), "0 passed, 1 failed, 0 skipped")
        self.assertEqual(str(count_file(Path("absent.xml"), False)), "0 passed, 1 failed, 0 skipped")


if __name__ == "__main__":
    unittest.main()
