#!/usr/bin/env python3
"""Plays the tour that brings images from an archive, against a real Orthanc on the loopback.

    archive_tour.py --simiao build/release/bin/simiao --cli build/release/bin/simiao-cli --tour FILE --language zh_CN --output DIR

Words that follow are the program's; SIMIAO_BACKEND too. The archive gets the made CT of the demo clinic under the name of another invented patient. Exit code of the tour; 77 where no
Orthanc is installed.
"""

import argparse
import contextlib
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

PATIENCE_S = 30.0
SKIPPED = 77
PATIENT = {"PatientName": "何秀兰", "PatientID": "100249", "PatientBirthDate": "19381205", "PatientSex": "F",
           "StudyInstanceUID": "2.25.20261122001", "SeriesInstanceUID": "2.25.20261122002"}


def free_port() -> int:
    """Below the ports that systems lend to connections, and none that the other tests reserve for themselves."""
    for port in random.sample(range(30_000, 32_768), 100):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no free port")


class Archive:
    """An Orthanc that lives as long as the `with` block."""

    def __init__(self, program: str, folder: Path) -> None:
        self.dicom_port, self._http_port = free_port(), free_port()
        settings = {"Name": "Radiology", "StorageDirectory": str(folder / "db"), "IndexDirectory": str(folder / "db"),
                    "DicomAet": "ORTHANC", "DicomPort": self.dicom_port, "HttpPort": self._http_port, "Plugins": [],
                    "DicomAlwaysAllowFind": True, "DicomAlwaysAllowGet": True, "DefaultEncoding": "Utf8",
                    "AuthenticationEnabled": False, "RemoteAccessAllowed": False}
        (folder / "orthanc.json").write_text(json.dumps(settings))
        self._log = (folder / "orthanc.log").open("w")
        self._process = subprocess.Popen([program, str(folder / "orthanc.json")], stdout=self._log, stderr=self._log)

    def __enter__(self) -> "Archive":
        deadline = time.monotonic() + PATIENCE_S
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.__exit__()
                raise RuntimeError("Orthanc did not start")
            time.sleep(0.1)  # there is no signal to wait for
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._log.close()

    def _answers(self) -> bool:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{self._http_port}/system", timeout=1).close()
            return True
        except (urllib.error.URLError, OSError):
            return False

    def upload(self, file: Path) -> None:
        request = urllib.request.Request(f"http://127.0.0.1:{self._http_port}/instances", data=file.read_bytes(),
                                         headers={"Content-Type": "application/dicom"})
        urllib.request.urlopen(request, timeout=PATIENCE_S).close()


def made_images(cli: Path, folder: Path) -> list[Path]:
    """The CT of the demo clinic, which now names PATIENT. That clinic is one of its own, wherever the tour is played."""
    without_server = {key: value for key, value in os.environ.items() if key != "SIMIAO_BACKEND"}
    subprocess.run([cli, "demo", "seed", "--profile", folder / "demo"], check=True, stdout=subprocess.DEVNULL,
                   env=without_server)
    files = sorted((folder / "demo").rglob("*.dcm"))
    assert files, "the demo clinic has no images"
    changes = [word for key, value in PATIENT.items() for word in ("-m", f"{key}={value}")]
    subprocess.run(["dcmodify", "-nb", "-gin", *changes, *files], check=True, stderr=subprocess.DEVNULL)
    return files


def main() -> int:
    parser = argparse.ArgumentParser()
    for name in ("simiao", "cli", "tour", "output"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--language", default="zh_CN")
    arguments, others = parser.parse_known_args()
    orthanc = shutil.which("Orthanc", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
    if not orthanc or not shutil.which("dcmodify"):
        print("needs Orthanc and dcmtk: packaging/dev/setup installs them")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="simiao-archive-") as name:
        folder = Path(name)
        with Archive(orthanc, folder) as archive:
            for file in made_images(arguments.cli, folder):
                archive.upload(file)
            address = f"dicom://ORTHANC@127.0.0.1:{archive.dicom_port}?name=Radiology"
            tour = [arguments.simiao, "--tour", arguments.tour, "--language", arguments.language,
                    "--output", arguments.output, *others]
            return subprocess.run(tour, env=os.environ | {"SIMIAO_DICOM_ARCHIVES": address}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
