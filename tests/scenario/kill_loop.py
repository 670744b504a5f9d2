#!/usr/bin/env python3
"""Kills the real program while people work at it, and counts what is lost (R-1).

    kill_loop.py --simiao build/release/bin/simiao [--rounds 200] [--seed N] [--keep DIR]

Each round: the front desk registers patients until SIGKILL, 2-400 ms after one of the saves was asked for; then the physician
types into a note until SIGKILL. After each kill every acknowledged row must be stored, every commit whole, the audit chain
intact, and the draft journal must hold all that was typed more than a second before.
Ends with one JSON line {"rounds","acknowledged","lost","worstTypingLossMs"}; exit 0 only if nothing was lost.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from played_program import PlayedProgram, ProgramEnded
from profile_check import draft_text, missing_rows

PASSWORD = "simiao-demo-2026"
FIELD = "10154-3"  # chief complaint
ROUNDS_A_PROFILE = 2
SAVES_A_ROUND = 22  # the clinic of the day has 47 places; a fast machine would book it out
LONGEST_LOSS_MS = 1000
SENTENCE = "患者3天前受凉后出现发热, 最高T 38.9, 伴咳嗽咳痰. "


@dataclass
class Tally:
    rounds: int = 0
    acknowledged: int = 0
    lost: int = 0
    worstTypingLossMs: int = 0


class Hospital:
    """A profile that is used until its day is full, and what was acknowledged in it."""

    def __init__(self, simiao: Path, folder: Path) -> None:
        self.simiao = simiao
        self.log = folder / "simiao.log"
        self._folder = folder
        self._fresh = folder / "fresh"
        self._used = 0
        self.profile = folder / "profile"
        self.acknowledged: list[dict] = []
        assert self.start(self._fresh).close() == 0, "the first start did not end well"

    def start(self, profile: Path | None = None) -> PlayedProgram:
        return PlayedProgram(self.simiao, profile or self.profile, self.log)

    def open_for_a_round(self) -> None:
        if self._used % ROUNDS_A_PROFILE == 0:
            shutil.rmtree(self.profile, ignore_errors=True)
            shutil.copytree(self._fresh, self.profile)
            self.acknowledged.clear()
        self._used += 1

    def hear(self, program: PlayedProgram) -> None:
        program.bury()
        self.acknowledged += program.saved

    def lost(self) -> int:
        missing = missing_rows(self.profile, self.acknowledged)
        for row in missing:
            print("lost:", json.dumps(row), file=sys.stderr)
        return len(missing) + (0 if self._is_chain_whole() else 1)

    def _is_chain_whole(self) -> bool:
        cli = self.simiao.with_name("simiao-cli")
        return subprocess.run([cli, "--profile", self.profile, "audit", "verify"],
                              capture_output=True).returncode == 0


def kill_while_saving(hospital: Hospital, tally: Tally) -> None:
    program = hospital.start()
    program.log_in("chen.guahao", PASSWORD)
    program.wait_for("registration.slots", "count", matches="^[1-9]")  # nobody can be checked in before
    killer = threading.Timer(random.uniform(0.002, 0.4), program.kill)
    fatal_save = random.randrange(3)
    try:
        for number in range(SAVES_A_ROUND):
            program.press("F4", "Shift+F4", "Alt+1")  # the form of an earlier life came back as a draft
            program.type(f"测试{tally.rounds}之{number}")
            program.press("Enter", "Enter")
            program.type("19810314")
            program.press("Enter")
            if number == fatal_save:
                killer.start()
            program.press("F9")
            program.wait_for("app", "focus", is_="registration.find")
        killer.join()
    except ProgramEnded:
        pass
    killer.join()
    hospital.hear(program)
    tally.acknowledged += len(program.saved)
    tally.lost += hospital.lost()


def kill_while_typing(hospital: Hospital, tally: Tally) -> None:
    program = hospital.start()
    program.log_in("li.mingyuan", PASSWORD)
    open_a_visit(program)
    before = draft_text(hospital.profile, "note." + FIELD)
    program.wait_for("consult.note." + FIELD, "text", is_=before)
    program.press("Ctrl+End")
    typed = type_until_killed(program, random.uniform(0.2, 2.5))
    hospital.hear(program)
    tally.lost += hospital.lost()
    kept = draft_text(hospital.profile, "note." + FIELD)
    assert kept.startswith(before), "what an earlier life kept is gone"
    assert (before + "".join(key for key, _ in typed)).startswith(kept), "the journal holds what nobody typed"
    first_lost = len(kept) - len(before)
    if first_lost < len(typed):
        loss = (program.killed_at - typed[first_lost][1]) * 1000
        tally.worstTypingLossMs = max(tally.worstTypingLossMs, round(loss))


def open_a_visit(program: PlayedProgram) -> None:
    """The one that is open already, else the next who waits."""
    program.wait_for("consult.queue", "count", matches="[1-9]")
    program.press("F2", "Home", "Enter")
    program.wait_for("app", "focus", is_="consult.note." + FIELD)


def type_until_killed(program: PlayedProgram, seconds: float) -> list[tuple[str, float]]:
    """The keys the program has handled, each with the time at which it was struck."""
    typed: list[tuple[str, float]] = []
    killer = threading.Timer(seconds, program.kill)
    killer.start()
    try:
        while True:
            key = SENTENCE[len(typed) % len(SENTENCE)]
            struck = time.monotonic()
            typed.append((key, struck))
            program.type(key)
            time.sleep(random.uniform(0.005, 0.03))
    except ProgramEnded:
        killer.join()
    return typed


def run(simiao: Path, rounds: int, folder: Path) -> Tally:
    tally = Tally()
    hospital = Hospital(simiao, folder)
    while tally.rounds < rounds:
        tally.rounds += 1
        hospital.open_for_a_round()
        kill_while_saving(hospital, tally)
        kill_while_typing(hospital, tally)
        if tally.rounds % 10 == 0:
            print("so far:", json.dumps(asdict(tally)), file=sys.stderr, flush=True)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--simiao", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    parser.add_argument("--keep", type=Path, help="folder for the profiles, kept afterwards")
    options = parser.parse_args()
    print(f"seed {options.seed}", file=sys.stderr)
    random.seed(options.seed)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        tally = run(options.simiao.absolute(), options.rounds, folder)
    print(json.dumps(asdict(tally)))
    return 0 if tally.lost == 0 and tally.worstTypingLossMs <= LONGEST_LOSS_MS else 1


if __name__ == "__main__":
    sys.exit(main())
