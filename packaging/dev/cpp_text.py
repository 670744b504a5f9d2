"""C++ source as text whose brackets can be trusted: just enough structure for our lint scripts.

Comments, literals and preprocessor lines are blanked out, so every offset still points at the same line.
"""

import bisect
import re
from dataclasses import dataclass
from pathlib import Path

_NOISE = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<raw>R"(?P<fence>[^()\s\\]*)\(.*?\)(?P=fence)")
      | (?P<string>"(?:\\.|[^"\\\n])*")
      | (?P<char>(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+')
      | (?P<directive>^[ \t]*\#(?:\\\n|[^\n])*)""",
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
_ENDS_VALUE = re.compile(r"[\w)\]]$")
_ENDS_KEYWORD = re.compile(r"\b(?:return|co_return|co_await)$")
_PAIRS = {")": "(", "]": "[", "}": "{"}


def blank_noise(text: str) -> str:
    """The same text with comments, literals and directives replaced by blanks."""
    return _NOISE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def match_brackets(code: str) -> dict[int, int]:
    """Offset of each bracket to the offset of its partner, both ways."""
    partners: dict[int, int] = {}
    open_brackets: list[int] = []
    for offset, letter in enumerate(code):
        if letter in "([{":
            open_brackets.append(offset)
        elif letter in ")]}" and open_brackets and code[open_brackets[-1]] == _PAIRS[letter]:
            start = open_brackets.pop()
            partners[start], partners[offset] = offset, start
    return partners


def split_at_commas(code: str) -> list[str]:
    """The parts between the commas that stand outside every kind of bracket."""
    parts, depth = [""], 0
    for letter in code.replace("->", "  "):
        depth += (letter in "([{<") - (letter in ")]}>")
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


@dataclass(frozen=True)
class Lambda:
    captures: str
    start: int
    parameters: str
    body: int  # offset of its opening brace
    end: int  # offset of its closing brace


class Source:
    """One file: `raw` as written, `code` blanked, and the brackets between."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.raw = path.read_text(encoding="utf-8")
        self.code = blank_noise(self.raw)
        self.partners = match_brackets(self.code)
        self._line_starts = [0] + [match.end() for match in re.finditer("\n", self.raw)]
        self.lines = self.raw.splitlines()
        self.lambdas = list(self._find_lambdas())

    def line_of(self, offset: int) -> int:
        """1-based."""
        return bisect.bisect_right(self._line_starts, offset)

    def enclosing(self, offset: int) -> int | None:
        """Offset of the innermost bracket that is open at `offset`; None outside all of them."""
        around = [start for start, end in self.partners.items() if start < offset < end]
        return max(around, default=None)

    def is_block(self, brace: int) -> bool:
        """A brace that holds statements; braces around values hold no semicolon of their own."""
        offset = brace + 1
        while offset < self.partners[brace]:
            if self.code[offset] == ";":
                return True
            offset = max(offset, self.partners.get(offset, offset)) + 1
        return False

    def statement_start(self, offset: int) -> int:
        """Where the statement around `offset` begins, inside the innermost bracket."""
        offset -= 1
        while offset >= 0 and self.code[offset] not in ";{}([":
            offset = min(offset, self.partners.get(offset, offset)) - 1
        return offset + 1

    def statement_end(self, offset: int) -> int:
        """Offset of the `;` or closing bracket that ends the expression at `offset`."""
        while offset < len(self.code) and self.code[offset] not in ";)]}":
            offset = max(offset, self.partners.get(offset, offset)) + 1
        return offset

    def innermost_lambda(self, offset: int) -> Lambda | None:
        around = [each for each in self.lambdas if each.body < offset < each.end]
        return max(around, key=lambda each: each.body, default=None)

    def _find_lambdas(self):
        for match in re.finditer(r"\[", self.code):
            found = self._lambda_at(match.start())
            if found:
                yield found

    def _lambda_at(self, start: int) -> Lambda | None:
        before = self.code[:start].rstrip()
        is_subscript = _ENDS_VALUE.search(before) and not _ENDS_KEYWORD.search(before)
        is_attribute = "[[" in self.code[start - 1 : start + 2]
        end = self.partners.get(start)
        if is_subscript or is_attribute or end is None:
            return None
        captures, parameters, offset = self.code[start + 1 : end].strip(), "", end + 1
        while offset < len(self.code):
            letter = self.code[offset]
            if letter == "{" and offset in self.partners:
                return Lambda(captures, start, parameters, offset, self.partners[offset])
            if letter == "(" and offset in self.partners:
                parameters = parameters or self.code[offset + 1 : self.partners[offset]]
                offset = self.partners[offset]
            elif letter in ";,)]}" or letter == "=" or letter == "[":
                return None
            offset += 1
        return None
