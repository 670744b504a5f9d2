#include "integration/dicom/supplemental_palette.h"

#include "core/try.h"
#include "imaging/lut.h"
#include "imaging/samples.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/codecs/frame_budget.h"
#include "integration/dicom/functional_groups.h"
#include "integration/dicom/palette.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <limits>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using imaging::SampleType;

namespace {

QString pixelPresentation(DcmItem &dataset, int frameIndex)
{
    for (const auto &frameType :
         {DCM_CTImageFrameTypeSequence, DCM_MRImageFrameTypeSequence, DCM_PETFrameTypeSequence}) {
        auto &group = functionalGroup(dataset, frameIndex, frameType);
        const auto own = &group == &dataset ? QString() : code(group, DCM_PixelPresentation);
        if (!own.isEmpty())
            return own;
    }
    return code(dataset, DCM_PixelPresentation);
}

/// Colours are no measurement: an automatic window is that of the greys.
void leaveOutColours(imaging::FrameFacts &facts, double firstMapped)
{
    if (!facts.padding)
        facts.padding = {.lowest = firstMapped, .highest = std::numeric_limits<std::uint32_t>::max()};
}

std::vector<std::byte> colours(const imaging::Frame &frame, const imaging::Palette &palette)
{
    const double firstMapped = palette.channels.front().firstMapped;
    const auto greys = imaging::render(frame, imaging::defaultDisplay(frame));
    std::vector<std::byte> pixels(greys.size() * 3);
    imaging::visitSamples(frame, [&](auto samples) {
        for (std::size_t i = 0; i < greys.size(); ++i) {
            const auto stored = static_cast<double>(samples[i]);
            const auto rgb =
                stored < firstMapped ? std::array{greys[i], greys[i], greys[i]} : palette.at(stored);
            std::ranges::transform(rgb, pixels.begin() + static_cast<std::ptrdiff_t>(i * 3),
                                   [](std::uint8_t channel) { return std::byte{channel}; });
        }
    });
    return pixels;
}

/// What a picture says beside its pixels, without what says how greys are measured and shown.
Result<imaging::FrameFacts> factsOfColours(imaging::FrameFacts facts)
{
    const auto &grey = facts.geometry;
    TRY(facts.geometry, imaging::FrameGeometry::create(grey.columns(), grey.rows(), 3, SampleType::U8));
    facts.bitsStored = 8;
    facts.photometric = imaging::Photometric::Rgb;
    facts.isPresentationInverse = false;
    facts.modality = {};
    facts.windows.clear();
    facts.voiTables.clear();
    facts.padding.reset();
    facts.fullScale.reset();
    facts.pet.reset();
    return facts;
}

} // namespace

bool isColouredInPart(DcmItem &dataset, int frameIndex)
{
    const auto presentation = pixelPresentation(dataset, frameIndex);
    return presentation == u"COLOR"_s || presentation == u"MIXED"_s;
}

void tellMissingColours(DcmItem &dataset, int frameIndex, imaging::FrameFacts &facts)
{
    if (facts.geometry.samplesPerPixel() != 1 || !isColouredInPart(dataset, frameIndex)
        || readPalette(dataset))
        return;
    facts.modality.unit.clear(); // some of the values are no measurement, and nothing says which
    facts.defects.push_back({u"imaging.colours-not-shown"_s, u"(0028,1101) to (0028,1203)"_s});
}

Result<DecodedFrame> withSupplementalColours(DcmItem &dataset,
                                             int frameIndex,
                                             DecodedFrame frame,
                                             std::int64_t budget)
{
    if (frame.facts.geometry.samplesPerPixel() != 1 || !isColouredInPart(dataset, frameIndex))
        return frame;
    const auto palette = readPalette(dataset);
    if (!palette)
        return frame;

    // Three bytes of colour for each pixel, as they come and as they stay; stored values and greys until then.
    const auto &geometry = frame.facts.geometry;
    TRY_VOID(checkBudget(FrameCost{.left = 6 * geometry.pixelCount(),
                                   .meanwhile = geometry.byteSize() + geometry.pixelCount()},
                         budget));
    auto shown = frame.facts;
    leaveOutColours(shown, palette->channels.front().firstMapped);
    TRY(const auto grey, imaging::Frame::create(std::move(shown), std::move(frame.pixels)));
    TRY(auto facts, factsOfColours(std::move(frame.facts)));
    return DecodedFrame{.facts = std::move(facts), .pixels = colours(*grey, *palette)};
}

} // namespace simiao::dicom
