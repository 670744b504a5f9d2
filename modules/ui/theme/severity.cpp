#include "ui/theme/severity.h"

#include "ui/theme/colours.h"

#include <QCoreApplication>
#include <QPainter>

namespace simiao::ui {

namespace {

/// Text colours are too dark to tint with: a pale brown does not say "warning", a pale amber does.
constexpr int kVivid = 230;
constexpr int kMiddle = 128;

QPointF at(const QRectF &box, double x, double y)
{
    return {box.left() + x * box.width(), box.top() + y * box.height()};
}

/// Stem and dot between two heights; upside down it is the "i".
void paintMark(QPainter &painter,
               const QRectF &box,
               const QColor &colour,
               double stemTop,
               double stemEnd,
               double dot)
{
    const double width = box.width() * 0.115;
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(at(box, 0.5, stemTop), at(box, 0.5, stemEnd));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(at(box, 0.5, dot), width * 0.62, width * 0.62);
    painter.setBrush(Qt::NoBrush);
}

QPen edge(const QRectF &box, const QColor &colour)
{
    return QPen(colour, box.width() * 0.1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void paintOctagon(QPainter &painter, const QRectF &box, const QColor &colour)
{
    QPolygonF octagon;
    for (const auto &[x, y] : {std::pair{0.32, 0.06},
                               {0.68, 0.06},
                               {0.94, 0.32},
                               {0.94, 0.68},
                               {0.68, 0.94},
                               {0.32, 0.94},
                               {0.06, 0.68},
                               {0.06, 0.32}})
        octagon << at(box, x, y);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(octagon);
    const bool isLight = contrast(colour, Qt::black) > contrast(colour, Qt::white);
    paintMark(painter, box, isLight ? Qt::black : Qt::white, 0.22, 0.56, 0.74);
}

void paintTriangle(QPainter &painter, const QRectF &box, const QColor &colour)
{
    painter.setPen(edge(box, colour));
    painter.drawPolygon(QPolygonF{at(box, 0.5, 0.08), at(box, 0.95, 0.9), at(box, 0.05, 0.9)});
    paintMark(painter, box, colour, 0.36, 0.62, 0.76);
}

void paintRing(QPainter &painter, const QRectF &box, const QColor &colour)
{
    painter.setPen(edge(box, colour));
    painter.drawEllipse(
        box.adjusted(box.width() * 0.07, box.width() * 0.07, -box.width() * 0.07, -box.width() * 0.07));
    paintMark(painter, box, colour, 0.44, 0.74, 0.28);
}

void paintTick(QPainter &painter, const QRectF &box, const QColor &colour)
{
    auto pen = edge(box, colour);
    pen.setWidthF(box.width() * 0.14);
    painter.setPen(pen);
    painter.drawPolyline(QPolygonF{at(box, 0.12, 0.54), at(box, 0.4, 0.82), at(box, 0.9, 0.2)});
}

} // namespace

QColor severityColour(Severity severity, const ThemeColours &colours)
{
    switch (severity) {
    case Severity::Block: return colours.block;
    case Severity::Warn: return colours.warn;
    case Severity::Note: return colours.note;
    case Severity::Ok: return colours.ok;
    case Severity::Neutral: return colours.secondary;
    }
    return colours.text;
}

QColor severityGround(Severity severity, const ThemeTokens &tokens)
{
    const auto ink = severityColour(severity, tokens.colours);
    const auto hue = severity == Severity::Neutral ? ink : QColor::fromHsl(ink.hslHue(), kVivid, kMiddle);
    return mixed(hue, tokens.colours.panel, tokens.rhythm.tintPercent);
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Block: return QCoreApplication::translate("simiao::ui", "Blocked");
    case Severity::Warn: return QCoreApplication::translate("simiao::ui", "Warning");
    case Severity::Note: return QCoreApplication::translate("simiao::ui", "Note");
    case Severity::Ok: return QCoreApplication::translate("simiao::ui", "OK");
    case Severity::Neutral: break;
    }
    return {};
}

void paintSeverityGlyph(QPainter &painter, const QRectF &box, Severity severity, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (severity) {
    case Severity::Block: paintOctagon(painter, box, colour); break;
    case Severity::Warn: paintTriangle(painter, box, colour); break;
    case Severity::Note: paintRing(painter, box, colour); break;
    case Severity::Ok: paintTick(painter, box, colour); break;
    case Severity::Neutral: break;
    }
    painter.restore();
}

} // namespace simiao::ui
