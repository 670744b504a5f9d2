#include "imaging/models/scale_bar.h"

#include "imaging/spacing_ground.h"

#include <QCoreApplication>

#include <cmath>

namespace simiao::viewer {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::ScaleBar)
};

/// The largest of 1, 2, 5, 10, 20 … that is not above `most`.
double roundLength(double most)
{
    const double decade = std::pow(10, std::floor(std::log10(most)));
    for (const double step : {5.0, 2.0}) {
        if (decade * step <= most)
            return decade * step;
    }
    return decade;
}

QString lengthText(double mm)
{
    constexpr double kMmPerCm = 10;
    return mm >= kMmPerCm ? QStringLiteral("%1 cm").arg(mm / kMmPerCm) : QStringLiteral("%1 mm").arg(mm);
}

QString calibrationText(const QString &calibration)
{
    if (calibration == imaging::kByGeometry)
        return Words::tr("calibrated (geometry)");
    return calibration == imaging::kByFiducial ? Words::tr("calibrated (fiducial)") : Words::tr("calibrated");
}

} // namespace

QString spacingText(const imaging::PixelSpacing &spacing)
{
    using enum imaging::SpacingBasis;
    switch (spacing.basis) {
    case None: return {};
    case PixelSpacing: return Words::tr("by pixel spacing");
    case PlaneUnknown: return Words::tr("by pixel spacing, unknown whether at detector");
    case Calibrated: return calibrationText(spacing.calibration);
    case Estimated: return Words::tr("estimated");
    case ImagerPixelSpacing: return Words::tr("at detector");
    case Film: return Words::tr("on film");
    }
    return {};
}

std::optional<ScaleBar> scaleBar(const imaging::FrameFacts &facts, double pixelsPerColumn, double room)
{
    if (!facts.spacing.isMillimetres() || !facts.regions.empty() || pixelsPerColumn <= 0 || room <= 0)
        return std::nullopt;
    const double pixelsPerMm = pixelsPerColumn / facts.spacing.columnMm;
    const double mm = roundLength(room / pixelsPerMm);
    const auto text =
        Words::tr("%1, %2", "a length, on what ground").arg(lengthText(mm), spacingText(facts.spacing));
    return ScaleBar{mm, mm * pixelsPerMm, text};
}

} // namespace simiao::viewer
