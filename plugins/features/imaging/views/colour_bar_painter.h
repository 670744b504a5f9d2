#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace simiao::imaging {
class ColourMap;
}

namespace simiao::viewer {

/// What colours mean: the colour of the highest value above, that of the lowest below, both values beside.
struct ColourBar
{
    QString highest;
    QString lowest;
};

/// At the right edge, between the words of the corner and the letter of the edge; nothing in a view too low for it.
void paintColourBar(QPainter &painter,
                    const ColourBar &bar,
                    const imaging::ColourMap &colours,
                    const QRectF &view,
                    const QFont &font);

} // namespace simiao::viewer
