// A presentation state, and what it makes of a picture that it names.
#include "fuzz/fuzz_input.h"
#include "imaging/presentation/presentation_state.h"
#include "integration/dicom/objects/presentation_state.h"

using namespace simiao;

namespace {

constexpr int kEdge = 8;

std::shared_ptr<const imaging::Frame> aPicture()
{
    const auto geometry = imaging::FrameGeometry::create(kEdge, kEdge, 1, imaging::SampleType::U8).value();
    return imaging::Frame::create({.geometry = geometry},
                                  std::vector<std::byte>(std::size_t(kEdge) * kEdge, std::byte{7}))
        .value();
}

void show(const imaging::PresentationState &state, const imaging::ReferencedImage &image)
{
    static const auto picture = aPicture();
    const int frame = image.frames.empty() ? 0 : image.frames.front();
    const auto shown = imaging::presentationOf(state,
                                               {.seriesInstanceUid = image.seriesInstanceUid,
                                                .sopInstanceUid = image.sopInstanceUid,
                                                .frame = frame},
                                               *picture);
    if (!shown)
        return test::mustHold(!shown.error().code.isEmpty(), "a refusal has a reason");
    const auto greys = imaging::render(*picture, *shown);
    test::mustHold(greys.size() == std::size_t(kEdge) * kEdge, "every pixel has its grey");
    test::mustHold(imaging::turned(greys, kEdge, kEdge, shown->turn).size() == greys.size(),
                   "a turned picture has as many pixels");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    test::FuzzInput input(data, size);
    const auto state = dicom::parsePresentationState(input.rest());
    if (!state) {
        test::mustHold(!state.error().code.isEmpty(), "a refusal has a reason");
        return 0;
    }
    if (!state->images.empty())
        show(*state, state->images.front());
    return 0;
}
