#include "shell/notification_panel.h"

#include "shell/notice_text.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/panel_header.h"

#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace simiao::shell {

namespace {

constexpr int kWidth = 480;
constexpr int kMargin = 12;
constexpr int kLeastHeight = 72;

QString timeOf(Instant instant, const Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(instant.microseconds / 1000, Qt::UTC)
        .toTimeZone(clock.zone())
        .toString(QStringLiteral("HH:mm"));
}

} // namespace

NotificationPanel::NotificationPanel(NotificationList *list,
                                     std::shared_ptr<const Clock> clock,
                                     ActionFinder findAction,
                                     QWidget *parent)
    : OverlayPanel(parent)
    , m_list(list)
    , m_clock(std::move(clock))
    , m_findAction(std::move(findAction))
    , m_header(new ui::PanelHeader({}))
    , m_dismissAll(new ui::LinkButton({}))
    , m_close(new ui::LinkButton({}))
    , m_scroll(new QScrollArea)
{
    setObjectName(QStringLiteral("shell.notificationList"));
    setFocusPolicy(Qt::StrongFocus);
    m_dismissAll->setObjectName(QStringLiteral("shell.notificationList.dismissAll"));
    m_close->setObjectName(QStringLiteral("shell.notificationList.close"));
    layOut();
    parent->installEventFilter(this);
    connect(list, &NotificationList::changed, this, [this] {
        if (isVisible())
            rebuild();
    });
    connect(m_dismissAll, &ui::LinkButton::clicked, list, &NotificationList::dismissAll);
    connect(m_close, &ui::LinkButton::clicked, this, &NotificationPanel::close);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { followFocus(now); });
    translate();
    hide();
}

void NotificationPanel::layOut()
{
    m_header->addTrailing(m_dismissAll);
    m_header->addTrailing(m_close);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_scroll, 1);
}

void NotificationPanel::toggle()
{
    if (isVisible())
        close();
    else
        open();
}

void NotificationPanel::open()
{
    rebuild();
    appear();
    focusFirst();
}

void NotificationPanel::rebuild()
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    if (hadFocus)
        setFocus(Qt::OtherFocusReason); // not into the page, when the line that has it goes
    auto *lines = new QWidget;
    lines->setBackgroundRole(QPalette::Base);
    lines->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(lines);
    column->setContentsMargins(kMargin / 2, kMargin / 2, kMargin / 2, kMargin / 2);
    column->setSpacing(kMargin / 2);
    const auto shown = m_list->shown();
    for (const auto &each : shown)
        column->addWidget(lineOf(each));
    if (shown.empty())
        column->addWidget(new NoticeText({ui::Severity::Neutral, {}, tr("Nothing to report."), {}, {}}));
    column->addStretch(1);
    if (auto *old = m_scroll->takeWidget())
        old->deleteLater(); // what was pressed may be in it
    m_lines = lines;
    lines->installEventFilter(this);
    m_scroll->setWidget(lines);
    m_dismissAll->setVisible(!shown.empty());
    place();
    if (hadFocus)
        focusFirst();
}

QWidget *NotificationPanel::lineOf(const ListedNotification &each)
{
    const QPointer<QAction> action = each.what.command.isEmpty() ? nullptr : m_findAction(each.what.command);
    QStringList answers;
    if (action)
        answers.append(action->iconText());
    answers.append(tr("Dismiss"));
    auto *line =
        new NoticeText({each.what.severity, {}, each.what.text, timeOf(each.since, *m_clock), answers});
    line->setObjectName(QStringLiteral("shell.notification.") + each.what.id);
    connect(line, &ui::NoticeLine::triggered, this,
            [this, id = each.what.id, action](int index) { act(id, action, index); });
    return line;
}

void NotificationPanel::act(const QString &id, const QPointer<QAction> &action, int index)
{
    if (index > 0 || !action)
        return m_list->dismiss(id);
    close();
    if (action->isEnabled())
        action->trigger();
}

void NotificationPanel::place()
{
    const auto *window = parentWidget();
    const int top = m_anchor ? m_anchor->geometry().bottom() + 1 : kMargin;
    const int wide = std::min(kWidth, window->width() - 2 * kMargin);
    const int lines = m_lines ? m_lines->layout()->totalMinimumSize().height() : 0;
    const int wanted = m_header->sizeHint().height() + lines + 2;
    const int room = window->height() - top - kMargin;
    setGeometry(window->width() - wide - kMargin, top, wide,
                std::min(std::max(wanted, kLeastHeight), std::max(room, kLeastHeight)));
}

void NotificationPanel::focusFirst()
{
    auto *answer = m_lines ? m_lines->findChild<ui::LinkButton *>() : nullptr;
    (answer ? static_cast<QWidget *>(answer) : m_close)->setFocus(Qt::TabFocusReason);
}

/// The person went on working elsewhere: it does not stay in the way.
void NotificationPanel::followFocus(const QWidget *now)
{
    if (!isVisible() || !now || now == this || isAncestorOf(now))
        return;
    leave();
}

bool NotificationPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_lines && event->type() == QEvent::LayoutRequest && isVisible())
        place(); // now the lines know how high they are at this width
    return OverlayPanel::eventFilter(watched, event);
}

void NotificationPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        OverlayPanel::keyPressEvent(event);
}

void NotificationPanel::changeEvent(QEvent *event)
{
    OverlayPanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        translate();
}

void NotificationPanel::translate()
{
    m_header->setTitle(tr("Notifications"));
    m_dismissAll->setText(tr("Dismiss all"));
    m_close->setText(tr("Close (Esc)"));
    setAccessibleName(tr("Notifications"));
    if (isVisible())
        rebuild();
}

} // namespace simiao::shell
