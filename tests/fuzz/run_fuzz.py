#!/usr/bin/env python3
"""Runs one fuzz target for some seconds and says what it found.

run_fuzz.py TARGET [--seconds N] [--seeds "GLOB GLOB"] [--keep]   globs below shared/dicom; none are read where that is absent

Targets with a format of their own (shared_seeds.py) begin with what stands in the files of shared/dicom, beside the seeds made by hand.

Findings stay in build/fuzz/findings/<target>; give one to the target as its only argument to see it again. With --keep what reached new code
stays in build/fuzz/corpus/<target>, where the next run goes on.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import shared_seeds

SEED_BYTES = 64 * 1024  # larger files teach little and cost much
RSS_MB = 2048  # the sanitizer's own memory included
ALLOCATION_MB = 512
TIMEOUT_S = 10  # of one input: two seconds, times what the instrumentation costs


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("target", type=pathlib.Path)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--seeds", default="")
    parser.add_argument("--keep", action="store_true")
    arguments = parser.parse_args()

    name = arguments.target.name.removeprefix("fuzz_")
    findings = arguments.target.parent / "findings" / name
    findings.mkdir(parents=True, exist_ok=True)
    kept = arguments.target.parent / "corpus" / name
    if arguments.keep:
        kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="simiao-fuzz-") as seeds:
        count, parts = collect(pathlib.Path(seeds), name, arguments.seeds.split())
        # libFuzzer writes what is new to the first folder.
        folders = [str(kept), seeds] if arguments.keep else [seeds]
        output = run(arguments.target, folders, findings, arguments.seconds)
    sys.stdout.write(output.stdout[-4000:])
    done = re.search(r"Done (\d+) runs", output.stdout)
    origin = f", {parts} of them out of real files" if parts else ""
    print(f"{name}: {count} seeds{origin}, {done.group(1) if done else 'no'} runs, exit {output.returncode}")
    if done and int(done.group(1)) == 0:
        return 1
    return 0 if output.returncode == 0 and done else 1


def collect(corpus: pathlib.Path, name: str, globs: list[str]) -> tuple[int, int]:
    """Copies the seeds, small enough ones, under names of our own. How many there are, and how many of them are parts of real files."""
    own = sorted((pathlib.Path(__file__).parent / "seeds" / name).glob("*"))
    shared = pathlib.Path(os.environ.get("SIMIAO_SHARED", "")) / "dicom"
    found = own + sorted(file for glob in globs for file in shared.glob(glob) if file.stat().st_size <= SEED_BYTES)
    for index, file in enumerate(found):
        shutil.copyfile(file, corpus / f"{index:04}")
    parts = shared_seeds.of(name, shared) if shared.is_dir() else []
    if shared.is_dir() and name in shared_seeds.TARGETS and not parts:
        raise SystemExit(f"{name}: no seed was found in {shared}")
    for index, part in enumerate(parts):
        (corpus / f"part-{index:04}").write_bytes(part)
    return len(found) + len(parts), len(parts)


def run(target: pathlib.Path, folders: list[str], findings: pathlib.Path, seconds: int) -> subprocess.CompletedProcess:
    command = [str(target), f"-max_total_time={seconds}", f"-timeout={TIMEOUT_S}", f"-rss_limit_mb={RSS_MB}",
               f"-malloc_limit_mb={ALLOCATION_MB}", "-print_final_stats=1", "-verbosity=1",
               f"-artifact_prefix={findings}/", *folders]
    # What libraries keep for the life of the process is no leak of ours.
    environment = dict(os.environ, ASAN_OPTIONS="detect_leaks=0:allocator_may_return_null=0")
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="replace", timeout=seconds + 60)


if __name__ == "__main__":
    sys.exit(main())
