"""Seeds of fuzz targets with a format of their own, taken out of real DICOM files.

of(TARGET, FOLDER) gives what the target begins with for each frame, name or table in the files below FOLDER; nothing for targets that read whole
files. The formats are those at the head of fuzz_<target>.cpp. What cannot be parsed gives no seed: this reader is for seeds, not for patients.
"""
import dataclasses
import pathlib
import re
import struct
import zlib
from collections.abc import Iterator

RLE = "1.2.840.10008.1.2.5"
DEFLATED = "1.2.840.10008.1.2.1.99"
BIG_ENDIAN = "1.2.840.10008.1.2.2"
IMPLICIT = "1.2.840.10008.1.2"
LONG_VRS = (b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR", b"UT", b"UV")
TEXT_VRS = (b"PN", b"LO", b"LT", b"SH", b"ST", b"UC", b"UT")
UNDEFINED = 0xFFFFFFFF
FRAMES = 3  # of one file: more are alike
RLE_PIXELS = 256
SEED_BYTES = 2048  # the larger ones make everything slow that grows out of them
TEXTS = 8


@dataclasses.dataclass
class Element:
    vr: bytes
    value: bytes = b""
    items: list["Item"] = dataclasses.field(default_factory=list)
    fragments: list[bytes] = dataclasses.field(default_factory=list)


class Item(dict[int, Element]):
    """Elements by tag."""

    order = "<"

    def words(self, tag: int) -> list[int]:
        value = self[tag].value if tag in self else b""
        return list(struct.unpack(f"{self.order}{len(value) // 2}H", value[: len(value) // 2 * 2]))

    def number(self, tag: int) -> int:
        return (self.words(tag) or [0])[0]

    def text(self, tag: int) -> str:
        return self[tag].value.decode("latin-1").strip(" \0") if tag in self else ""


class Reader:
    """Elements of one data set; raises where it is not one."""

    def __init__(self, data: bytes, position: int, order: str, is_implicit: bool) -> None:
        self.data, self.at, self.order, self.is_implicit = data, position, order, is_implicit

    def take(self, count: int) -> bytes:
        if self.at + count > len(self.data):
            raise ValueError("cut short")
        self.at += count
        return self.data[self.at - count : self.at]

    def unpack(self, form: str) -> tuple[int, ...]:
        return struct.unpack(self.order + form, self.take(struct.calcsize("<" + form)))

    def tag(self) -> int:
        group, element = self.unpack("HH")
        return group << 16 | element

    def head(self) -> tuple[bytes, int]:
        if self.is_implicit:
            return b"", self.unpack("I")[0]
        vr = self.take(2)
        if vr not in LONG_VRS:
            return vr, self.unpack("H")[0]
        self.take(2)
        return vr, self.unpack("I")[0]

    def item(self, end: int, depth: int = 0) -> Item:
        """Up to `end`, or the end of an item."""
        item = Item()
        item.order = self.order
        while self.at < end and depth < 16:
            tag = self.tag()
            if tag == 0xFFFEE00D:
                self.take(4)
                break
            try:
                item[tag] = self.element(tag, depth)
            except (ValueError, struct.error):
                break  # what came before it counts
        return item

    def element(self, tag: int, depth: int) -> Element:
        vr, length = self.head()
        is_pixels = tag == 0x7FE00010
        if vr == b"SQ" or (length == UNDEFINED and not is_pixels):
            return Element(vr, items=self.items(length, depth))
        if length == UNDEFINED:
            return Element(vr, fragments=self.fragments())
        return Element(vr, self.take(length))

    def items(self, length: int, depth: int) -> list[Item]:
        end = len(self.data) if length == UNDEFINED else self.at + length
        found = []
        while self.at < end and self.tag() == 0xFFFEE000:
            (size,) = self.unpack("I")
            found.append(self.item(len(self.data) if size == UNDEFINED else self.at + size, depth + 1))
        if length == UNDEFINED:
            self.take(4)
        return found

    def fragments(self) -> list[bytes]:
        found = []
        while self.tag() == 0xFFFEE000:
            found.append(self.take(self.unpack("I")[0]))
        return found[1:]  # behind the table of offsets


def read(file: pathlib.Path) -> tuple[str, Item]:
    """Transfer syntax and data set. Raises."""
    data = file.read_bytes()
    if data[128:132] != b"DICM":
        raise ValueError("no mark")
    meta = Reader(data, 132, "<", False)
    syntax, start = IMPLICIT, 132
    while data[meta.at : meta.at + 2] == b"\x02\x00":
        tag = meta.tag()
        element = meta.element(tag, 0)
        start = meta.at
        if tag == 0x00020010:
            syntax = element.value.decode("latin-1").strip(" \0")
    if syntax == DEFLATED:
        data, start = zlib.decompressobj(-15).decompress(data[start:]), 0
    order = ">" if syntax == BIG_ENDIAN else "<"
    return syntax, Reader(data, start, order, syntax == IMPLICIT).item(len(data))


def packed(segment: bytes, size: int) -> bytes:
    """So much of a run-length segment that it gives `size` bytes or a few more."""
    at = made = 0
    while at < len(segment) and made < size:
        run = segment[at]
        at += 2 if run > 128 else 1 if run == 128 else run + 2
        made += 257 - run if run > 128 else 0 if run == 128 else run + 1
    return segment[:at]


def upper_part(frame: bytes, size: int) -> bytes:
    """The frame of so many bytes in each segment: a thousand small frames try more than one large one."""
    count, *offsets = struct.unpack("<16I", frame[:64])
    ends = [*offsets[1:count], len(frame)]
    segments = [packed(frame[start:end], size) for start, end in zip(offsets[:count], ends)]
    starts = [64 + sum(map(len, segments[:index])) for index in range(count)]
    return struct.pack("<16I", count, *starts, *[0] * (15 - count)) + b"".join(segments)


def rle(syntax: str, item: Item) -> Iterator[bytes]:
    """fuzz_rle.cpp: what the samples are, columns and rows less one, the upper rows of the frame."""
    kinds = {8: 0, 16: 1, 32: 2, 1: 3}
    bits = item.number(0x00280100)
    fragments = item[0x7FE00010].fragments if 0x7FE00010 in item else []
    if syntax != RLE or bits not in kinds or not fragments:
        return
    kind = kinds[bits] | (0x10 if item.number(0x00280002) == 3 else 0)
    columns = item.number(0x00280011)
    rows = max(1, min(item.number(0x00280010), RLE_PIXELS * (8 if bits == 1 else 1) // columns))
    size = (columns * rows + 7) // 8 if bits == 1 else columns * rows
    shape = struct.pack("<BHH", kind, columns - 1, rows - 1)
    count = int(item.text(0x00280008) or "1")
    frames = [b"".join(fragments)] if count == 1 else fragments[: min(count, FRAMES)]
    yield from (shape + upper_part(frame, size) for frame in frames)


def known_terms() -> list[str]:
    source = (pathlib.Path(__file__).parent / "fuzz_charset.cpp").read_text()
    listed = re.search(r"kTerms\{(.*?)\}", source, re.S)
    assert listed
    return re.findall(r'"([^"]*)"', listed.group(1))


def texts_of(item: Item) -> Iterator[bytes]:
    for tag, element in item.items():
        if element.vr in TEXT_VRS or tag == 0x00100010:
            yield element.value
        for inner in element.items:
            yield from texts_of(inner)


def charset(_: str, item: Item) -> Iterator[bytes]:
    """fuzz_charset.cpp: how many terms, each as its place in the list, the text."""
    known = known_terms()
    terms = item.text(0x00080005).split("\\") if item.text(0x00080005) else []
    places = [known.index(term.strip()) if term.strip() in known else len(known) - 1 for term in terms[:3]]
    head = bytes([len(places), *places])
    texts = [text for text in texts_of(item) if any(byte > 126 or byte == 0x1B for byte in text)]
    name = [item[0x00100010].value] if 0x00100010 in item else []
    yield from (head + text for text in name + texts[:TEXTS])


def counted(words: list[int], most: int) -> bytes:
    taken = words[:most]
    return struct.pack(f"<{len(taken) + 1}H", len(taken), *taken)


def table(item: Item, descriptor: int, data: int) -> bytes:
    is_us = data in item and item[data].vr in (b"US", b"SS")
    return counted(item.words(descriptor), 4) + bytes([is_us]) + counted(item.words(data), 4096)


def tables(_: str, item: Item) -> Iterator[bytes]:
    """fuzz_tables.cpp: signed, segmented, three channels of a palette, modality LUT, VOI LUT, overlay."""
    is_segmented = 0x00281221 in item
    first = 0x00281221 if is_segmented else 0x00281201
    sequences = [tag for tag in (0x00283000, 0x00283010) if tag in item and item[tag].items]
    if 0x00281101 not in item and not sequences and 0x60003000 not in item:
        return
    seed = bytes([item.number(0x00280103) & 1, is_segmented])
    for channel in range(3):
        seed += table(item, 0x00281101 + channel, first + channel)
    for tag in (0x00283000, 0x00283010):
        seed += table(item[tag].items[0] if tag in sequences else Item(), 0x00283002, 0x00283006)
    yield seed + counted(item.words(0x60000010), 1) + counted(item.words(0x60000011), 1) + counted(item.words(0x60003000), 512)


TARGETS = {"rle": rle, "charset": charset, "tables": tables}


def of(target: str, folder: pathlib.Path) -> list[bytes]:
    """Each once, in the order of the files."""
    found: dict[bytes, None] = {}
    if target not in TARGETS:
        return []
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        try:
            found.update(dict.fromkeys(seed for seed in TARGETS[target](*read(file)) if len(seed) <= SEED_BYTES))
        except (ValueError, ArithmeticError, LookupError, struct.error, zlib.error):
            continue
    return list(found)
