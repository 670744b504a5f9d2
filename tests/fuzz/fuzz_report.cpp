// A structured report or a key object selection: its tree, and the lines that people read.
#include "fuzz/fuzz_input.h"
#include "imaging/report/report_lines.h"
#include "integration/dicom/objects/content_reader.h"
#include "integration/dicom/objects/report.h"

using namespace simiao;

namespace {

int countOf(const imaging::ContentItem &item)
{
    int count = 1;
    for (const auto &child : item.children)
        count += countOf(child);
    return count;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    test::FuzzInput input(data, size);
    const auto report = dicom::parseReport(input.rest());
    if (!report) {
        test::mustHold(!report.error().code.isEmpty(), "a refusal has a reason");
        return 0;
    }
    test::mustHold(countOf(report->root) <= dicom::ContentReader::kMostNodes + 1, "a tree is bounded");
    const auto text = imaging::plainText(imaging::reportLines(*report));
    test::mustHold(!text.contains(QChar(0x202E)) && !text.contains(QChar(0)),
                   "nothing reorders or ends the text");
    static_cast<void>(imaging::keyImagesOf(*report));
    return 0;
}
