// Frames of run-length segments: any shape, any table of offsets.
#include "fuzz/fuzz_input.h"
#include "integration/dicom/codecs/rle.h"
#include "unit/dicom/pixel_formats.h"

using namespace simiao;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    test::FuzzInput input(data, size);
    constexpr int kBits[] = {8, 16, 32};
    const int kind = input.byte();
    const int columns = input.number(1, 1024);
    const int rows = input.number(1, 1024);
    const auto format = kind % 4 == 3 ? test::aFormatOfBits(columns, rows)
                                      : test::aFormat(columns, rows, kind & 0x10 ? 3 : 1, kBits[kind % 4]);
    constexpr std::int64_t kMostBytes = 16 * 1024;
    if (format.nativeBytes() > kMostBytes)
        return -1; // large frames are decoded as small ones are, only more slowly
    const auto bytes = std::as_bytes(input.bytes());

    const auto raw = dicom::decodeRle({bytes, format});
    if (raw) {
        test::mustHold(raw->pixels.size() == std::size_t(format.geometry.byteSize()),
                       "a frame has all its bytes");
        test::mustHold(dicom::canonicalBytes(*raw, format).size() == std::size_t(format.nativeBytes()),
                       "and natively those of its format");
    } else {
        test::mustHold(!raw.error().code.isEmpty(), "a refusal has a reason");
    }
    return 0;
}
