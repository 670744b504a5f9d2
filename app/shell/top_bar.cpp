#include "shell/top_bar.h"

#include "shell/bar_button.h"
#include "shell/bell_button.h"
#include "shell/state_dot.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/plain_tool_tip.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace simiao::shell {

namespace {

using ui::TextLabel;
using ui::Type;

constexpr int kHeight = 34;
constexpr int kGap = 14;
constexpr int kLeastPerson = 160; ///< department and the beginning of the name
constexpr int kAir = 3;           ///< around what lies on the bar for a moment

} // namespace

TopBar::TopBar(QWidget *parent)
    : ThemedWidget(QAccessible::ToolBar, parent)
    , m_desk(new BarButton(Type::Strong))
    , m_person(new BarButton(Type::Base))
    , m_unanswered(new BarButton(Type::Strong))
    , m_dot(new StateDot)
    , m_backend(secondary(QStringLiteral("shell.backend")))
    , m_drafts(secondary(QStringLiteral("shell.drafts")))
    , m_unsent(secondary(QStringLiteral("shell.unsent")))
    , m_find(secondary(QStringLiteral("shell.find")))
    , m_findKey(new ui::KeyHint)
    , m_bell(new BellButton)
    , m_time(new TextLabel({}, Type::Strong))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_desk->setObjectName(QStringLiteral("shell.desk"));
    m_person->setObjectName(QStringLiteral("shell.user"));
    m_unanswered->setObjectName(QStringLiteral("shell.unanswered"));
    m_unanswered->hide();
    m_time->setObjectName(QStringLiteral("shell.time"));
    m_bell->setObjectName(QStringLiteral("shell.bell"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(tokens().rhythm.margin, 0, tokens().rhythm.margin, 1);
    line->setSpacing(0);
    addLeft(line);
    line->addStretch(1);
    addRight(line);
    retheme();
}

ui::TextLabel *TopBar::secondary(const QString &name)
{
    auto *label = new TextLabel({}, Type::Base, TextLabel::Ink::Secondary);
    label->setObjectName(name);
    return label;
}

void TopBar::addLeft(QHBoxLayout *line)
{
    line->addWidget(new TextLabel(QStringLiteral("Simiao"), Type::Strong));
    line->addSpacing(kGap / 2);
    line->addWidget(m_desk);
    line->addWidget(m_person);
}

void TopBar::addRight(QHBoxLayout *line)
{
    line->addWidget(m_unanswered);
    line->addSpacing(kGap / 2);
    line->addWidget(m_dot);
    line->addSpacing(kGap / 2);
    line->addWidget(m_backend);
    for (auto *label : {m_drafts, m_unsent, m_find}) {
        line->addSpacing(kGap);
        line->addWidget(label);
    }
    line->addSpacing(kGap / 2);
    line->addWidget(m_findKey);
    line->addSpacing(kGap / 2);
    line->addWidget(m_bell);
    line->addSpacing(kGap / 2);
    line->addWidget(m_time);
}

void TopBar::setDesk(const QString &title)
{
    m_desk->setText(title);
    m_desk->setPurpose(tr("Desk"));
    m_desk->updateGeometry();
}

void TopBar::setPerson(const QString &words)
{
    m_person->setText(words);
    m_person->setPurpose(tr("Logged in"));
    m_person->updateGeometry();
}

void TopBar::setBackend(const QString &name, const QString &lostSince)
{
    m_backendName = name;
    m_lostSince = lostSince;
    m_isOnline = lostSince.isEmpty();
    retheme();
}

void TopBar::setReadOnly(const QString &why)
{
    m_readOnly = why;
    retheme();
}

QString TopBar::backendWords(const QString &name) const
{
    if (!m_isOnline)
        return tr("Offline since %1 %2").arg(m_lostSince, name).trimmed();
    return (m_readOnly.isEmpty() ? tr("Online %1").arg(name) : tr("Read only %1").arg(name)).trimmed();
}

void TopBar::setDrafts(qsizetype count, bool isDurable)
{
    m_draftCount = count;
    m_isDurable = isDurable;
    retheme();
}

void TopBar::setUnsent(int count)
{
    m_unsentCount = count;
    retheme();
}

void TopBar::setTime(const QString &time)
{
    m_time->setText(time);
}

void TopBar::setDeskMenu(QMenu *menu)
{
    m_desk->setMenu(menu);
}

void TopBar::setPersonMenu(QMenu *menu)
{
    m_person->setMenu(menu);
}

void TopBar::setPaletteAction(const QAction *action)
{
    m_findKey->follow(action);
}

QSize TopBar::sizeHint() const
{
    return {640, kHeight};
}

void TopBar::retheme()
{
    m_dot->setGood(isUsual());
    m_backend->setInk(isUsual() ? TextLabel::Ink::Text : TextLabel::Ink::Warn);
    m_backend->setToolTip(ui::plainToolTip(m_readOnly));
    m_drafts->setText(m_isDurable ? tr("Drafts %1").arg(m_draftCount)
                                  : tr("Drafts %1, not on disk").arg(m_draftCount));
    m_drafts->setInk(m_isDurable ? TextLabel::Ink::Secondary : TextLabel::Ink::Block);
    m_drafts->setToolTip(tr("Visits with text that is not signed yet"));
    m_unsent->setText(tr("Unsent %1").arg(m_unsentCount));
    m_unsent->setToolTip(tr("Messages waiting to be sent to other systems"));
    m_find->setText(tr("Find any action"));
    m_desk->setPurpose(tr("Desk"));
    m_person->setPurpose(tr("Logged in"));
    setAccessibleName(tr("Status"));
    fitWords();
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    fitWords();
}

/// A button that comes, goes or says something else leaves the others another room.
bool TopBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fitWords();
    return ThemedWidget::event(event);
}

