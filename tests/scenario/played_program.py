"""The real program, played by keyboard over the protocol of app/tour/README.md."""

import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

PATIENCE_S = 90.0


class ProgramEnded(Exception):
    """It went away: killed by us, or by a fault of its own."""


class StepFailed(Exception):
    """It did not do, or show, what was asked."""


class PlayedProgram:
    """One life of `simiao` on a demo profile, offscreen."""

    def __init__(self, binary: Path, profile: Path, log: Path) -> None:
        self.saved: list[dict] = []
        self.killed_at: float | None = None
        self._last_id = 0
        self._pending = b""
        self._socket, theirs = socket.socketpair()
        with theirs, log.open("ab") as words:
            self._process = subprocess.Popen(
                [binary, "--demo", "--profile", profile, "--language", "zh_CN", "--tour-fd", str(theirs.fileno())],
                pass_fds=[theirs.fileno()], stdout=words, stderr=words,
                env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "TZ": zone_where_it_is(9)})
        self._wait_for("ready")
        self.wait_for("login.submit", "enabled", is_="true")

    def press(self, *keys: str) -> None:
        self._do("press", keys=list(keys))

    def type(self, text: str) -> None:
        self._do("type", text=text)

    def wait_for(self, thing: str, name: str, timeout_ms: int = 60_000, **condition: str) -> None:
        """`condition` is one of is_="…" and matches="…"."""
        wanted = {key.rstrip("_"): value for key, value in condition.items()}
        self._do("waitFor", object=thing, property=name, timeoutMs=timeout_ms, **wanted)

    def log_in(self, user: str, password: str) -> None:
        self.wait_for("app", "focus", is_="login.user")
        self.type(user)
        self.press("Enter")
        self.type(password)
        self.press("Enter")
        self.wait_for("login.user", "visible", is_="false")

    def kill(self) -> None:
        """SIGKILL, from any thread. Whoever waits for an answer gets ProgramEnded."""
        self.killed_at = time.monotonic()
        self._process.send_signal(signal.SIGKILL)

    def close(self) -> int:
        """As a person closes it. Returns the exit code."""
        self._do("quit")
        return self.bury()

    def bury(self) -> int:
        """Waits for the end and hears its last words."""
        code = self._process.wait(PATIENCE_S)
        try:
            while True:
                self._read_line()
        except ProgramEnded:
            self._socket.close()
        return code

    def _do(self, verb: str, **members: object) -> None:
        self._last_id += 1
        request = {"id": self._last_id, "do": verb, **members}
        try:
            self._socket.sendall(json.dumps(request).encode() + b"\n")
        except OSError as error:
            raise ProgramEnded(verb) from error
        answer = self._wait_for("reply")
        if not answer["ok"]:
            raise StepFailed(f"{verb} {members}: {answer['detail']}")

    def _wait_for(self, member: str) -> dict:
        while True:
            message = self._read_line()
            if member in message:
                return message

    def _read_line(self) -> dict:
        while b"\n" not in self._pending:
            self._socket.settimeout(PATIENCE_S)
            try:
                block = self._socket.recv(65536)
            except ConnectionResetError:
                block = b""
            if not block:
                raise ProgramEnded("end of its socket")
            self._pending += block
        line, self._pending = self._pending.split(b"\n", 1)
        message = json.loads(line)
        if "saved" in message:
            self.saved.append(message)
        return message


def zone_where_it_is(hour: int) -> str:
    """A time zone in which it is `hour` o'clock now: the clinic has hours."""
    ahead = (hour - time.gmtime().tm_hour + 11) % 24 - 11
    return f"Etc/GMT{'-' if ahead > 0 else '+'}{abs(ahead)}"  # POSIX counts westward
