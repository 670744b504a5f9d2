#include "document/print/test_page.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace simiao::document {

using administration::DeskDevice;
using administration::millimetres;

namespace {

constexpr double kLine = 0.2;      // thickness of ticks and frame
constexpr double kLeast = 1.2;     // smallest text that a label printer still draws
constexpr double kTextUnit = 0.01; // fonts have whole sizes: text is drawn in hundredths of a millimetre

QFont fontOf(double sizeMm)
{
    QFont font(QStringList{QStringLiteral("Noto Sans CJK SC")});
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setPixelSize(std::max(1, int(std::lround(sizeMm / kTextUnit))));
    return font;
}

/// One line; it gets smaller where it does not fit, then loses its end.
void drawLine(QPainter &painter, const QRectF &where, double sizeMm, const QString &text)
{
    const double room = where.width() / kTextUnit;
    const double wanted = QFontMetricsF(fontOf(sizeMm)).horizontalAdvance(text);
    const auto font = fontOf(wanted > room ? std::max(kLeast, sizeMm * room / wanted) : sizeMm);
    painter.save();
    painter.translate(where.topLeft());
    painter.scale(kTextUnit, kTextUnit);
    painter.setFont(font);
    painter.setPen(Qt::black);
    painter.drawText(QRectF(0, 0, room, where.height() / kTextUnit),
                     int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip),
                     QFontMetricsF(font).elidedText(text, Qt::ElideRight, room));
    painter.restore();
}

void fill(QPainter &painter, const QRectF &rectangle)
{
    painter.fillRect(rectangle, Qt::black);
}

double tickLength(int millimetre, double inset)
{
    if (millimetre % 10 == 0)
        return inset * 0.6;
    return inset * (millimetre % 5 == 0 ? 0.45 : 0.3);
}

/// The rulers at top and bottom, or at left and right once x and y have changed places. They end where the others begin.
void drawRulers(QPainter &painter, int inset, double along, double across)
{
    for (int at = inset; at <= int(along) - inset; ++at) {
        const double length = tickLength(at, inset);
        fill(painter, {at - kLine / 2, inset - length, kLine, length});
        fill(painter, {at - kLine / 2, across - inset, kLine, length});
    }
}

void drawNumbers(QPainter &painter, int inset, QSizeF content)
{
    constexpr int kSmallest = 6; // below there is no room between the ticks
    if (inset < kSmallest)
        return;
    const double size = inset * 0.17;
    const double start = inset * 0.4; // where long ticks begin
    for (int at = 10; at <= int(content.width()) - inset; at += 10)
        drawLine(painter, {at + 0.4, start, 4, size}, size, QString::number(at));
    for (int at = 10; at <= int(content.height()) - inset; at += 10)
        drawLine(painter, {start, at + 0.3, 4, size}, size, QString::number(at));
}

void drawFrame(QPainter &painter, const QRectF &frame)
{
    constexpr double kHalf = kLine / 2;
    fill(painter, {frame.left() - kHalf, frame.top() - kHalf, frame.width() + kLine, kLine});
    fill(painter, {frame.left() - kHalf, frame.bottom() - kHalf, frame.width() + kLine, kLine});
    fill(painter, {frame.left() - kHalf, frame.top() - kHalf, kLine, frame.height() + kLine});
    fill(painter, {frame.right() - kHalf, frame.top() - kHalf, kLine, frame.height() + kLine});
}

QString paperWords(const DeskDevice &device)
{
    const bool isLandscape = device.orientation == administration::PaperOrientation::Landscape;
    return QStringLiteral("纸张 Paper: %1 × %2 mm, %3")
        .arg(millimetres(device.paperWidthTenthMm), millimetres(device.paperHeightTenthMm),
             isLandscape ? QStringLiteral("横向 landscape") : QStringLiteral("纵向 portrait"));
}

