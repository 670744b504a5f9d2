#!/usr/bin/env python3
"""The include and text checks find what they are there for; a check that never fires is worth nothing."""

import tempfile
import unittest
from pathlib import Path

import check_includes
import check_plain_text
import check_sql_age
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


class SqlAge(unittest.TestCase):
    def found(self, sql: str, suffix: str = ".sql") -> list[tuple[int, int]]:
        return [(line, version) for line, version, _ in check_sql_age.newer_words(sql, suffix)]

    def test_lets_what_postgresql_12_knows_pass(self) -> None:
        for sql in ("WITH a AS MATERIALIZED (SELECT 1) SELECT * FROM a", "-- gen_random_uuid() came with 13",
                    "CREATE TABLE a (x int GENERATED ALWAYS AS (1) STORED)", "SELECT set_config('a.b', $1, true)",
                    "INSERT INTO a VALUES (1) ON CONFLICT (x) DO UPDATE SET x = 100", "SELECT payload ->> 'merge' FROM a",
                    "CREATE TABLE a (x int PRIMARY KEY) PARTITION BY RANGE (x);\n"
                    "CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH STATEMENT EXECUTE FUNCTION f()"):
            self.assertEqual(self.found(sql), [], sql)

    def test_finds_what_came_later(self) -> None:
        for version, sql in ((13, "SELECT gen_random_uuid()"), (13, "FETCH FIRST 3 ROWS WITH TIES"), (13, "SELECT pg_current_xact_id()"),
                             (14, "CREATE OR REPLACE TRIGGER t"), (14, "SELECT date_bin('1 day', a, b)"), (14, "SELECT row['id']"),
                             (15, "MERGE INTO a USING b"), (15, "UNIQUE NULLS NOT DISTINCT (x)"),
                             (15, "CREATE VIEW v WITH (security_invoker = true)"), (16, "SELECT any_value(x)"), (16, "SELECT 1_000"),
                             (17, "SELECT * FROM JSON_TABLE(x, '$')"), (17, "GRANT MAINTAIN ON a TO b"), (18, "SELECT uuidv7()")):
            self.assertEqual(self.found("\n" + sql), [(2, version)], sql)

    def test_finds_what_came_later_for_tables_in_parts(self) -> None:
        parts = "CREATE TABLE a (x int {0}) PARTITION BY RANGE (x);\n"
        row = "CREATE TRIGGER t BEFORE UPDATE ON a\n  FOR EACH ROW EXECUTE FUNCTION f();"
        self.assertEqual(self.found(parts.format("") + row), [(1, 13)])
        self.assertEqual(self.found(parts.format("GENERATED ALWAYS AS IDENTITY")), [(1, 17)])

    def test_reads_of_a_program_what_stands_in_quotes(self) -> None:
        self.assertEqual(self.found('run(u"SELECT uuidv7()"_s); // date_bin(', ".cpp"), [(1, 18)])
        self.assertEqual(self.found("auto x = gen_random_uuid();", ".cpp"), [])


if __name__ == "__main__":
    unittest.main()
