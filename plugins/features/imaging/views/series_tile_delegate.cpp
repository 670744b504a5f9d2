#include "imaging/views/series_tile_delegate.h"

#include "imaging/views/series_tiles.h"
#include "ui/theme/paint.h"
#include "ui/theme/simiao_style.h"

#include <QCoreApplication>
#include <QPainter>
#include <QWidget>

namespace simiao::viewer {

namespace {

constexpr int kAir = 4;
constexpr int kPicture = 56;
constexpr int kBar = 3;

void paintPicture(QPainter &painter, const QRect &box, const QModelIndex &index)
{
    painter.fillRect(box, Qt::black);
    const auto image = index.data(Qt::DecorationRole).value<QImage>();
    if (image.isNull())
        return;
    const auto size = image.size().scaled(box.size(), Qt::KeepAspectRatio);
    QRect target(QPoint(), size);
    target.moveCenter(box.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, image);
}

/// A key in the corner of the picture, with how many there are.
void paintKeyImages(QPainter &painter, const QRect &picture, const QModelIndex &index)
{
    const int count = index.data(SeriesTiles::KeyImagesRole).toInt();
    if (count == 0)
        return;
    const QColor ground(0, 0, 0, 190);
    const QColor ink(0xFF, 0xA6, 0x3D); // as in SliceTrack
    const auto words = QCoreApplication::translate("simiao::viewer::SeriesTiles", "Key %1").arg(count);
    auto box = painter.fontMetrics().boundingRect(words).adjusted(-2, 0, 2, 0);
    box.moveBottomLeft(picture.bottomLeft());
    painter.fillRect(box, ground);
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignCenter, words);
}

void paintLoaded(QPainter &painter, const QRect &box, const QModelIndex &index, const ui::ThemeTokens &tokens)
{
    const int count = index.data(SeriesTiles::CountRole).toInt();
    const int loaded = index.data(SeriesTiles::LoadedRole).toInt();
    painter.fillRect(box, tokens.colours.line);
    if (count > 0)
        painter.fillRect(QRect(box.topLeft(), QSize(box.width() * loaded / count, box.height())),
                         tokens.colours.accent);
}

} // namespace

void SeriesTileDelegate::paint(QPainter *painter,
                               const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const auto &tokens = ui::SimiaoStyle::tokens(option.widget);
    const auto tile = option.rect.adjusted(2, 2, -2, -2);
    const bool isShown = index.data(SeriesTiles::ShownRole).toBool();
    const bool isCurrent = option.state & QStyle::State_Selected;
    painter->save();
    const auto edge = isCurrent ? tokens.colours.accent
        : isShown               ? tokens.colours.secondary
                                : tokens.colours.line;
    ui::paint::box(*painter, tile, tokens.colours.panel, edge, 2, isCurrent ? tokens.rhythm.focusRing : 1);
    const QRect picture(tile.left() + kAir, tile.top() + kAir, kPicture, kPicture);
    paintPicture(*painter, picture, index);

    QRect words(picture.right() + 2 * kAir, tile.top() + kAir, 0, 0);
    words.setBottomRight(tile.bottomRight() - QPoint(kAir, kAir + kBar));
    painter->setFont(ui::SimiaoStyle::font(ui::Type::Small, option.widget));
    paintKeyImages(*painter, picture, index);
    painter->setPen(tokens.colours.text);
    const int line = painter->fontMetrics().lineSpacing();
    const auto title = index.data(SeriesTiles::TitleRole).toString();
    // NAC broken after NA is read as another series.
    QTextOption breaking(Qt::AlignTop);
    breaking.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    painter->drawText(QRectF(words.adjusted(0, 0, 0, -line)), title, breaking);
    const bool isPrior = index.data(SeriesTiles::PriorRole).toBool();
    painter->setPen(isPrior ? tokens.colours.warn : tokens.colours.secondary);
    const auto count = QStringLiteral("%1/%2")
                           .arg(index.data(SeriesTiles::LoadedRole).toInt())
                           .arg(index.data(SeriesTiles::CountRole).toInt());
    painter->fillRect(QRect(words.left(), words.bottom() - line, words.width(), line), tokens.colours.panel);
    painter->drawText(words, Qt::AlignBottom | Qt::AlignLeft,
                      isPrior ? index.data(SeriesTiles::DateRole).toString() : count);
    paintLoaded(*painter, {words.left(), tile.bottom() - kAir - kBar + 2, words.width(), kBar}, index,
                tokens);
    painter->restore();
}

} // namespace simiao::viewer
