#pragma once

#include "fake_image_source.h"

namespace simiao::test {

/// The planes of a body that the tests look at.
enum class Lie { Axial, Coronal };

inline imaging::SlicePlane planeAt(Lie lie, double mm)
{
    if (lie == Lie::Axial)
        return {{{1, 0, 0}, {0, 1, 0}}, {-50, -50, mm}};
    return {{{1, 0, 0}, {0, 0, -1}}, {-50, mm, 50}};
}

/// A series of `slices` parallel planes from `firstMm` on.
inline workflow::ImageSeries aPlacedSeries(const QString &uid,
                                           Lie lie,
                                           double firstMm,
                                           double stepMm,
                                           int slices,
                                           const administration::Patient &patient = {})
{
    auto series = aSeries(uid, slices, patient);
    series.frameOfReferenceUid = QStringLiteral("2.25.7");
    for (int i = 0; i < slices; ++i)
        series.instances[static_cast<std::size_t>(i)].plane = planeAt(lie, firstMm + i * stepMm);
    return series;
}

/// The picture of an instance where it says that it lies: 100 x 100 mm, a pixel a millimetre.
inline FramePtr aPlacedFrame(const workflow::ImageInstance &instance)
{
    const auto plain = aFrame(100, 100);
    auto facts = plain->facts();
    facts.spacing = {.rowMm = 1, .columnMm = 1, .basis = imaging::SpacingBasis::PixelSpacing};
    if (instance.plane) {
        facts.orientation = instance.plane->orientation;
        facts.position = instance.plane->position;
        facts.edges = imaging::edgeLetters(instance.plane->orientation);
        facts.frameOfReferenceUid = QStringLiteral("2.25.7");
    }
    return *imaging::Frame::create(facts, {plain->bytes().begin(), plain->bytes().end()});
}

} // namespace simiao::test
