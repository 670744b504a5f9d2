#!/usr/bin/env python3
"""The SBOM refuses what it should; a check that never fires is worth nothing."""

import json
import sys
import unittest
from dataclasses import dataclass
from pathlib import Path

SBOM = Path(__file__).resolve().parents[3] / "packaging/sbom"
sys.path.insert(0, str(SBOM))

import licences  # noqa: E402
import write_sbom  # noqa: E402

TABLE = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"


@dataclass(frozen=True)
class FakePackage:
    """A package whose copyright file is given."""

    copyright: str
    name: str = "libfoo1"
    source: str = "foo"
    version: str = "1:2.0+b1"
    architecture: str = "amd64"


def a_table(licence: str, more: str = "") -> str:
    return f"{TABLE}\nFiles: *\nCopyright: somebody\nLicense: {licence}\n text\n .\n more text\n{more}"


class Licences(unittest.TestCase):
    def setUp(self) -> None:
        self.policy = licences.Policy.from_json(json.loads((SBOM / "policy.json").read_text(encoding="utf-8")))

    def refusal(self, text: str, **facts: str) -> str:
        with self.assertRaises(licences.Refused) as refused:
            licences.judge(FakePackage(text, **facts), self.policy)
        return str(refused.exception)

    def test_lets_permissive_and_lesser_licences_pass(self) -> None:
        for licence in ("Expat", "expat", "LGPL-2.1+", "LGPL-3 or GPL-2", "BSD-3-clause  and Expat", "GPL-2 or MIT and ISC",
                        "GPL-2+ or AFL-2.1, and Expat and Tcl-BSDish"):
            self.assertEqual(licences.judge(FakePackage(a_table(licence)), self.policy), " ".join(licence.split()))

    def test_refuses_what_is_gpl_alone_and_names_it(self) -> None:
        self.assertEqual(self.refusal(a_table("GPL-2+")), "libfoo1: GPL-2+ is not a licence that may be linked")
        for licence in ("GPL-3", "Expat and GPL-2", "AGPL-3", "GPL-2 or AFL-2.1, and GPL-3", "Proprietary"):
            self.assertIn("may be linked", self.refusal(a_table(licence)))

    def test_refuses_what_nobody_has_read(self) -> None:
        self.assertIn("add it to policy.json", self.refusal("This package is under the GPL."))
        self.assertIn("add it to policy.json", self.refusal(f"{TABLE}\nFiles: src/*\nLicense: Expat\n"))

    def test_believes_who_has_read_it(self) -> None:
        self.assertEqual(licences.judge(FakePackage(a_table("GPL-2+"), source="keyutils"), self.policy), "LGPL-2+")

    def test_every_reviewed_licence_may_be_linked(self) -> None:
        for package, licence in self.policy.reviewed.items():
            self.assertTrue(self.policy.allows(licence), package)

    def test_names_every_licence_of_a_table_and_guesses_none(self) -> None:
        more = "\nFiles: debian/*\nLicense: GPL-2+\n\nLicense: GPL-2+\n the text\n"
        self.assertEqual(licences.names_of(a_table("Expat", more)), ["Expat", "GPL-2+"])
        self.assertEqual(licences.names_of("Copyright 2026, MIT"), [licences.SEE_COPYRIGHT])


class Files(unittest.TestCase):
    def test_writes_a_version_so_that_a_purl_can_be_read(self) -> None:
        self.assertRegex(write_sbom.purl_of(FakePackage("")), r"^pkg:deb/\w+/libfoo1@1%3A2\.0%2Bb1\?arch=amd64&distro=\S+$")

    def test_adds_the_licences_that_are_referred_to(self) -> None:
        texts = write_sbom.common_licences("see `/usr/share/common-licenses/GPL-2'.")
        self.assertEqual(len(texts), 1)
        self.assertIn("GNU GENERAL PUBLIC LICENSE", texts[0])


if __name__ == "__main__":
    unittest.main()
