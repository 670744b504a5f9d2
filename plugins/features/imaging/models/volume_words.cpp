#include "imaging/models/volume_words.h"

#include "imaging/measure/values.h"

#include <QCoreApplication>

#include <algorithm>

namespace simiao::viewer {

using namespace imaging;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Volume)
};

QString standardName(PlaneKind plane)
{
    switch (plane) {
    case PlaneKind::Axial: return Words::tr("Axial");
    case PlaneKind::Coronal: return Words::tr("Coronal");
    case PlaneKind::Sagittal: return Words::tr("Sagittal");
    }
    return {};
}

double coarsestStepMm(const VolumeGeometry &geometry)
{
    return std::max({length(geometry.columnStep), length(geometry.rowStep), length(geometry.sliceStep)});
}

QString warningText(const Defect &warning)
{
    if (warning.code == QLatin1String("imaging.volume-uneven"))
        return Words::tr("Uneven slice spacing (%1): the planes are resampled. Check lengths on the slices.")
            .arg(warning.detail);
    if (warning.code == QLatin1String("imaging.volume-tilted"))
        return Words::tr("Gantry tilt of %1°, taken into account.").arg(warning.detail);
    if (warning.code == QLatin1String("imaging.volume-apart"))
        return Words::tr(
                   "GAPS between the slices (%1, thickness and distance): what is shown there was never "
                   "scanned, or slices are missing.")
            .arg(warning.detail);
    if (warning.code == QLatin1String("imaging.mapping-unused"))
        return Words::tr("NOT MEASURED: values are as stored");
    if (warning.code == QLatin1String("imaging.colours-not-shown"))
        return Words::tr("COLOURS NOT SHOWN: some greys mean nothing");
    if (warning.code == QLatin1String("imaging.pixels-missing")
        || warning.code == QLatin1String("imaging.frames-missing"))
        return Words::tr("INCOMPLETE: pixels are missing in some slices.");
    return Words::tr("DAMAGED: do not rely on these planes.");
}

} // namespace

bool hasGaps(const VolumeFacts &facts)
{
    return std::ranges::find(facts.warnings, QLatin1String("imaging.volume-apart"), &Defect::code)
        != facts.warnings.end();
}

QString planeName(PlaneKind plane, bool isOblique)
{
    const auto name = standardName(plane);
    return isOblique ? Words::tr("Oblique (%1)", "plane").arg(name.toLower()) : name;
}

QString modeName(SlabMode mode)
{
    switch (mode) {
    case SlabMode::Mean: return Words::tr("Mean", "slab");
    case SlabMode::Maximum: return Words::tr("MIP");
    case SlabMode::Minimum: return Words::tr("MinIP");
    }
    return {};
}

QString slabText(const Slab &slab)
{
    if (slab.thicknessMm <= 0)
        return Words::tr("No slab");
    return Words::tr("%1, %2 mm", "mode and thickness of a slab")
        .arg(modeName(slab.mode), QString::number(slab.thicknessMm));
}

QStringList lengthLines(const VolumeLength &drawn, const VolumeFacts &facts)
{
    const int decimals = decimalsFor(coarsestStepMm(facts.geometry));
    QStringList lines{QString::number(length(drawn.to - drawn.from), 'f', decimals) + QStringLiteral(" mm"),
                      facts.isUneven ? Words::tr("by volume geometry, UNEVEN spacing")
                                     : Words::tr("by volume geometry")};
    if (hasGaps(facts))
        lines.append(Words::tr("over GAPS between slices"));
    if (drawn.slabMm > 0)
        lines.append(Words::tr("projected in a slab of %1 mm").arg(drawn.slabMm));
    return lines;
}

QStringList volumeWarnings(const VolumeFacts &facts)
{
    QStringList texts;
    for (const auto &warning : facts.warnings)
        texts.append(warningText(warning));
    texts.removeDuplicates();
    return texts;
}

} // namespace simiao::viewer
