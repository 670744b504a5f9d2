#!/usr/bin/env python3
"""Start of the program to its painted log-in page against the Qt floor, alternating, under Xvfb + openbox; memory as PSS.

    start.py --simiao build/release/bin/simiao [--runs 9]

Painted means: the window is mapped and its picture has more than one colour. Prints one JSON line with medians and the ratio.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DISPLAY = ":87"


def start_display(folder: Path) -> list[subprocess.Popen]:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1366x768x24"], **quiet)
    environment = dict(os.environ, DISPLAY=DISPLAY)
    for _ in range(100):
        if subprocess.run(["xdpyinfo"], env=environment, **quiet).returncode == 0:
            break
        time.sleep(0.05)
    return [server, subprocess.Popen(["openbox"], env=environment, **quiet)]


def build_floor(folder: Path) -> Path | None:
    shared = Path(os.environ.get("SIMIAO_SHARED", Path(__file__).resolve().parents[3] / "shared"))
    source = shared / "yardsticks" / "qt_floor.cpp"
    if not source.exists():
        return None
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "Qt6Widgets"], capture_output=True, text=True)
    words = flags.stdout.split() or ["-I/usr/include/x86_64-linux-gnu/qt6", "-I/usr/include/x86_64-linux-gnu/qt6/QtWidgets",
                                     "-I/usr/include/x86_64-linux-gnu/qt6/QtGui", "-I/usr/include/x86_64-linux-gnu/qt6/QtCore",
                                     "-lQt6Widgets", "-lQt6Gui", "-lQt6Core"]
    floor = folder / "qt_floor"
    subprocess.run(["clang++-19", "-O2", "-fPIC", "-std=c++20", str(source), "-o", str(floor), *words], check=True)
    return floor


def pss_kib(pid: int) -> int:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def is_painted(pid: int, environment: dict) -> bool:
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(pid)], env=environment, capture_output=True, text=True)
    for window in found.stdout.split():
        picture = subprocess.run(["xwd", "-silent", "-id", window], env=environment, capture_output=True)
        pixels = picture.stdout
        if picture.returncode == 0 and len(set(pixels[4000::97])) > 3:
            return True
    return False


def one_start(command: list[str], environment: dict) -> tuple[float, int]:
    begin = time.monotonic()
    program = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not is_painted(program.pid, environment):
            if program.poll() is not None or time.monotonic() - begin > 30:
                sys.exit(f"{command[0]} did not paint")
        took = (time.monotonic() - begin) * 1000
        time.sleep(1)
        return took, pss_kib(program.pid)
    finally:
        program.kill()
        program.wait()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--simiao", required=True, type=Path)
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    display = start_display(folder)
    try:
        floor = build_floor(folder)
        if not floor:
            print(json.dumps({"bench": "start", "skipped": "the floor needs SIMIAO_SHARED"}))
            return 0
        environment = dict(os.environ, DISPLAY=DISPLAY, QT_QPA_PLATFORM="xcb", NO_AT_BRIDGE="1", XDG_CURRENT_DESKTOP="none")
        environment["XDG_RUNTIME_DIR"] = str(folder)
        profile = folder / "profile"
        ours = [str(options.simiao.resolve()), "--demo", "--profile", str(profile)]
        for command in ([str(floor)], ours):
            one_start(command, environment)  # warm, and the demonstration is made
        time.sleep(3)
        floors, own = [], []
        for _ in range(options.runs):
            floors.append(one_start([str(floor)], environment))
            own.append(one_start(ours, environment))
        floor_ms = statistics.median(ms for ms, _ in floors)
        own_ms = statistics.median(ms for ms, _ in own)
        print(json.dumps({"bench": "start", "floorMs": round(floor_ms), "ownMs": round(own_ms), "ratio": round(own_ms / floor_ms, 2),
                          "floorPssMiB": round(statistics.median(k for _, k in floors) / 1024),
                          "ownPssMiB": round(statistics.median(k for _, k in own) / 1024), "runs": options.runs}))
        return 0
    finally:
        for process in display:
            process.kill()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
