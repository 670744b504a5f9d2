// The elements of a data set, nested as one likes, and the fragments of its pixels.
#include "fuzz/fuzz_input.h"
#include "integration/dicom/element_scan.h"
#include "integration/dicom/element_walker.h"
#include "integration/dicom/fragments.h"

#include <QBuffer>

#include <array>

using namespace simiao;

namespace {

constexpr std::array kSyntaxes{"1.2.840.10008.1.2.1", "1.2.840.10008.1.2", "1.2.840.10008.1.2.2",
                               "1.2.840.10008.1.2.5", ""};

void walk(QByteArray bytes, qint64 start, const char *syntax)
{
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    const auto layout = dicom::ElementWalker(device).walk(start, QString::fromLatin1(syntax));
    test::mustHold(layout.headerEnd <= bytes.size(), "the header ends within the file");
    test::mustHold(layout.deepestNesting <= dicom::ElementWalker::kDeepestNesting + 1, "nesting is bounded");
    if (!layout.pixels)
        return;
    test::mustHold(layout.pixels->offset <= bytes.size(), "pixels begin within the file");
    if (!layout.pixels->isEncapsulated)
        return;
    const auto list = dicom::readFragments(device, *layout.pixels);
    for (const auto &fragment : list.fragments)
        test::mustHold(fragment.offset >= 0 && fragment.length >= 0
                           && fragment.offset + fragment.length <= bytes.size(),
                       "a fragment stands within the file");
    const auto ofFrame = dicom::fragmentsOfFrame(device, list, {}, 1, 3);
    test::mustHold(dicom::joined(device, ofFrame).size() <= std::size_t(bytes.size()),
                   "a frame is part of the file");
}

void scan(std::span<const char> bytes)
{
    dicom::ElementScan elements(bytes);
    std::size_t values = 0;
    while (const auto element = elements.next())
        values += std::size_t(element->value.size());
    test::mustHold(values <= bytes.size(), "values do not overlap");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    test::FuzzInput input(data, size);
    const auto *syntax = kSyntaxes[input.byte() % kSyntaxes.size()]; // of a file: from its preamble
    const auto bytes = input.rest();
    constexpr qint64 kBehindDicm = 131;
    walk(bytes, bytes.size() > kBehindDicm ? kBehindDicm : 0, syntax);
    scan({reinterpret_cast<const char *>(data), size});
    return 0;
}
