#!/usr/bin/env python3
"""Proves that configuration stops at a link that the layer table does not allow.

    check_layers.py <cmake>

Each fixture folder is a project of its own that uses the real helpers of packaging/cmake.
"""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
HELPERS = HERE.parents[2] / "packaging" / "cmake"
CMAKE = "cmake"


def configure(fixture: str) -> tuple[int, str]:
    """Exit code and what cmake said, with its line breaks undone."""
    with tempfile.TemporaryDirectory() as build:
        run = subprocess.run([CMAKE, "-S", str(HERE / fixture), "-B", build, f"-DSIMIAO_CMAKE_DIR={HELPERS}"],
                             capture_output=True, text=True, check=False)
    return run.returncode, " ".join((run.stdout + run.stderr).split())


class Layers(unittest.TestCase):
    def assert_refused(self, fixture: str, message: str) -> None:
        exit_code, said = configure(fixture)
        self.assertNotEqual(exit_code, 0, said)
        self.assertIn(message, said)

    def test_refuses_a_link_to_a_higher_layer(self) -> None:
        self.assert_refused("upward", "domain (layer 1) must not link storage (layer 3)")

    def test_refuses_a_link_to_a_neighbour_that_is_not_listed(self) -> None:
        self.assert_refused("sideways", "dicom (layer 3) must not link storage (layer 3)")

    def test_refuses_a_plugin_that_links_a_plugin(self) -> None:
        self.assert_refused("plugin_to_plugin", "plugin:orders must not link plugin imaging")

    def test_lets_every_allowed_link_pass(self) -> None:
        exit_code, said = configure("good")
        self.assertEqual(exit_code, 0, said)


if __name__ == "__main__":
    CMAKE = sys.argv.pop(1) if len(sys.argv) > 1 else CMAKE
    unittest.main()
