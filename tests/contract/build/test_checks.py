#!/usr/bin/env python3
"""The include and text checks find what they are there for; a check that never fires is worth nothing."""

import tempfile
import unittest
from pathlib import Path

import check_includes
import check_plain_text
import check_text

LAYERS = Path(__file__).resolve().parents[3] / "packaging/cmake/SimiaoLayers.cmake"
DOMAIN_TABLE = """# Domain

| folder | may include |
|---|---|
| `base` | nothing |
| `medications` | `base`, `clinical` |
| `clinical` | `base` |
"""


class Tree(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name).resolve()
        self.write("packaging/cmake/SimiaoLayers.cmake", LAYERS.read_text(encoding="utf-8"))
        self.write("modules/domain/README.md", DOMAIN_TABLE)

    def write(self, path: str, text: str = "") -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def include(self, source: str, header: str, stands_in: str = "") -> list[str]:
        """Complaints about one file with one include."""
        if stands_in:
            self.write(stands_in)
        self.write(source, f'#pragma once\n#include "{header}"\n')
        return list(check_includes.include_complaints(self.root))

    def assert_refused(self, complaints: list[str], message: str) -> None:
        self.assertEqual(len(complaints), 1, complaints)
        self.assertIn(message, complaints[0])


class Includes(Tree):
    def test_lets_lower_layers_and_listed_neighbours_pass(self) -> None:
        self.assertEqual(self.include("modules/workflow/nursing/give.cpp", "domain/base/id.h"), [])
        self.assertEqual(self.include("modules/integration/dicomweb/web.cpp", "integration/http/http.h"), [])
        self.assertEqual(self.include("modules/domain/medications/dose.h", "domain/clinical/allergy.h"), [])
        self.assertEqual(self.include("app/shell/window.cpp", "shell/window.h", "app/shell/window.h"), [])

    def test_refuses_a_higher_layer(self) -> None:
        found = self.include("modules/core/id.h", "storage/executor.h")
        self.assert_refused(found, "modules/core/id.h:2: core (layer 0) must not include storage (layer 3)")

    def test_refuses_an_unlisted_neighbour(self) -> None:
        found = self.include("modules/imaging/lut.h", "domain/base/id.h")
        self.assert_refused(found, "imaging (layer 1) must not include domain (layer 1)")

    def test_sees_through_a_relative_path(self) -> None:
        found = self.include("modules/core/id.h", "../../app/shell/window.h", "app/shell/window.h")
        self.assert_refused(found, "core (layer 0) must not include app (layer 6)")

    def test_refuses_another_plugin(self) -> None:
        found = self.include("plugins/features/orders/orders.cpp", "imaging/viewport.h",
                             "plugins/features/imaging/viewport.h")
        self.assert_refused(found, "plugin:orders must not include plugin:imaging")

    def test_knows_a_plugin_from_the_module_of_the_same_name(self) -> None:
        found = self.include("plugins/features/orders/orders.cpp", "imaging/lut.h", "modules/imaging/lut.h")
        self.assertEqual(found, [])

    def test_refuses_what_the_domain_table_does_not_list(self) -> None:
        found = self.include("modules/domain/clinical/note.h", "domain/medications/dose.h")
        self.assert_refused(found, "domain/clinical must not include domain/medications")

    def test_refuses_one_use_case_folder_in_another(self) -> None:
        self.assertEqual(self.include("modules/workflow/cashier/pay.h", "workflow/ports/clock.h"), [])
        found = self.include("modules/workflow/cashier/pay.h", "workflow/nursing/give.h")
        self.assert_refused(found, "workflow/cashier must not include workflow/nursing")

    def test_refuses_a_circle_in_the_domain_table(self) -> None:
        self.write("modules/domain/README.md", DOMAIN_TABLE.replace("nothing", "medications"))
        self.assertIn("a circle", list(check_includes.include_complaints(self.root))[0])

    def test_refuses_a_part_without_a_layer(self) -> None:
        self.assert_refused(self.include("modules/novelty/a.h", "core/id.h"), "novelty has no layer")

    def test_refuses_links_beside_the_helpers(self) -> None:
        self.write("plugins/features/orders/CMakeLists.txt", "target_link_libraries(x PRIVATE y)\n")
        self.write("modules/core/CMakeLists.txt", "# target_link_libraries\nsimiao_add_module(core)\n")
        self.assert_refused(list(check_includes.link_complaints(self.root)), "orders/CMakeLists.txt:1")


class Text(Tree):
    def test_lets_clean_text_pass(self) -> None:
        self.write("modules/core/a.h", "int a; // artwork/rooted\n")
        self.assertEqual(list(check_text.complaints(self.root)), [])

    def test_finds_a_path_of_a_machine(self) -> None:
        self.write("docs/a.md", "see " + "/".join(["", "work", "main"]))
        self.assert_refused(list(check_text.complaints(self.root)), "docs/a.md:1: a path of somebody")

    def test_finds_tabs_and_trailing_blanks(self) -> None:
        self.write("modules/core/a.cpp", "int a;\n\tint b;\nint c; \n")
        found = list(check_text.complaints(self.root))
        self.assertEqual(found, ["modules/core/a.cpp:2: tab", "modules/core/a.cpp:3: trailing blank"])

    def test_wants_a_readme_where_many_folders_are(self) -> None:
        for folder in "abcd":
            self.write(f"docs/{folder}/x.md")
        self.assert_refused(list(check_text.complaints(self.root)), "docs: holds 4 folders and no README.md")
        self.write("docs/README.md", "Docs\n")
        self.assertEqual(list(check_text.complaints(self.root)), [])


class PlainText(Tree):
    def complaints(self, line: str) -> list[str]:
        for folder in check_plain_text.FOLDERS:
            (self.root / folder).mkdir(exist_ok=True)
        self.write("app/shell/page.cpp", line + "\n")
        return list(check_plain_text.complaints(self.root))

    def test_lets_plain_texts_pass(self) -> None:
        for line in ("auto *l = new ui::TextLabel(name);", 'b->setToolTip(tr("Words"));',
                     "b->setToolTip(ui::plainToolTip(name));", "#include <QLabel>", "// QLabel would guess",
                     'b->setToolTip(isOn ? QString() : tr("Words"));'):
            self.assertEqual(self.complaints(line), [], line)

    def test_refuses_what_may_be_markup(self) -> None:
        for line in ("auto *l = new QLabel(name);", "view->setHtml(name);", "label->setTextFormat(Qt::RichText);",
                     "b->setToolTip(name);", "b->setToolTip(name.toHtmlEscaped());", "QMessageBox::warning(this, {}, name);"):
            self.assertTrue(self.complaints(line), line)


if __name__ == "__main__":
    unittest.main()
