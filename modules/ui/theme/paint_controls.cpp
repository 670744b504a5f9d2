#include "ui/theme/paint.h"

#include "ui/theme/colours.h"

#include <QPainter>
#include <QStyleOption>

namespace simiao::ui::paint {

namespace {

constexpr int kHoverPercent = 5;
constexpr int kPressedPercent = 11;

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

bool showsFocus(const QStyleOption &option)
{
    return has(option, QStyle::State_HasFocus) && has(option, QStyle::State_Enabled);
}

QColor touched(const QStyleOption &option, const QColor &ground, const QColor &ink)
{
    if (!has(option, QStyle::State_Enabled))
        return ground;
    if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_On))
        return mixed(ink, ground, kPressedPercent);
    return has(option, QStyle::State_MouseOver) ? mixed(ink, ground, kHoverPercent) : ground;
}

void primaryButton(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens)
{
    const auto &colours = tokens.colours;
    const int radius = tokens.rhythm.radius;
    box(painter, option.rect, touched(option, colours.accent, colours.onAccent), {}, radius);
    if (showsFocus(option)) { // the ring's colour is the ground's here, so a gap sets it off
        box(painter, option.rect, {}, colours.accent, radius, tokens.rhythm.focusRing);
        const int inset = tokens.rhythm.focusRing;
        box(painter, QRectF(option.rect).adjusted(inset, inset, -inset, -inset), {}, colours.onAccent,
            radius - 1);
    }
}

} // namespace

void box(QPainter &painter,
         const QRectF &rect,
         const QColor &fill,
         const QColor &edge,
         double radius,
         double width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(edge.isValid() ? QPen(edge, width) : QPen(Qt::NoPen));
    const double half = edge.isValid() ? width / 2.0 : 0.0;
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
    painter.restore();
}

void button(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens)
{
    const auto *push = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool isPrimary = push && push->features.testFlag(QStyleOptionButton::DefaultButton);
    if (isPrimary && has(option, QStyle::State_Enabled)) {
        primaryButton(painter, option, tokens);
        return;
    }
    const auto &colours = tokens.colours;
    const bool isFlat = push && push->features.testFlag(QStyleOptionButton::Flat);
    const auto ground = touched(option, colours.panel, colours.text);
    box(painter, option.rect, isFlat && ground == colours.panel ? QColor() : ground,
        isFlat ? QColor() : colours.outline, tokens.rhythm.radius);
    if (showsFocus(option))
        focusRing(painter, option, tokens);
}

void toolButton(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens)
{
    const auto &colours = tokens.colours;
    const auto ground = touched(option, colours.panel, colours.text);
    if (ground != colours.panel)
        box(painter, option.rect, ground, {}, tokens.rhythm.radius);
    if (showsFocus(option))
        focusRing(painter, option, tokens);
}

void field(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens)
{
    const auto &colours = tokens.colours;
    const auto ground = has(option, QStyle::State_Enabled) ? colours.panel : colours.surface;
    box(painter, option.rect, ground, colours.outline, tokens.rhythm.radius);
    if (showsFocus(option))
        focusRing(painter, option, tokens);
}

void frame(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens, bool isEditor)
{
    const bool isQuiet = isEditor && !has(option, QStyle::State_Sunken);
    const auto edge = isEditor ? tokens.colours.outline : tokens.colours.line;
    if (isEditor && showsFocus(option))
        focusRing(painter, option, tokens);
    else if (!isQuiet || has(option, QStyle::State_MouseOver))
        box(painter, option.rect, {}, edge, isEditor ? tokens.rhythm.radius : 0);
}

void focusRing(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens)
{
    box(painter, option.rect, {}, tokens.colours.accent, tokens.rhythm.radius, tokens.rhythm.focusRing);
}

void checkMark(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens, bool isRound)
{
    const auto &colours = tokens.colours;
    const QRectF rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool isSet = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const auto ink = isEnabled ? colours.accent : colours.disabled;
    box(painter, rect, isSet ? ink : touched(option, colours.panel, colours.text),
        isSet ? ink : colours.secondary, isRound ? rect.height() / 2.0 : 3.0);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto at = [&rect](double x, double y) {
        return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height());
    };
    painter.setPen(QPen(colours.onAccent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (has(option, QStyle::State_NoChange))
        painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
    else if (isSet && isRound)
        painter.drawEllipse(rect.center(), 1.6, 1.6);
    else if (isSet)
        painter.drawPolyline(QPolygonF{at(0.22, 0.52), at(0.42, 0.72), at(0.78, 0.28)});
    painter.restore();
}

} // namespace simiao::ui::paint
