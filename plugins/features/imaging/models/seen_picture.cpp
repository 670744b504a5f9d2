#include "imaging/models/seen_picture.h"

namespace simiao::viewer {

namespace {

using imaging::Presentation;

std::optional<Presentation> presentationFor(const ImageStack &stack,
                                            const Slice &slice,
                                            const imaging::Frame &frame)
{
    if (!stack.presentation())
        return std::nullopt;
    auto presentation = imaging::presentationOf(
        *stack.presentation(), {stack.series().seriesInstanceUid, slice.instance.sopInstanceUid, slice.frame},
        frame);
    return presentation ? std::optional(*std::move(presentation)) : std::nullopt;
}

FramePtr withSeenParts(const FramePtr &frame, const Presentation *presentation, bool areOverlaysShown)
{
    auto facts = frame->facts();
    if (presentation) {
        const auto &shapes = presentation->shutter.shapes;
        facts.shutter = shapes == imaging::Shutter{} ? std::nullopt : std::optional(shapes);
        facts.overlays = presentation->overlays;
    }
    if (!areOverlaysShown)
        facts.overlays.clear();
    auto seen = imaging::Frame::create(std::move(facts), {.owner = frame, .bytes = frame->bytes()});
    return seen ? *std::move(seen) : frame;
}

} // namespace

workflow::MeasuredPicture seenPicture(const ImageStack &stack,
                                      const Slice &slice,
                                      const FramePtr &frame,
                                      const Showing &showing)
{
    const bool isShown = stack.shownSlice() && *stack.shownSlice() == slice;
    const auto presentation = presentationFor(stack, slice, *frame);
    const auto own = presentation ? presentation->display : stack.ownDisplay(slice, *frame);
    // Of a stack under a state each picture is turned as that wants it, until it is turned by hand.
    const auto stated = presentation ? presentation->turn : imaging::Turn{};
    return {.location = slice.instance.location,
            .frameIndex = slice.frame,
            .frame = withSeenParts(frame, presentation ? &*presentation : nullptr, showing.areOverlaysShown),
            .display = isShown ? stack.display() : own,
            .turn = isShown || !stack.presentation() ? showing.turn : stated,
            .characterSet = stack.series().characterSet};
}

} // namespace simiao::viewer
