#!/usr/bin/env python3
"""What the images beside the note send to a remote desktop: bytes and picture elements of each update, as a VNC viewer gets them.

    remote_desktop.py --simiao build/release/bin/simiao [--size 1920x1080]

Needs Xvnc (Debian: tigervnc-standalone-server), openbox and xdotool. The program is played into the consult screen by its tour, then keys
come one by one. Lossless (ZRLE); viewers that compress with JPEG get about a tenth. Prints one JSON line with medians.
"""

import argparse
import json
import os
import shutil
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

DISPLAY, PORT = ":91", 5991
RAW, ZRLE = 0, 16
SETTLE_S = 0.3
SCREEN = "01-ct-in-consult"


class Viewer(threading.Thread):
    """Asks for the next update whenever one has come, as viewers do (RFC 6143)."""

    def __init__(self, size):
        super().__init__(daemon=True)
        self.width, self.height = size
        self.updates = []  # when, bytes, picture elements
        self.socket = socket.create_connection(("127.0.0.1", PORT))
        self.stream = self.socket.makefile("rb")

    def shake_hands(self):
        self.stream.read(12)
        self.socket.sendall(b"RFB 003.008\n")
        self.stream.read(self.stream.read(1)[0])
        self.socket.sendall(b"\x01")
        self.stream.read(4)
        self.socket.sendall(b"\x01")
        self.stream.read(struct.unpack(">I", self.stream.read(24)[20:])[0])
        self.socket.sendall(struct.pack(">BBHi", 2, 0, 1, ZRLE))

    def ask(self, is_incremental):
        self.socket.sendall(struct.pack(">BBHHHH", 3, is_incremental, 0, 0, self.width, self.height))

    def take_update(self):
        sent, area = 0, 0
        for _ in range(struct.unpack(">xH", self.stream.read(3))[0]):
            _, _, width, height, encoding = struct.unpack(">HHHHi", self.stream.read(12))
            size = struct.unpack(">I", self.stream.read(4))[0] if encoding == ZRLE else width * height * 4
            sent += len(self.stream.read(size))
            area += width * height
        self.updates.append((time.monotonic(), sent, area))

    def run(self):
        self.shake_hands()
        self.ask(0)
        while kind := self.stream.read(1):
            if kind == b"\x00":
                self.take_update()
                self.ask(1)
            elif kind == b"\x03":  # somebody copied text
                self.stream.read(struct.unpack(">3xI", self.stream.read(7))[0])

    def between(self, start, end):
        return [update for update in self.updates if start <= update[0] < end]


def tour_to_images(source, folder):
    """The tour of the images up to its first picture, and then it waits for what never comes."""
    tour = json.loads(source.read_text(encoding="utf-8"))
    at = next(i for i, step in enumerate(tour["steps"]) if step.get("screenshot") == SCREEN)
    never = {"object": "imaging.viewport", "property": "sliceText", "matches": "never", "timeoutMs": 10000}
    tour["steps"] = tour["steps"][:at] + [{"note": "there"}, {"waitFor": never}]
    file = folder / "tour.json"
    file.write_text(json.dumps(tour), encoding="utf-8")
    return file


def watched(viewer, act, seconds):
    start = time.monotonic()
    act()
    time.sleep(seconds)
    return viewer.between(start, time.monotonic())


def figures(steps):
    return {"updates": statistics.median(len(step) for step in steps),
            "kilobytes": round(statistics.median(sum(u[1] for u in step) for step in steps) / 1024),
            "pictureElements": round(statistics.median(sum(u[2] for u in step) for step in steps))}


def measure(viewer, press):
    idle = watched(viewer, lambda: None, 2)
    leafed = [watched(viewer, lambda: press("Down"), SETTLE_S) for _ in range(10)]
    windowed = [watched(viewer, lambda key=key: press(key), SETTLE_S) for key in "2345"]
    return {"bench": "remote desktop", "idleBytes": sum(u[1] for u in idle), "slice": figures(leafed), "window": figures(windowed)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--simiao", required=True, type=Path)
    parser.add_argument("--size", default="1920x1080")
    options = parser.parse_args()
    if not shutil.which("Xvnc"):
        print(json.dumps({"bench": "remote desktop", "skipped": "needs Xvnc"}))
        return 0
    source = Path(__file__).resolve().parents[2] / "resources/tours/ct-in-consult.json"
    environment = dict(os.environ, DISPLAY=DISPLAY, QT_QPA_PLATFORM="xcb")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = [subprocess.Popen(["Xvnc", DISPLAY, "-SecurityTypes", "None", "-geometry", options.size, "-rfbport", str(PORT),
                                 "-localhost", "-depth", "24"], **quiet)]
    try:
        for _ in range(100):
            if subprocess.run(["xdpyinfo"], env=environment, check=False, **quiet).returncode == 0:
                break
            time.sleep(0.05)
        started.append(subprocess.Popen(["openbox"], env=environment, **quiet))
        viewer = Viewer([int(edge) for edge in options.size.split("x")])
        viewer.start()
        with tempfile.TemporaryDirectory() as folder:
            command = [str(options.simiao.resolve()), "--tour", str(tour_to_images(source, Path(folder))), "--visible",
                       "--size", options.size, "--output", folder]
            program = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            started.append(program)
            if not any('"there"' in line for line in program.stdout):
                sys.exit("the tour did not come to the images")
            time.sleep(1)
            print(json.dumps(measure(viewer, lambda key: subprocess.run(["xdotool", "key", key], env=environment, check=True))))
        return 0
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


if __name__ == "__main__":
    sys.exit(main())
