#include "imaging/views/series_strip.h"

#include "imaging/views/series_tile_delegate.h"

#include <QEvent>
#include <QKeyEvent>
#include <QScrollBar>

namespace simiao::viewer {

SeriesStrip::SeriesStrip(SeriesTiles *tiles, QWidget *parent)
    : QListView(parent)
{
    setObjectName(QStringLiteral("imaging.thumbnails"));
    setModel(tiles);
    setItemDelegate(new SeriesTileDelegate(this));
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT chosen(index.row()); });
    retranslate();
}

void SeriesStrip::choose(int row)
{
    const auto index = model()->index(row, 0);
    setCurrentIndex(index);
    scrollTo(index);
}

QSize SeriesStrip::sizeHint() const
{
    const int bar = horizontalScrollBar()->sizeHint().height();
    return {4 * SeriesTileDelegate::kWidth, SeriesTileDelegate::kHeight + bar};
}

void SeriesStrip::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid())
        Q_EMIT chosen(currentIndex().row());
    else
        QListView::keyPressEvent(event);
}

void SeriesStrip::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SeriesStrip::retranslate()
{
    setAccessibleName(tr("Series as small pictures"));
}

} // namespace simiao::viewer
