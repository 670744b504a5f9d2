#include "shell/notification_toast.h"

#include "shell/top_bar.h"
#include "ui/theme/paint.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

namespace simiao::shell {

namespace {

using namespace std::chrono_literals;

constexpr auto kStays = 8s;
constexpr int kGlyph = 14;
constexpr int kPadding = 8;

} // namespace

NotificationToast::NotificationToast(TopBar *bar)
    : ThemedWidget(QAccessible::AlertMessage, bar)
    , m_bar(bar)
{
    setObjectName(QStringLiteral("shell.toast"));
    setFocusPolicy(Qt::NoFocus);
    m_fading.setSingleShot(true);
    m_fading.setInterval(kStays);
    connect(&m_fading, &QTimer::timeout, this, &QWidget::hide);
    bar->installEventFilter(this);
    hide();
}

void NotificationToast::tell(const sdk::Notification &notification)
{
    m_shown = notification;
    retheme();
    place();
    setVisible(true);
    raise();
    update();
    m_fading.start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void NotificationToast::take(const QString &id)
{
    if (m_shown.id == id)
        hide();
}

void NotificationToast::place()
{
    const int text = QFontMetrics(typeFont(ui::Type::Base)).horizontalAdvance(m_shown.text) + 1;
    setGeometry(m_bar->roomFor(3 * kPadding + kGlyph + text));
}

void NotificationToast::hideEvent(QHideEvent *event)
{
    ThemedWidget::hideEvent(event);
    if (isHidden()) // not where the whole window is
        m_bar->closeRoom();
}

void NotificationToast::retheme()
{
    setAccessibleName((ui::severityWord(m_shown.severity) + u' ' + m_shown.text).trimmed());
    setToolTip(ui::plainToolTip(m_shown.text));
}

void NotificationToast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &theme = tokens();
    const auto ink = ui::severityColour(m_shown.severity, theme.colours);
    painter.fillRect(rect(), theme.colours.panel); // the tint is thin
    ui::paint::box(painter, rect(), ui::severityGround(m_shown.severity, theme), ink, theme.rhythm.radius);
    const QRectF glyph(kPadding, (height() - kGlyph) / 2.0, kGlyph, kGlyph);
    ui::paintSeverityGlyph(painter, glyph, m_shown.severity, ink);
    painter.setFont(typeFont(ui::Type::Base));
    painter.setPen(ink);
    const auto room = rect().adjusted(2 * kPadding + kGlyph, 0, -kPadding, 0);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_shown.text, Qt::ElideRight, room.width()));
}

void NotificationToast::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    hide();
    Q_EMIT pressed();
}

/// What comes to the bar, goes or says something else takes its room before this.
bool NotificationToast::eventFilter(QObject *watched, QEvent *event)
{
    const bool isMoved = event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest;
    if (isMoved && !isHidden())
        place();
    return ThemedWidget::eventFilter(watched, event);
}

} // namespace simiao::shell
