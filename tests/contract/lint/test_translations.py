#!/usr/bin/env python3
"""The translation check notices what is new, open, stale, or says something else than its source."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "packaging" / "dev"))
import check_translations as subject

WIDGET = """
class Desk : public QObject
{
    Q_OBJECT
    QString title() const { return %s; }
};
"""


def ts_text(*messages: str) -> str:
    context = f"<context><name>Desk</name>{''.join(messages)}</context>"
    return f'<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="zh_CN">{context}</TS>'


def a_message(source: str, translation: str, kind: str = "", numerus: bool = False) -> str:
    mark = f' type="{kind}"' if kind else ""
    body = f"<numerusform>{translation}</numerusform>" if numerus else translation
    attribute = ' numerus="yes"' if numerus else ""
    return f"<message{attribute}><source>{source}</source><translation{mark}>{body}</translation></message>"


@unittest.skipUnless(subject.LUPDATE.exists(), "lupdate is not installed")
class Translations(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def complaints(self, expression: str, *messages: str) -> str:
        self.write("app/desk.h", WIDGET % expression)
        ts = self.write("translations/simiao_zh_CN.ts", ts_text(*messages))
        return "\n".join(subject.check(ts, self.root))

    def test_is_content_with_a_finished_translation(self) -> None:
        self.assertEqual(self.complaints('tr("& Pay %1")', a_message("&amp; Pay %1", "付 %1")), "")
        self.assertEqual(self.complaints('tr("&File")', a_message("&amp;File", "文件(&amp;F)")), "")
        plural = a_message("%n day(s)", "%n 天", numerus=True)
        self.assertEqual(self.complaints('tr("%n day(s)", "", 3)', plural), "")

    def test_finds_a_new_string(self) -> None:
        self.assertIn("'Call': new in the sources", self.complaints('tr("Call")', a_message("Pay", "付")))

    def test_finds_a_stale_string(self) -> None:
        found = self.complaints('tr("Call")', a_message("Pay", "付"))
        self.assertIn("'Pay': no longer in the sources", found)

    def test_finds_an_unfinished_string(self) -> None:
        for open_message in (a_message("Pay", "付", "unfinished"), a_message("Pay", "")):
            self.assertIn("'Pay': not translated", self.complaints('tr("Pay")', open_message))

    def test_finds_a_lost_placeholder(self) -> None:
        found = self.complaints('tr("%1 of %2")', a_message("%1 of %2", "共 %2"))
        self.assertIn("placeholders differ: %1 %2 became %2", found)

    def test_finds_a_lost_mnemonic(self) -> None:
        self.assertIn("mnemonic", self.complaints('tr("&File")', a_message("&amp;File", "文件")))

    def test_finds_a_class_whose_strings_have_no_context(self) -> None:
        self.write("app/lost.h", WIDGET.replace("    Q_OBJECT\n", "").replace("Desk", "Lost") % 'tr("Lost")')
        self.assertIn("lacks Q_OBJECT", self.complaints('tr("Pay")', a_message("Pay", "付")))

    def test_a_plugin_may_have_a_file_of_its_own(self) -> None:
        self.write("plugins/features/orders/orders.h", WIDGET % 'tr("Order")')
        own = self.write("plugins/features/orders/orders_zh_CN.ts", ts_text(a_message("Order", "医嘱")))
        self.assertEqual(self.complaints('tr("Pay")', a_message("Pay", "付")), "")
        self.assertEqual(subject.check(own, self.root), [])
        self.assertIn(own, subject.ts_files(self.root))


if __name__ == "__main__":
    unittest.main()
