#include "imaging/models/ecg_page.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace simiao::viewer {

using imaging::WaveformChannel;
using imaging::WaveformGroup;

namespace {

constexpr QSizeF kPaper(297, 210);
constexpr double kLeft = 20;
constexpr double kTop = 36;
constexpr double kRight = 7;
constexpr double kBottom = 14;
constexpr double kFirstBaseline = 55; // on a bold line of the grid, as all others
constexpr double kTracesMm = 250;     // ten seconds
constexpr double kColumnSeconds = 2.5;

// Colours of ECG paper, the same in every theme: it is paper.
const QColor kFine(0xF6, 0xD5, 0xD5);
const QColor kBold(0xE3, 0x9A, 0x9A);
const QColor kInk(0x10, 0x10, 0x10);

QRectF gridMm()
{
    return {5, kTop - 6, kPaper.width() - 5 - kRight, kPaper.height() - kTop + 6 - kBottom};
}

std::size_t indexOf(const WaveformGroup &group, const QString &name)
{
    const auto found = std::ranges::find(group.channels, name, &WaveformChannel::name);
    return static_cast<std::size_t>(found - group.channels.begin());
}

const std::array<const char *, 12> kOrder{"I",  "aVR", "V1",  "V4",  "II", "aVL",
                                          "V2", "V5",  "III", "aVF", "V3", "V6"};

bool hasTwelveLeads(const WaveformGroup &group)
{
    return std::ranges::all_of(kOrder, [&](const char *name) {
        const auto index = indexOf(group, QLatin1String(name));
        return index < group.channels.size() && group.channels[index].isVoltage();
    });
}

std::vector<EcgTrace> twelveLeads(const WaveformGroup &group, double fromSeconds)
{
    constexpr double kRow = 40;
    std::vector<EcgTrace> traces;
    for (std::size_t i = 0; i < kOrder.size(); ++i) {
        const double column = static_cast<double>(i % 4);
        const double row = static_cast<double>(i / 4);
        traces.push_back(
            {.channel = indexOf(group, QLatin1String(kOrder[i])),
             .fromSeconds = fromSeconds + column * kColumnSeconds,
             .seconds = kColumnSeconds,
             .baseline = {kLeft + column * kColumnSeconds * kMmPerSecond, kFirstBaseline + row * kRow}});
    }
    traces.push_back({.channel = indexOf(group, QStringLiteral("II")),
                      .fromSeconds = fromSeconds,
                      .seconds = 4 * kColumnSeconds,
                      .baseline = {kLeft, kFirstBaseline + 3 * kRow}});
    return traces;
}

/// Millimetres for a unit that fills `room`; a round number.
double fillingScale(const WaveformChannel &channel, double room)
{
    double most = 0;
    for (const float value : channel.values)
        most = std::isfinite(value) ? std::max(most, std::abs(double{value})) : most;
    return most > 0 ? std::pow(10, std::floor(std::log10(room / most))) : 1;
}

std::vector<EcgTrace> rowEach(const WaveformGroup &group, double fromSeconds)
{
    std::vector<EcgTrace> traces;
    const double room = gridMm().height() - 10;
    const double row = room / static_cast<double>(std::max<std::size_t>(1, group.channels.size()));
    for (std::size_t i = 0; i < group.channels.size(); ++i) {
        const auto &channel = group.channels[i];
        const bool isVoltage = channel.isVoltage();
        traces.push_back({.channel = i,
                          .fromSeconds = fromSeconds,
                          .seconds = ecgSecondsPerPage(),
                          .baseline = {kLeft, kTop + (static_cast<double>(i) + 0.5) * row},
                          .mmPerUnit = isVoltage ? kMmPerMillivolt : fillingScale(channel, row / 2),
                          .isCalibrated = isVoltage});
    }
    return traces;
}

void paintGrid(QPainter &painter)
{
    const auto grid = gridMm();
    painter.fillRect(QRectF(QPointF(0, 0), kPaper), Qt::white);
    for (const bool isBold : {false, true}) {
        painter.setPen(QPen(isBold ? kBold : kFine, isBold ? 0.22 : 0.12));
        const double step = isBold ? 5 : 1;
        for (double x = grid.left(); x <= grid.right() + 1e-9; x += step)
            painter.drawLine(QPointF(x, grid.top()), QPointF(x, grid.bottom()));
        for (double y = grid.top(); y <= grid.bottom() + 1e-9; y += step)
            painter.drawLine(QPointF(grid.left(), y), QPointF(grid.right(), y));
    }
}

/// 1 mV for 0.2 s.
void paintCalibration(QPainter &painter, const QPointF &baseline)
{
    QPainterPath path(baseline + QPointF(-11, 0));
    path.lineTo(baseline + QPointF(-9, 0));
    path.lineTo(baseline + QPointF(-9, -kMmPerMillivolt));
    path.lineTo(baseline + QPointF(-4, -kMmPerMillivolt));
    path.lineTo(baseline + QPointF(-4, 0));
    path.lineTo(baseline + QPointF(-2, 0));
    painter.drawPath(path);
}

/// The line ends where nothing was measured, and goes on behind it.
QPainterPath curveOf(const EcgTrace &trace, const WaveformGroup &group)
{
    const auto &values = group.channels[trace.channel].values;
    const auto first = static_cast<std::size_t>(std::llround(trace.fromSeconds * group.samplingHz));
    const auto count = static_cast<std::size_t>(std::llround(trace.seconds * group.samplingHz));
    const double step = kMmPerSecond / group.samplingHz;
    QPainterPath path;
    bool isDown = false;
    for (std::size_t i = 0; i <= count && first + i < values.size(); ++i) {
        const float value = values[first + i];
        if (!std::isfinite(value)) {
            isDown = false;
            continue;
        }
        const QPointF at(trace.baseline.x() + static_cast<double>(i) * step,
                         trace.baseline.y() - double{value} * trace.mmPerUnit);
        if (isDown)
            path.lineTo(at);
        else
            path.moveTo(at);
        isDown = true;
    }
    return path;
}

/// In a narrow panel letters of the paper's size could not be read; on paper, and zoomed in, they have it.
double legibleMm(const QPainter &painter, double mm)
{
    constexpr double kLeastPixels = 11;
    constexpr double kMostMm = 6; // the distance of lines
    return std::max(mm, std::min(kLeastPixels / painter.combinedTransform().m11(), kMostMm));
}

// Fonts of less than a few pixels are not drawn; the painter's unit is a millimetre.
constexpr double kDots = 20;

/// \param mm  height of the letters
QFont wordsFont(const QPainter &painter, double mm)
{
    QFont font = painter.font();
    font.setPixelSize(static_cast<int>(legibleMm(painter, mm) * kDots));
    return font;
}

void paintWords(QPainter &painter, const QPointF &at, const QString &words, double mm)
{
    painter.save();
    const auto font = wordsFont(painter, mm);
    painter.translate(at);
    painter.scale(1 / kDots, 1 / kDots);
    painter.setFont(font);
    painter.drawText(QPointF(0, 0), words);
    painter.restore();
}

/// A line in two rows at most, each on the paper; what does not fit then ends in dots.
QStringList rowsOf(const QString &line, const QFontMetricsF &metrics, double room)
{
    const auto fits = [&](const QString &text) { return metrics.horizontalAdvance(text) <= room; };
    qsizetype end = line.size();
    while (end > 0 && !fits(line.first(end)))
        end = line.lastIndexOf(u' ', end - 1);
    if (end == line.size() || end <= 0)
        return {metrics.elidedText(line, Qt::ElideRight, room)};
    return {line.first(end), metrics.elidedText(line.sliced(end).trimmed(), Qt::ElideRight, room)};
}

/// Whom, when and what the device found: above the grid, which begins below four rows.
void paintHead(QPainter &painter, const QStringList &head)
{
    constexpr double kMm = 4;
    constexpr double kLineHeight =
        1.35; // of the letters, which are larger than planned where the paper is small
    constexpr QPointF kFirst(6, 8);
    const QFontMetricsF metrics(wordsFont(painter, kMm));
    QStringList rows;
    for (const auto &line : head)
        rows += rowsOf(line, metrics, (kPaper.width() - 2 * kFirst.x()) * kDots);
    const double room = gridMm().top() - 1 - kFirst.y();
    const double row = std::min(kLineHeight * legibleMm(painter, kMm),
                                room / std::max(1.0, static_cast<double>(rows.size() - 1)));
    for (qsizetype i = 0; i < rows.size(); ++i)
        paintWords(painter, kFirst + QPointF(0, row * static_cast<double>(i)), rows[i], kMm);
}

void paintTrace(QPainter &painter, const EcgTrace &trace, const WaveformGroup &group)
{
    const auto &channel = group.channels[trace.channel];
    painter.setPen(QPen(kInk, 0.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(curveOf(trace, group));
    const auto scale = QStringLiteral(" (%1 mm/%2)").arg(trace.mmPerUnit).arg(channel.unit);
    paintWords(painter, trace.baseline + QPointF(1.5, -13),
               channel.name + (trace.isCalibrated ? QString() : scale), 3.5);
}

} // namespace

QSizeF ecgPaperMm()
{
    return kPaper;
}

double ecgSecondsPerPage()
{
    return kTracesMm / kMmPerSecond;
}

std::vector<EcgTrace> ecgTraces(const WaveformGroup &group, double fromSeconds)
{
    return hasTwelveLeads(group) ? twelveLeads(group, fromSeconds) : rowEach(group, fromSeconds);
}

void paintEcg(QPainter &painter, const EcgPage &page)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter);
    painter.setPen(kInk);
    paintHead(painter, page.head);
    paintWords(painter, {6, kPaper.height() - 5}, page.foot, 3.5);
    if (page.waveform && page.group < page.waveform->groups.size()) {
        const auto &group = page.waveform->groups[page.group];
        painter.setClipRect(gridMm());
        for (const auto &trace : ecgTraces(group, page.fromSeconds)) {
            paintTrace(painter, trace, group);
            const bool isFirst = trace.baseline.x() == kLeft;
            if (isFirst && trace.isCalibrated)
                paintCalibration(painter, trace.baseline);
        }
    }
    painter.restore();
}

} // namespace simiao::viewer