QStringList linesOf(const TestPage &page, int inset)
{
    const auto &device = page.device;
    const auto &use = administration::titleOf(device.role);
    return {QStringLiteral("测试页 Test page  %1").arg(page.mark).trimmed(),
            QStringLiteral("打印机 Printer: %1").arg(device.deviceName),
            QStringLiteral("工位 Desk: %1").arg(device.workstation),
            QStringLiteral("用途 Use: %1 %2").arg(use.zh, use.en),
            paperWords(device),
            QStringLiteral("偏移 Offset: 右 right %1 mm, 下 down %2 mm")
                .arg(millimetres(device.offsetXTenthMm), millimetres(device.offsetYTenthMm)),
            QStringLiteral("框线距纸边 Frame to edge: %1 mm").arg(inset),
            QStringLiteral("打印时间 Printed: %1  %2").arg(page.printed, page.program),
            QStringLiteral("阿莫西林胶囊 0.25g×24 每日三次 Take 2 capsules three times a day 0123456789")};
}

void drawTexts(QPainter &painter, const QRectF &where, const QStringList &lines)
{
    constexpr double kTallest = 6;
    const double height = std::min(kTallest, where.height() / double(lines.size()));
    double top = where.top();
    for (const auto &line : lines) {
        drawLine(painter, {where.left(), top, where.width(), height}, height * 0.7, line);
        top += height;
    }
}

/// The widths in words at their right, where there is room.
void drawBars(QPainter &painter, const TestPageLayout &layout)
{
    constexpr double kAir = 3;
    constexpr double kRoom = 25;
    constexpr double kTall = 3.5;
    const auto bars = testBars(layout);
    for (const auto &bar : bars)
        fill(painter, bar);
    const double left = bars.empty() ? layout.bars.right() : bars.back().right() + kAir;
    if (layout.bars.right() - left < kRoom)
        return;
    QStringList widths;
    for (const double width : kBarWidthsMm)
        widths.append(QString::number(width));
    drawLine(painter, QRectF(QPointF(left, layout.bars.top()), layout.bars.bottomRight()), kTall,
             widths.join(QLatin1Char(' ')) + QStringLiteral(" mm"));
}

} // namespace

TestPageLayout testPageLayout(QSizeF contentMm)
{
    constexpr double kNarrowest = 3;
    constexpr double kWidest = 10;
    const double shorter = std::min(contentMm.width(), contentMm.height());
    TestPageLayout layout;
    layout.insetMm = int(std::clamp(shorter / 8, kNarrowest, kWidest));
    const double inset = layout.insetMm;
    layout.frame = QRectF(QPointF(0, 0), contentMm).adjusted(inset, inset, -inset, -inset);
    const double air = inset * 0.3;
    const auto body = layout.frame.adjusted(air, air, -air, -air);
    const double barHeight = std::clamp(body.height() * 0.2, 0.0, 12.0);
    layout.bars = {body.left(), body.bottom() - barHeight, body.width(), barHeight};
    layout.texts = {body.left(), body.top(), body.width(), std::max(0.0, body.height() - barHeight - air)};
    return layout;
}

std::vector<QRectF> testBars(const TestPageLayout &layout)
{
    constexpr int kOfEach = 3;
    constexpr double kBetween = 2;
    std::vector<QRectF> bars;
    double left = layout.bars.left();
    for (const double width : kBarWidthsMm) {
        if (left + width * (2 * kOfEach - 1) > layout.bars.right())
            break;
        for (int bar = 0; bar < kOfEach; ++bar)
            bars.emplace_back(left + 2 * bar * width, layout.bars.top(), width, layout.bars.height());
        left += width * (2 * kOfEach - 1) + kBetween;
    }
    return bars;
}

void paintTestPage(QPainter &painter, const TestPage &page)
{
    const QSizeF content = pageSetupOf(page.device).contentMm();
    const auto layout = testPageLayout(content);
    drawRulers(painter, layout.insetMm, content.width(), content.height());
    painter.save();
    painter.setTransform(QTransform(0, 1, 1, 0, 0, 0), true); // x and y change places
    drawRulers(painter, layout.insetMm, content.height(), content.width());
    painter.restore();
    drawNumbers(painter, layout.insetMm, content);
    drawFrame(painter, layout.frame);
    drawTexts(painter, layout.texts, linesOf(page, layout.insetMm));
    drawBars(painter, layout);
}

PagePaint paintOf(TestPage page)
{
    return [page = std::move(page)](QPainter &painter) { paintTestPage(painter, page); };
}

} // namespace simiao::document
