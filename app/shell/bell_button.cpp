#include "shell/bell_button.h"

#include "ui/theme/paint.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace simiao::shell {

namespace {

constexpr int kGlyph = 14;
constexpr int kPadding = 6;
constexpr int kGap = 4;

/// A bell in a square of 14 px.
QPainterPath bell()
{
    QPainterPath path;
    path.moveTo(2.5, 10.5);
    path.cubicTo(3.7, 9.2, 3.6, 7.6, 3.6, 6.0);
    path.cubicTo(3.6, 3.8, 5.0, 2.0, 7.0, 2.0);
    path.cubicTo(9.0, 2.0, 10.4, 3.8, 10.4, 6.0);
    path.cubicTo(10.4, 7.6, 10.3, 9.2, 11.5, 10.5);
    path.closeSubpath();
    path.addEllipse(QPointF(7.0, 12.3), 1.2, 1.0);
    return path;
}

} // namespace

BellButton::BellButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void BellButton::setAction(QAction *action)
{
    m_action = action;
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, &BellButton::describe);
    describe();
}

void BellButton::setCount(int count, std::optional<ui::Severity> gravest)
{
    m_count = count;
    m_gravest = gravest;
    describe();
    updateGeometry();
    update();
}

void BellButton::describe()
{
    setText(QString::number(m_count));
    const auto title = m_action ? m_action->text() : QString();
    const auto key = m_action ? m_action->shortcut().toString(QKeySequence::NativeText) : QString();
    const auto word = m_gravest ? ui::severityWord(*m_gravest) : QString();
    auto spoken = QStringLiteral("%1: %2").arg(title).arg(m_count);
    if (!word.isEmpty())
        spoken += QStringLiteral(" (%1)").arg(word);
    setAccessibleName(spoken);
    setToolTip(ui::plainToolTip(key.isEmpty() ? spoken : QStringLiteral("%1 · %2").arg(spoken, key)));
}

int BellButton::textWidth() const
{
    return m_count == 0
        ? 0
        : kGap + QFontMetrics(ui::SimiaoStyle::font(ui::Type::Strong, this)).horizontalAdvance(text());
}

QSize BellButton::sizeHint() const
{
    return {2 * kPadding + kGlyph + textWidth(), ui::SimiaoStyle::tokens(this).rhythm.row};
}

void BellButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void BellButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void BellButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &tokens = ui::SimiaoStyle::tokens(this);
    const auto ink = m_gravest ? ui::severityColour(*m_gravest, tokens.colours) : tokens.colours.secondary;
    painter.save();
    painter.translate(kPadding, (height() - kGlyph) / 2.0);
    painter.setPen(QPen(ink, 1.3));
    painter.setBrush(m_count > 0 ? QBrush(ink)
                                 : QBrush(Qt::NoBrush)); // filled: there is something, also in grey
    painter.drawPath(bell());
    painter.restore();
    if (m_count > 0) {
        painter.setFont(ui::SimiaoStyle::font(ui::Type::Strong, this));
        painter.setPen(ink);
        painter.drawText(rect().adjusted(kPadding + kGlyph + kGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         text());
    }
    if (!hasFocus())
        return;
    QStyleOption option;
    option.initFrom(this);
    ui::paint::focusRing(painter, option, tokens);
}

} // namespace simiao::shell
