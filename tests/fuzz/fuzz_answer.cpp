// What a decoder that was taken over may answer: messages, and what lies beside them in the shared memory.
#include "fuzz/fuzz_input.h"
#include "integration/dicom/objects/content_reader.h"
#include "integration/dicom/worker/frame_message.h"
#include "integration/dicom/worker/object_message.h"

#include <algorithm>

using namespace simiao;

namespace {

using Bytes = std::span<const std::byte>;

int countOf(const imaging::ContentItem &item)
{
    int count = 1;
    for (const auto &child : item.children)
        count += countOf(child);
    return count;
}

bool isRight(const imaging::Report &report)
{
    return countOf(report.root) <= dicom::ContentReader::kMostNodes + 1;
}

bool isRight(const imaging::PresentationState &state)
{
    return state.turn.quarters >= 0 && state.turn.quarters < 4;
}

bool isRight(const imaging::Waveform &waveform)
{
    return std::ranges::all_of(waveform.groups, [](const auto &group) { return group.samplingHz > 0; });
}

bool isRight(const workflow::EncapsulatedDocument &)
{
    return true;
}

/// Values that are no numbers are not equal to themselves.
bool isComparable(const workflow::ImagingObjectContent &content)
{
    return !std::holds_alternative<imaging::Waveform>(content);
}

void readObject(Bytes message, Bytes bulk)
{
    const auto content = dicom::readObjectMessage(message, bulk);
    if (!content)
        return test::mustHold(!content.error().code.isEmpty(), "a refusal has a reason");
    test::mustHold(std::visit([](const auto &object) { return isRight(object); }, *content),
                   "what is taken can be shown");
    const auto again = dicom::objectMessage(*content);
    const auto bytes =
        std::as_bytes(std::span(again.message.constData(), static_cast<std::size_t>(again.message.size())));
    const auto back = dicom::readObjectMessage(bytes, again.bulk);
    test::mustHold(back && (!isComparable(*content) || *back == *content), "it comes back as it went");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    test::FuzzInput input(data, size);
    const int what = input.byte() % 8;
    const auto bulk = std::as_bytes(input.bytes(input.word() % 512));
    const auto message = std::as_bytes(input.bytes());
    switch (what) {
    case 0: static_cast<void>(dicom::readFrameMessage(message, bulk.size())); break;
    case 1: static_cast<void>(dicom::readHeaderMessage(message, {})); break;
    case 2: static_cast<void>(dicom::readInspectionMessage(message)); break;
    case 3: static_cast<void>(dicom::readObjectHeaderMessage(message, {})); break;
    case 4: static_cast<void>(dicom::readImportHeaderMessage(message)); break;
    case 5: static_cast<void>(dicom::readFramePlanesMessage(message)); break;
    default: readObject(message, bulk);
    }
    return 0;
}
