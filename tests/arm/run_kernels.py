"""Builds check_kernels for ARM and for this machine, runs both and compares what they print.

run_kernels.py CLANG SOURCE_DIR FOLDER; exits with 77 (skipped) where the machine has no headers and libraries for ARM, no linker for it or no QEMU.
"""

import pathlib
import platform
import shutil
import subprocess
import sys

ARM = "aarch64-linux-gnu"
SKIPPED = 77


def built(clang, source, folder, target):
    """The program for `target` ("" is this machine), with the loops that this processor may have."""
    out = folder / f"check_kernels-{target or 'here'}"
    flags = ["-std=c++23", "-O2", "-Wall", "-Wextra", "-Werror", f"-I{source}/modules"]
    flags += [f"--target={target}", "-static", "-fuse-ld=lld"] if target else []
    imaging = source / "modules/imaging"
    files = [imaging / "pixel_kernels.cpp", imaging / "pixel_kernels_neon.cpp", imaging / "pixel_kernels_avx2.cpp"]
    files += [source / "tests/arm/check_kernels.cpp"]
    subprocess.run([clang, *flags, *map(str, files), "-o", str(out)], check=True)
    return out


def lacks(clang):
    """What is not installed of what is needed; the headers of C alone come with other packages."""
    libraries = list(pathlib.Path(f"/usr/lib/gcc-cross/{ARM}").glob("*/libstdc++.a"))
    linker = subprocess.run([clang, "-print-prog-name=ld.lld"], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    wanted = {"qemu-user": shutil.which("qemu-aarch64"), "lld": shutil.which(linker),
              "libstdc++-12-dev-arm64-cross": pathlib.Path(f"/usr/{ARM}/include/c++").is_dir() and libraries}
    return [package for package, found in wanted.items() if not found]


def run(command):
    answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    print(f"{command[-1] if len(command) > 1 else 'here'}:\n{answer.stdout}", flush=True)
    return answer


def main():
    clang, source, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    if platform.machine() == "aarch64":
        print("skipped: this machine is ARM, test_pixel_kernels has run its loops")
        return SKIPPED
    if missing := lacks(clang):
        print(f"skipped: needs Debian's {', '.join(missing)}")
        return SKIPPED
    here = run([str(built(clang, source, folder, ""))])
    arm = run(["qemu-aarch64", str(built(clang, source, folder, ARM)), "neon"])
    if here.returncode or arm.returncode:
        return 1
    if here.stdout != arm.stdout:
        print("FAIL: the plain loops give other numbers on ARM")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
