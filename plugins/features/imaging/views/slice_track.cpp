#include "imaging/views/slice_track.h"

#include <QPainter>

#include <algorithm>

namespace simiao::viewer {

namespace {

// The ground is the picture in every theme, so these do not follow it.
const QColor kGround(0, 0, 0, 150);
const QColor kRail(0x8A, 0x93, 0x9E);
const QColor kKey(0xFF, 0xA6, 0x3D);
const QColor kHere(0xFF, 0xFF, 0xFF);
constexpr int kWidth = 8;
constexpr int kInset = 34; // off the corners' first and last line

} // namespace

void paintSliceTrack(QPainter &painter, const QRect &view, const SliceTrack &track)
{
    const QRect rail(view.right() - kWidth, view.top() + kInset, kWidth, view.height() - 2 * kInset);
    if (track.keys.isEmpty() || track.slices < 2 || rail.height() < kInset)
        return;
    const auto heightOf = [&](int slice) {
        return rail.top() + qRound(double(rail.height() - 1) * slice / (track.slices - 1));
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(rail, kGround);
    painter.fillRect(QRect(rail.center().x(), rail.top(), 1, rail.height()), kRail);
    for (const int key : track.keys)
        painter.fillRect(QRect(rail.left(), heightOf(key) - 2, kWidth, 5), kKey);
    painter.setPen(kHere);
    painter.drawRect(QRect(rail.left() - 1, heightOf(track.slice) - 3, kWidth + 1, 7));
    painter.restore();
}

} // namespace simiao::viewer
