#!/usr/bin/env python3
"""No screen takes what somebody typed for markup.

    check_plain_text.py [source folder]

Labels are ui::TextLabel, which is always plain; text editors get setPlainText; tool tips are words of the program (tr()) or
ui::plainToolTip(). Markup is shown by the help alone, whose files are ours.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("app", "modules", "plugins")
RULES = [
    (re.compile(r"\bQLabel\b"), "a QLabel guesses whether a text is markup: use ui::TextLabel"),
    (re.compile(r"\b(setHtml|insertHtml|QTextBrowser|QMessageBox|QErrorMessage|QToolTip::showText|QWhatsThis)\b"),
     "shows markup"),
    (re.compile(r"\bQt::(RichText|AutoText|MarkdownText)\b"), "shows markup"),
    (re.compile(r"setToolTip\((?!tr\(|ui::plainToolTip\(|plainToolTip\(|\{\}|QString\(\)|m_action->toolTip\(\))"),
     "a tool tip is tr() or ui::plainToolTip()"),
    (re.compile(r"\btoHtmlEscaped\b"), "what is only escaped shows its escapes: use ui::plainToolTip()"),
]
# Where markup is the point, and it is ours; and the one place that makes a QLabel plain.
EXCUSED = {
    "app/shell/help_page.cpp", "app/shell/help_page.h", "modules/ui/widgets/text_label.cpp",
    "modules/ui/widgets/text_label.h", "modules/ui/widgets/plain_tool_tip.h",
}
COMMENT = re.compile(r"//.*$")
INCLUDE = re.compile(r"^\s*#\s*include|^\s*class \w+;")
CONDITION = re.compile(r"setToolTip\(\w[\w>().-]* \? (QString\(\)|tr\(.*?\)) : (QString\(\)|tr\()")


def line_complaints(line: str) -> Iterator[str]:
    code = COMMENT.sub("", line)
    if INCLUDE.match(code):
        return
    for pattern, words in RULES:
        if pattern.search(code) and not CONDITION.search(code):
            yield words


def complaints(root: Path) -> Iterator[str]:
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.suffix not in {".cpp", ".h"} or name in EXCUSED:
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                for words in line_complaints(line):
                    yield f"{name}:{number}: {words}"


def main(arguments: list[str]) -> int:
    root = Path(arguments[0] if arguments else Path(__file__).parents[3]).resolve()
    found = list(complaints(root))
    print("\n".join(found) or "Every text is shown as it is.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
