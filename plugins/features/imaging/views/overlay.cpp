#include "imaging/views/overlay.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace simiao::viewer {

namespace {

// The ground is black in every theme, so these do not follow it.
const QColor kInk(0xE2, 0xE6, 0xEB);
const QColor kShade(0, 0, 0, 190);
constexpr int kMargin = 8;
constexpr int kMiddle = 40; // for the letters of the upper and lower edge

void paintShaded(QPainter &painter, const QRect &box, int flags, const QString &text)
{
    painter.setPen(kShade);
    for (const QPoint &offset : {QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)})
        painter.drawText(box.translated(offset), flags, text);
    painter.setPen(kInk);
    painter.drawText(box, flags, text);
}

QString elided(const QPainter &painter, const QStringList &lines, int width)
{
    QStringList fitting;
    for (const auto &line : lines)
        fitting.append(painter.fontMetrics().elidedText(line, Qt::ElideRight, width));
    return fitting.join(u'\n');
}

/// Each side ends before the letter in the middle.
void paintPair(QPainter &painter,
               const QRect &box,
               int vertical,
               const QStringList &left,
               const QStringList &right)
{
    const int room = (box.width() - kMiddle) / 2;
    paintShaded(painter, box, vertical | Qt::AlignLeft, elided(painter, left, room));
    paintShaded(painter, box, vertical | Qt::AlignRight, elided(painter, right, room));
}

void paintEdges(QPainter &painter, const QRect &box, const imaging::EdgeLetters &edges)
{
    paintShaded(painter, box, Qt::AlignLeft | Qt::AlignVCenter, edges.left);
    paintShaded(painter, box, Qt::AlignRight | Qt::AlignVCenter, edges.right);
    paintShaded(painter, box, Qt::AlignTop | Qt::AlignHCenter, edges.top);
    paintShaded(painter, box, Qt::AlignBottom | Qt::AlignHCenter, edges.bottom);
}

} // namespace

void paintOverlay(QPainter &painter, const QRect &view, const CornerTexts &texts, const QFont &font)
{
    const auto box = view.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    painter.setFont(font);
    paintPair(painter, box, Qt::AlignTop, texts.topLeft, texts.topRight);
    paintPair(painter, box, Qt::AlignBottom, texts.bottomLeft, texts.bottomRight);
    paintEdges(painter, box, texts.edges);
}

std::vector<QRectF> overlayBoxes(const QRect &view, const CornerTexts &texts, const QFont &font)
{
    const auto box = view.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const QFontMetrics metrics(font);
    const int room = (box.width() - kMiddle) / 2;
    std::vector<QRectF> boxes;
    const auto add = [&](Qt::Alignment where, const QString &words, int mostWidth) {
        if (words.isEmpty())
            return;
        auto size = metrics.size(0, words);
        size.setWidth(std::min(size.width(), mostWidth));
        boxes.emplace_back(QStyle::alignedRect(Qt::LeftToRight, where, size, box));
    };
    add(Qt::AlignTop | Qt::AlignLeft, texts.topLeft.join(u'\n'), room);
    add(Qt::AlignTop | Qt::AlignRight, texts.topRight.join(u'\n'), room);
    add(Qt::AlignBottom | Qt::AlignLeft, texts.bottomLeft.join(u'\n'), room);
    add(Qt::AlignBottom | Qt::AlignRight, texts.bottomRight.join(u'\n'), room);
    add(Qt::AlignLeft | Qt::AlignVCenter, texts.edges.left, kMiddle);
    add(Qt::AlignRight | Qt::AlignVCenter, texts.edges.right, kMiddle);
    add(Qt::AlignTop | Qt::AlignHCenter, texts.edges.top, kMiddle);
    add(Qt::AlignBottom | Qt::AlignHCenter, texts.edges.bottom, kMiddle);
    return boxes;
}

} // namespace simiao::viewer
