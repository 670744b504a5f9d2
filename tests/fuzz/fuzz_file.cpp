// A whole file, as `simiao-cli dicom inspect` opens it. Reaches into DCMTK and the codecs, which are not instrumented.
#include "fuzz/fuzz_input.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/header.h"
#include "integration/dicom/inspection.h"

#include <sys/mman.h>
#include <unistd.h>

using namespace simiao;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const int file = memfd_create("simiao-fuzz", 0);
    static const QString path = QStringLiteral("/proc/self/fd/%1").arg(file);
    if (ftruncate(file, 0) != 0 || pwrite(file, data, size, 0) != ssize_t(size))
        std::abort();
    const auto inspected = dicom::inspectFile(path);
    test::mustHold(inspected || !inspected.error().code.isEmpty(), "a refusal has a reason");
    static_cast<void>(dicom::readHeader(path));
    static_cast<void>(dicom::decodeFrame(path, 1));
    return 0;
}
