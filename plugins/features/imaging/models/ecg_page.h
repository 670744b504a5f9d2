#pragma once

#include "imaging/waveform/waveform.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QStringList>

#include <memory>

class QPainter;

namespace simiao::viewer {

/// Paper speed and amplitude of clinical ECGs.
/// \source AHA/ACC/HRS recommendations for the standardization of the electrocardiogram, part I (2007)
inline constexpr double kMmPerSecond = 25;
inline constexpr double kMmPerMillivolt = 10;

/// A piece of one channel on the paper.
struct EcgTrace
{
    std::size_t channel = 0;
    double fromSeconds = 0;
    double seconds = 0;
    QPointF baseline; ///< mm: where it begins, at 0
    double mmPerUnit = kMmPerMillivolt;
    bool isCalibrated = true; ///< a voltage at 10 mm/mV; else it fills its row, whatever its unit

    bool operator==(const EcgTrace &) const = default;
};

/// One page of a recording.
struct EcgPage
{
    std::shared_ptr<const imaging::Waveform> waveform;
    std::size_t group = 0;
    double fromSeconds = 0;
    QStringList head; ///< whom and when, above the paper
    QString foot;     ///< speed, amplitude, filter
};

/// A4 across.
QSizeF ecgPaperMm();
/// Seconds that fit on a page.
double ecgSecondsPerPage();

/// Where the channels of a group lie: twelve leads in three rows of four columns of 2.5 s each, and lead II along the page below
/// them; other recordings a row a channel.
std::vector<EcgTrace> ecgTraces(const imaging::WaveformGroup &group, double fromSeconds);

/// Paints grid, calibration, traces and their names; one unit is a millimetre. \thread any
void paintEcg(QPainter &painter, const EcgPage &page);

} // namespace simiao::viewer
