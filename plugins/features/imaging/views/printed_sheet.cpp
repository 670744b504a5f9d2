#include "imaging/views/printed_sheet.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

namespace {

constexpr double kTextUnit = 0.01; // fonts have whole sizes: text is drawn in hundredths of a millimetre

/// One line in the ink of the page; it gets smaller where it does not fit, then loses its end.
void paintLine(QPainter &painter,
               const QRectF &where,
               double sizeMm,
               Qt::Alignment side,
               const QString &text,
               QFont font,
               QColor ink)
{
    constexpr double kLeast = 1.6;
    if (text.isEmpty() || where.isEmpty())
        return;
    const double room = where.width() / kTextUnit;
    const auto sized = [&font](double mm) {
        font.setPixelSize(int(std::lround(mm / kTextUnit)));
        return font;
    };
    const double wanted = QFontMetricsF(sized(sizeMm)).horizontalAdvance(text);
    font = sized(wanted > room ? std::max(kLeast, sizeMm * room / wanted) : sizeMm);
    painter.save();
    painter.translate(where.topLeft());
    painter.scale(kTextUnit, kTextUnit);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QRectF(0, 0, room, where.height() / kTextUnit),
                     int(side | Qt::AlignVCenter) | int(Qt::TextSingleLine) | int(Qt::TextDontClip),
                     QFontMetricsF(font).elidedText(text, Qt::ElideRight, room));
    painter.restore();
}

QColor inkOf(const PrintedSheet &sheet)
{
    return sheet.darkGround.isEmpty() ? Qt::black : Qt::white;
}

QRectF partOf(const QRectF &all, double from, double to)
{
    return {all.left() + all.width() * from, all.top(), all.width() * (to - from), all.height()};
}

void paintHeader(QPainter &painter, const PrintedSheet &sheet)
{
    constexpr double kNameMm = 4;
    constexpr double kLineMm = 3;
    const auto &box = sheet.places.header;
    const auto &words = sheet.words;
    const auto ink = inkOf(sheet);
    if (box.isEmpty())
        return;
    const QRectF upper(box.topLeft(), QSizeF(box.width(), box.height() / 2));
    const auto lower = upper.translated(0, upper.height());
    auto bold = sheet.font;
    bold.setBold(true);
    paintLine(painter, partOf(upper, 0, words.mark.isEmpty() ? 1 : 0.7), kNameMm, Qt::AlignLeft,
              words.patient, bold, ink);
    paintLine(painter, partOf(upper, 0.7, 1), kLineMm, Qt::AlignRight, words.mark, bold, ink);
    paintLine(painter, partOf(lower, 0, words.warning.isEmpty() ? 1 : 0.5), kLineMm, Qt::AlignLeft,
              words.study, sheet.font, ink);
    paintLine(painter, partOf(lower, 0.5, 1), kLineMm, Qt::AlignRight, words.warning, bold, ink);
}

/// A line with ends. Where it is not as long as it says, the printer has changed the size of all.
void paintRuler(QPainter &painter, const QRectF &box, QColor ink)
{
    constexpr double kThick = 0.2;
    constexpr double kEnd = 1.5;
    const double left = box.center().x() - kRulerMm / 2;
    const double y = box.bottom() - kEnd / 2;
    painter.fillRect(QRectF(left, y - kThick / 2, kRulerMm, kThick), ink);
    painter.fillRect(QRectF(left, y - kEnd / 2, kThick, kEnd), ink);
    painter.fillRect(QRectF(left + kRulerMm - kThick, y - kEnd / 2, kThick, kEnd), ink);
}

void paintFooter(QPainter &painter, const PrintedSheet &sheet)
{
    constexpr double kSmallMm = 2.5;
    constexpr double kSide = 0.32;
    const auto &box = sheet.places.footer;
    const auto &words = sheet.words;
    const auto ink = inkOf(sheet);
    const QRectF upper(box.topLeft(), QSizeF(box.width(), box.height() / 2));
    const auto lower = upper.translated(0, upper.height());
    auto bold = sheet.font;
    bold.setBold(true);
    paintLine(painter, partOf(upper, 0, !words.ruler.isEmpty() ? kSide : 0.6), kSmallMm, Qt::AlignLeft,
              words.note, bold, ink);
    paintLine(painter, partOf(lower, 0, !words.ruler.isEmpty() ? kSide : 0.6), kSmallMm, Qt::AlignLeft,
              words.printed, sheet.font, ink);
    if (!words.ruler.isEmpty()) {
        paintLine(painter, partOf(upper, kSide, 1 - kSide), kSmallMm, Qt::AlignHCenter, words.ruler,
                  sheet.font, ink);
        paintRuler(painter, box, ink);
    }
    paintLine(painter, partOf(upper, 1 - kSide, 1), kSmallMm, Qt::AlignRight, sheet.pageText, sheet.font,
              ink);
    if (!words.hasHeader())
        paintLine(painter, partOf(lower, 1 - kSide, 1), kSmallMm, Qt::AlignRight, words.mark, bold, ink);
}

} // namespace

document::PagePaint paintOf(std::shared_ptr<const PrintedSheet> sheet)
{
    return [sheet = std::move(sheet)](QPainter &painter) {
        if (!sheet->darkGround.isEmpty())
            painter.fillRect(sheet->darkGround, Qt::black);
        paintHeader(painter, *sheet);
        for (std::size_t i = 0; i < std::min(sheet->cells.size(), sheet->places.cells.size()); ++i)
            paintCell(painter, sheet->cells[i], sheet->places.cells[i]);
        paintFooter(painter, *sheet);
    };
}

} // namespace simiao::viewer
