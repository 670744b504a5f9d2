#!/usr/bin/env python3
"""Finds the coroutine shapes that GCC 12 miscompiles or that outlive what they refer to.

    lint_coroutines.py app modules plugins tests

A `co_await` stands only as `const auto v = co_await x;`, `co_await x;`, `co_return co_await x;`,
`CO_TRY(decl, co_await x)` or `CO_TRY_VOID(co_await x)`, with x free of braces and lambdas.
`// lint: allow-coroutine <reason>` on the line or the line above excuses a finding.
Exit code 1 on a finding, which is printed as file:line: message.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from cpp_text import Source, split_at_commas

Finding = tuple[int, str]  # offset in the file, message

TASK = r"\b(?:QCoro::)?Task\s*<"
ALLOWED_PREFIX = re.compile(r"(?:|co_return|(?:const )?auto (?:\w+|\[[\w, ]+\]) =)")
OPERATOR = re.compile(r"\?|&&|\|\||[=!<>]=|[-+%/^|,](?!>)")
VIEW = re.compile(r"\b(?:Q(?:String|ByteArray|Latin1String|Utf8String|AnyString)View|QLatin1String"
                  r"|(?:u8|u16|u32|w)?string_view|span|initializer_list)\b")
LOCK = re.compile(r"\b(?:QMutexLocker|QReadLocker|QWriteLocker"
                  r"|std::(?:lock_guard|scoped_lock|unique_lock|shared_lock))\b")
TRY = re.compile(r"\b(?:CO_)?TRY(?:_VOID)?\s*\(")
BRACKETED = re.compile(r"\([^()]*\)|\[[^][]*\]|\{[^{}]*\}|(?<=\w)<[^<>=]*>")
ALLOW = re.compile(r"//\s*lint: allow-coroutine\s+\S")
QCORO_HEADER = re.compile(r"^[ \t]*#\s*include\s*[<\"](?:QCoro/)?(QCoro\w*)[>\"]", re.MULTILINE)
PORTABLE_HEADERS = {"QCoroTask", "QCoroFuture", "QCoroSignal", "QCoroTest"}


def awaits(source: Source) -> Iterator[int]:
    return (match.start() for match in re.finditer(r"\bco_await\b", source.code))


def without_heads(source: Source, start: int, end: int) -> str:
    """The statement text in [start, end) after `if (...)`, `else`, `case x:` and the like."""
    head = re.compile(r"\s*(?:(?:if(?:\s+constexpr)?|while|for|switch)\s*(?=\()|else\b|do\b|default\s*:"
                      r"|case\b(?:[^:]|::)*:(?!:)|\[\[\w+\]\])")
    while match := head.match(source.code, start, end):
        start = match.end()
        if source.code[start] == "(":
            start = source.partners[start] + 1
    return " ".join(source.code[start:end].split())


def position_of_await(source: Source, offset: int) -> str | None:
    """What is wrong with the place of this co_await; None if nothing is."""
    bracket = source.enclosing(offset)
    if bracket is None or source.code[bracket] == "{" and source.is_block(bracket):
        prefix = without_heads(source, source.statement_start(offset), offset)
        return None if ALLOWED_PREFIX.fullmatch(prefix) else "co_await inside a larger expression"
    before = source.code[:bracket].rstrip()
    if re.search(r"\b(?:if|if\s+constexpr|while|switch|for)$", before):
        return "co_await inside a condition"
    if re.search(r"\bCO_TRY(?:_VOID)?$", before):
        return position_in_macro(source, bracket, offset)
    if source.code[bracket] == "{":
        return "co_await inside braces"
    return "co_await inside an argument list or parentheses"


def position_in_macro(source: Source, parenthesis: int, offset: int) -> str | None:
    macro = re.search(r"\w+$", source.code[:parenthesis].rstrip()).group()
    before = source.code[parenthesis + 1 : offset].rstrip()
    whole = before.endswith(",") if macro == "CO_TRY" else not before
    return None if whole else f"co_await is not the whole expression of {macro}"


def find_misplaced(source: Source) -> Iterator[Finding]:
    for offset in awaits(source):
        if wrong := position_of_await(source, offset):
            yield offset, f"{wrong}: give its result a name first (const auto v = co_await x;)"


def find_bad_operands(source: Source) -> Iterator[Finding]:
    for offset in awaits(source):
        start, end = offset + len("co_await"), source.statement_end(offset)
        lambdas = [each for each in source.lambdas if start <= each.start < end]
        if any(each.captures for each in lambdas):
            yield offset, "capturing lambda inside a co_await operand: name the call first, then await"
        operand = blank_spans(source.code, start, end, [(each.start, each.end + 1) for each in lambdas])
        if "{" in operand:
            yield offset, "braced temporary inside a co_await operand: name it first"
        if OPERATOR.search(blank_brackets(operand)) and not position_of_await(source, offset):
            yield offset, "operator applied to a co_await: give its result a name first"


def blank_spans(code: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    for first, last in spans:
        code = code[:first] + " " * (last - first) + code[last:]
    return code[start:end]


def blank_brackets(operand: str) -> str:
    """The operand without what stands in brackets, template arguments included."""
    previous = ""
    while previous != operand:
        previous, operand = operand, BRACKETED.sub(" ", operand)
    return operand


def find_reference_parameters(source: Source) -> Iterator[Finding]:
    for offset, parameters in coroutine_signatures(source):
        for parameter in split_at_commas(parameters):
            if complaint := parameter_complaint(parameter):
                shown = " ".join(parameter.split())
                yield offset, f"{complaint} parameter of a coroutine, pass by value: {shown}"


def parameter_complaint(parameter: str) -> str | None:
    declared = blank_brackets(parameter.split("=")[0])
    if "&" in declared:
        return "reference"
    return "view" if VIEW.search(parameter.split("=")[0]) else None


def coroutine_signatures(source: Source) -> Iterator[tuple[int, str]]:
    """Parameter lists of what returns a Task, and of lambdas that await."""
    for match in re.finditer(TASK, source.code):
        after = end_of_template(source.code, match.end())
        name = re.match(r"\s*(?:[\w:<>]+::)?(?:operator\s*\(\s*\)|\w+)\s*\(", source.code[after:])
        if name:
            start = after + name.end() - 1
            yield match.start(), source.code[start + 1 : source.partners.get(start, start + 1)]
    for match in re.finditer(r"(\))[\w\s]*->\s*" + TASK, source.code):
        start = source.partners.get(match.start(1))
        if start is not None:
            yield start, source.code[start + 1 : match.start(1)]
    for each in source.lambdas:
        if is_coroutine(source, each) and not re.search(TASK, source.code[each.start : each.body]):
            yield each.start, each.parameters


def end_of_template(code: str, offset: int) -> int:
    """The offset after the `>` that closes the template list open at `offset`."""
    depth = 1
    while depth and offset < len(code):
        depth += (code[offset] == "<") - (code[offset] == ">" and code[offset - 1] != "-")
        offset += 1
    return offset


def is_coroutine(source: Source, each) -> bool:
    keywords = re.finditer(r"\bco_(?:await|return|yield)\b|\bCO_TRY", source.code[each.body : each.end])
    return any(source.innermost_lambda(each.body + match.start()) == each for match in keywords)


def find_capturing_coroutines(source: Source) -> Iterator[Finding]:
    for each in source.lambdas:
        if each.captures and is_coroutine(source, each):
            yield each.start, "capturing lambda is a coroutine: make it a function with parameters"


def find_awaits_under_lock(source: Source) -> Iterator[Finding]:
    locks = [(match.start(), source.enclosing(match.start())) for match in LOCK.finditer(source.code)]
    blocks = [(start, block) for start, block in locks if block is not None and source.code[block] == "{"]
    for offset in awaits(source):
        held = [start for start, block in blocks if start < offset < source.partners[block]]
        if held:
            yield offset, f"co_await while a lock is held (line {source.line_of(held[-1])})"


def find_wait_for(source: Source) -> Iterator[Finding]:
    if "tests" in source.path.parts:
        return
    for match in re.finditer(r"\bQCoro::waitFor\b", source.code):
        yield match.start(), "QCoro::waitFor outside tests blocks the thread"


def find_unportable_headers(source: Source) -> Iterator[Finding]:
    for match in QCORO_HEADER.finditer(source.raw):
        if match.group(1) not in PORTABLE_HEADERS:
            yield match.start(), f"{match.group(1)} needs the compiled QCoro: await a signal instead"


def find_unbraced_macros(source: Source) -> Iterator[Finding]:
    """The TRY macros are several statements: as the body of an `if` only the first would belong to it."""
    for match in TRY.finditer(source.code):
        before = source.code[source.statement_start(match.start()) : match.start()].strip()
        if before and not before.endswith(":"):
            yield match.start(), "the TRY macros stand for several statements: put braces around it"


MOVED_RETURN = re.compile(r"\bco_return\s+(\*?\w+->\w+(?:(?:->|\.)\w+)*|\*?m_\w+)\s*;")


def find_moved_returns(source: Source) -> Iterator[Finding]:
    """QCoro 0.8 moves from an lvalue that `co_return` names: a member or a map's value would be emptied."""
    for match in MOVED_RETURN.finditer(source.code):
        yield match.start(), f"co_return moves from '{match.group(1)}': return a local or a fresh Result"


RULES = (find_misplaced, find_bad_operands, find_reference_parameters, find_capturing_coroutines,
         find_awaits_under_lock, find_unbraced_macros, find_wait_for, find_unportable_headers, find_moved_returns)


def is_allowed(source: Source, line: int) -> bool:
    return any(ALLOW.search(text) for text in source.lines[max(0, line - 2) : line])


def lint(path: Path) -> list[str]:
    source = Source(path)
    findings = {(source.line_of(offset), message) for rule in RULES for offset, message in rule(source)}
    return [f"{path}:{line}: {message}" for line, message in sorted(findings) if not is_allowed(source, line)]


def sources(arguments: list[str]) -> Iterator[Path]:
    """Files as named; of folders every header and source in them."""
    for argument in map(Path, arguments):
        if argument.is_dir():
            yield from sorted(each for each in argument.rglob("*") if each.suffix in {".h", ".cpp"})
        else:
            yield argument


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    findings = [finding for path in sources(arguments) for finding in lint(path)]
    print("\n".join(findings), end="\n" if findings else "")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
