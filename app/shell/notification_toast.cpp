#include "shell/notification_toast.h"

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
constexpr int kAir = 3;

} // namespace

NotificationToast::NotificationToast(QWidget *bar, QWidget *bell)
    : ThemedWidget(QAccessible::AlertMessage, bar)
    , m_bell(bell)
{
    setObjectName(QStringLiteral("shell.toast"));
    setFocusPolicy(Qt::NoFocus);
    m_fading.setSingleShot(true);
    m_fading.setInterval(kStays);
    connect(&m_fading, &QTimer::timeout, this, &QWidget::hide);
    bar->installEventFilter(this);
    bell->installEventFilter(this);
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
    const int right = m_bell->geometry().left() - kPadding;
    const int text = QFontMetrics(typeFont(ui::Type::Base)).horizontalAdvance(m_shown.text) + 1;
    const int wide = std::min(3 * kPadding + kGlyph + text, right - parentWidget()->width() / 4);
    setGeometry(right - wide, kAir, wide, parentWidget()->height() - 2 * kAir);
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

bool NotificationToast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        place();
    return ThemedWidget::eventFilter(watched, event);
}

} // namespace simiao::shell
