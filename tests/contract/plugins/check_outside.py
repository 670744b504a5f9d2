#!/usr/bin/env python3
"""Builds the plugin of `outside` against the installed SDK alone, starts it, and looks for its panel on the screen.

    check_outside.py <cmake> <build folder> <plugin_starter> <simiao> <cmake option for the plugin>...

The SDK is installed into a temporary folder and the project copied beside it: nothing of the source tree is in reach.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parents[2]
PROJECT = HERE / "outside"
TOUR = HERE / "outside_tour.json"
TUTORIAL = SOURCE / "modules/sdk/TUTORIAL.md"
PUBLIC_PARTS = {"core", "domain", "imaging", "workflow", "ui", "sdk"}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)
NAMED_BLOCK = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CMAKE, BUILD, STARTER, SIMIAO, *OPTIONS = sys.argv[1:]


def run(*command: str | Path, **environment: str) -> tuple[int, str]:
    """Exit code and all that was said."""
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, check=False, env=os.environ | environment)
    return done.returncode, done.stdout


def must(step: tuple[int, str]) -> None:
    """Without this step there is nothing to test."""
    exit_code, said = step
    if exit_code != 0:
        raise RuntimeError(said)


class Outside(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.root = Path(folder.name).resolve()
        cls.prefix = cls.root / "sdk"
        must(run(CMAKE, "--install", BUILD, "--component", "Sdk", "--prefix", cls.prefix))
        cls.vitals = cls.copy_of_project("vitals")
        must(cls.configure(cls.vitals))
        must(cls.build(cls.vitals))

    @classmethod
    def copy_of_project(cls, name: str) -> Path:
        return Path(shutil.copytree(PROJECT, cls.root / name))

    @classmethod
    def configure(cls, project: Path) -> tuple[int, str]:
        return run(CMAKE, "-S", project, "-B", project / "build", *OPTIONS, f"-DCMAKE_PREFIX_PATH={cls.prefix}",
                   "-DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF")

    @classmethod
    def build(cls, project: Path) -> tuple[int, str]:
        return run(CMAKE, "--build", project / "build", "--parallel", "2")

    def test_is_built_against_the_installed_copy(self) -> None:
        cache = (self.vitals / "build/CMakeCache.txt").read_text(encoding="utf-8")
        self.assertIn(f"SimiaoSdk_DIR:PATH={self.prefix}/", cache)

    def test_runs_and_offers_all_it_announces(self) -> None:
        exit_code, said = run(STARTER, self.vitals / "build", self.root / "plugin.guard", self.root / "plugins.disabled")

        self.assertEqual(exit_code, 0, said)
        lines = [line.strip() for line in said.splitlines()]
        self.assertIn("vitals running", lines)
        self.assertEqual([line for line in lines if line.startswith("notice vitals")], [])

    def test_its_panel_is_on_the_consult_screen(self) -> None:
        for language in ("zh_CN", "en"):
            with self.subTest(language):
                exit_code, said = run(SIMIAO, "--tour", TOUR, "--language", language, "--patience", "6",
                                      SIMIAO_PLUGINS_PATH=str(self.vitals / "build"))
                self.assertEqual(exit_code, 0, said[-2000:])

    def test_cannot_include_what_is_not_public(self) -> None:
        project = self.copy_of_project("curious")
        panel = project / "vitals_panel.h"
        panel.write_text('#include "storage/sql_store.h"\n' + panel.read_text(encoding="utf-8"), encoding="utf-8")

        must(self.configure(project))
        exit_code, said = self.build(project)
        self.assertNotEqual(exit_code, 0, said)
        self.assertRegex(said, r"storage/sql_store\.h\S* (?:file not found|No such file)")

    def test_is_refused_when_made_for_another_number(self) -> None:
        project = self.copy_of_project("newer")
        lists = project / "CMakeLists.txt"
        text = lists.read_text(encoding="utf-8")
        lists.write_text(re.sub(r"(?<=SimiaoSdk )\d+", lambda number: str(int(number[0]) + 1), text), encoding="utf-8")

        exit_code, said = self.configure(project)
        self.assertNotEqual(exit_code, 0, said)
        self.assertIn('"SimiaoSdk" that is compatible with requested version', " ".join(said.split()))

    def test_finds_every_header_that_a_header_includes(self) -> None:
        folder = self.prefix / "include/simiao"
        self.assertEqual({part.name for part in folder.iterdir()}, PUBLIC_PARTS)
        for header in folder.rglob("*.h"):
            for included in INCLUDE.findall(header.read_text(encoding="utf-8")):
                self.assertTrue((folder / included).is_file(), f"{header.relative_to(folder)} includes {included}")

    def test_is_told_no_folder_of_the_build(self) -> None:
        package = list(self.prefix.rglob("*.cmake"))
        self.assertTrue(package)
        for file in package:
            text = file.read_text(encoding="utf-8")
            self.assertNotIn(str(SOURCE), text, file.name)
            self.assertNotIn(BUILD, text, file.name)


class Tutorial(unittest.TestCase):
    maxDiff = None

    def test_shows_every_file_as_it_is(self) -> None:
        shown = dict(NAMED_BLOCK.findall(TUTORIAL.read_text(encoding="utf-8")))
        files = {file.name: file.read_text(encoding="utf-8") for file in PROJECT.iterdir()}
        self.assertEqual(shown, files)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
