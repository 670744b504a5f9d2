#include "ui/widgets/link_button.h"

#include "ui/theme/colours.h"
#include "ui/theme/paint.h"
#include "ui/theme/simiao_style.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>

namespace simiao::ui {

namespace {

constexpr int kMargin = 4;
constexpr int kHoverPercent = 16;

} // namespace

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics(SimiaoStyle::font(Type::Base, this));
    return {metrics.horizontalAdvance(text()) + 2 * kMargin, metrics.height()};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &tokens = SimiaoStyle::tokens(this);
    const auto &colours = tokens.colours;
    const int percent = underMouse() ? kHoverPercent : tokens.rhythm.tintPercent;
    paint::box(painter, rect(), mixed(colours.accent, colours.panel, percent), {}, tokens.rhythm.radius - 1);
    painter.setFont(SimiaoStyle::font(Type::Base, this));
    painter.setPen(isEnabled() ? colours.accent : colours.disabled);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
    QStyleOption option;
    option.initFrom(this);
    if (hasFocus())
        paint::focusRing(painter, option, tokens);
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace simiao::ui
