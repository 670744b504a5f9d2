// What JPEG, JPEG-LS and JPEG 2000 codestreams say about themselves, before any library sees them.
#include "fuzz/fuzz_input.h"
#include "integration/dicom/codecs/jpeg2000_header.h"
#include "integration/dicom/codecs/jpeg_header.h"
#include "integration/dicom/codecs/jpeg_ls_scans.h"

using namespace simiao;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto bytes = std::as_bytes(std::span(data, size));
    if (const auto jpeg = dicom::readJpegHeader(bytes)) {
        test::mustHold(jpeg->columns >= 0 && jpeg->rows >= 0, "an edge is not negative");
        test::mustHold(jpeg->components.size() <= 255, "components are counted in a byte");
        static_cast<void>(jpeg->isSubsampled());
        static_cast<void>(jpeg->isNamedRgb());
    }
    const auto codestream = dicom::codestreamIn(bytes);
    test::mustHold(codestream.size() <= bytes.size(), "a codestream is part of the file");
    if (const auto header = dicom::readJpeg2000Header(codestream))
        test::mustHold(header->columns >= 0 && header->rows >= 0 && header->tiles >= 0,
                       "no size is negative");
    static_cast<void>(dicom::isWhole(codestream));

    std::size_t whole = 0;
    for (const auto &scan : dicom::splitScans(bytes))
        whole += scan.stream.size();
    test::mustHold(whole <= 300 * (bytes.size() + 64), "scans repeat the head and nothing else");
    return 0;
}