/// What can be read elsewhere goes first; what keeps from saving, and what was not saved, is never left out.
void TopBar::fitWords()
{
    const QString whole = backendWords(m_backendName);
    // Nothing is set that is not so in the end: each change asks for the layout, and thereby for this, again.
    const QFontMetrics metrics(m_backend->font());
    const int more = metrics.horizontalAdvance(whole) - metrics.horizontalAdvance(m_backend->text());
    const int wholeWidth = m_backend->sizeHint().width() + more;
    const auto widthOf = [&](const QWidget *each) {
        return each == m_backend ? wholeWidth : each->sizeHint().width();
    };
    m_dot->setToolTip(ui::plainToolTip((whole + QLatin1Char(' ') + m_readOnly).trimmed()));
    const QList<QWidget *> all{m_find, m_unsent, m_backend, m_drafts, m_findKey};
    int needed = layout()->sizeHint().width() + (m_backend->isHidden() ? 0 : more);
    needed +=
        std::max(0, m_person->sizeHint().width() - m_person->maximumWidth()); // she gave it for a moment
    for (const auto *each : all)
        needed += each->isHidden() ? widthOf(each) : 0;
    for (auto *each : all) {
        if (each == m_backend) // from here on rather than these the person's name is cut
            needed -= std::max(0, m_person->sizeHint().width() - kLeastPerson);
        const bool isKept = (each == m_backend && !isUsual()) || (each == m_drafts && !m_isDurable);
        const bool isShown = isKept || needed <= width();
        needed -= isShown ? 0 : widthOf(each);
        each->setVisible(isShown);
    }
    const QString part = backendWords({});
    const bool isPart = needed > width() && !isUsual();
    if (isPart)
        needed += metrics.horizontalAdvance(part) - metrics.horizontalAdvance(whole);
    m_backend->setText(isPart ? part : whole);
    giveRest(width() - needed);
}

/// Where even that is too much, whose desk it is gets shorter before what was not saved.
void TopBar::giveRest(int spare)
{
    const auto give = [](const BarButton *button) {
        return std::max(0, button->sizeHint().width() - button->minimumSizeHint().width());
    };
    const int least = std::min(m_person->sizeHint().width(), kLeastPerson);
    const int others = give(m_desk) + std::max(0, least - m_person->minimumSizeHint().width());
    const int missing = std::max(0, -spare - others);
    m_unanswered->setMinimumWidth(
        std::max(m_unanswered->minimumSizeHint().width(), m_unanswered->sizeHint().width() - missing));
}

QRect TopBar::roomFor(int wanted)
{
    layout()->activate();
    const int extent = endOfRoom() - m_person->x() - 2 * kAir;
    const int person = std::max(m_person->minimumSizeHint().width(), extent - wanted);
    m_person->setMaximumWidth(person < m_person->sizeHint().width() ? person : QWIDGETSIZE_MAX);
    layout()->activate();
    const int from = m_person->geometry().right() + 1 + kAir;
    return {from, kAir, std::min(wanted, endOfRoom() - kAir - from), height() - 2 * kAir};
}

void TopBar::closeRoom()
{
    m_person->setMaximumWidth(QWIDGETSIZE_MAX);
}

int TopBar::endOfRoom() const
{
    QList<const QWidget *> kept{m_unanswered, m_find, m_findKey, m_bell};
    if (!isUsual())
        kept << m_dot << m_backend;
    if (!m_isDurable)
        kept << m_drafts;
    int end = width();
    for (const auto *each : kept)
        end = each->isHidden() ? end : std::min(end, each->x());
    return end;
}

void TopBar::mousePressEvent(QMouseEvent *event)
{
    if (m_find->geometry().united(m_findKey->geometry()).contains(event->pos()))
        Q_EMIT paletteRequested();
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().colours.panel);
    painter.fillRect(0, height() - 1, width(), 1, tokens().colours.line);
}

} // namespace simiao::shell
