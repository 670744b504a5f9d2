#pragma once

#include <QFont>
#include <QPointF>
#include <QString>

class QPainter;

namespace simiao::ui {

/// A paragraph of plain text whose first words are bold, wrapped to a width.
struct TextFlow
{
    QString lead;
    QString text;
    QFont font;

    struct Extent
    {
        double height = 0;
        double lastLineTop = 0;
        double lastLineWidth = 0;
        double widest = 0;
    };

    Extent measure(double width) const;
    void paint(QPainter &painter, const QPointF &topLeft, double width) const;
};

} // namespace simiao::ui
