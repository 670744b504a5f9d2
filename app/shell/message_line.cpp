#include "shell/message_line.h"

#include "shell/clear_stretch.h"
#include "ui/theme/paint.h"

#include <QEvent>
#include <QPainter>

namespace simiao::shell {

namespace {

using namespace std::chrono_literals;

constexpr auto kDoneStays = 6s;
/// An error this young was made by the act that is just beginning: both come in one turn of the event loop.
constexpr qint64 kSameActMs = 200;
constexpr int kWidest = 900; // in one line where it can be: a second would cover the first field of the page
constexpr int kMargin = 12;
constexpr int kGap = 2;
constexpr int kNarrowest = 320;
constexpr int kHighest = 120; // some lines: more of the page is not covered

} // namespace

MessageLine::MessageLine(QWidget *parent)
    : NoticeText(ui::Notice{}, parent)
{
    setObjectName(QStringLiteral("shell.message"));
    m_fading.setSingleShot(true);
    m_fading.setInterval(kDoneStays);
    connect(&m_fading, &QTimer::timeout, this, &MessageLine::dismiss);
    m_settled.setSingleShot(true);
    connect(&m_settled, &QTimer::timeout, this, &MessageLine::place);
    connect(this, &NoticeLine::triggered, this, &MessageLine::dismiss);
    parent->installEventFilter(this);
    hide();
}

void MessageLine::showError(const QString &text)
{
    m_fading.stop();
    say({ui::Severity::Block, {}, text, {}, {tr("Dismiss (Esc)")}});
}

void MessageLine::showDone(const QString &text)
{
    m_fading.start();
    say({ui::Severity::Ok, {}, text, {}, {}});
}

void MessageLine::dismiss()
{
    hide();
    setNotice({});
    takeRoom(0);
}

void MessageLine::actBegan()
{
    if (isError() && m_shown.hasExpired(kSameActMs))
        dismiss();
}

void MessageLine::setAnchor(QWidget *anchor)
{
    m_anchor = anchor;
    anchor->installEventFilter(this);
    place();
}

void MessageLine::say(const ui::Notice &notice)
{
    m_shown.start();
    setNotice(notice);
    show();
    place();
    raise();
    m_settled.start(); // what the act changes in the page is laid out later
}

void MessageLine::place()
{
    const int wide = std::min({kWidest, parentWidget()->width() - 2 * kMargin, naturalWidth()});
    const bool hasRoom = m_room && m_room->maximumHeight() > 0; // then nothing is pressed where it lies
    const auto free = hasRoom ? std::nullopt : freePlace(wide);
    const int high = heightForWidth(wide);
    if (!free && isError()) // what was done goes by itself: nothing moves for it
        takeRoom(high + 2 * kGap);
    setGeometry(free.value_or(QRect((parentWidget()->width() - wide) / 2, top(), wide, high)));
}

/// As wide as it likes, else narrower: what lies below it is covered. Nothing where it would lie on what is pressed.
std::optional<QRect> MessageLine::freePlace(int widest) const
{
    constexpr int kStep = 40;
    const int across = parentWidget()->width();
    const int least = std::min(widest, kNarrowest);
    for (int wide = widest; heightForWidth(wide) <= kHighest; wide = std::max(wide - kStep, least)) {
        const QRect centred((across - wide) / 2, top(), wide, heightForWidth(wide));
        const QRect band(kMargin, top(), across - 2 * kMargin, centred.height());
        const auto place = clearStretch(this, band, centred);
        if (place || wide == least)
            return place;
    }
    return std::nullopt;
}

int MessageLine::top() const
{
    return m_anchor ? m_anchor->geometry().bottom() + kGap : kMargin;
}

void MessageLine::takeRoom(int height)
{
    if (m_room && m_room->maximumHeight() != height)
        m_room->setFixedHeight(height);
}

bool MessageLine::eventFilter(QObject *watched, QEvent *event)
{
    const bool isMoved = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    if (isMoved && (watched == parentWidget() || watched == m_anchor))
        place();
    return NoticeText::eventFilter(watched, event);
}

void MessageLine::paintEvent(QPaintEvent *event)
{
    NoticeText::paintEvent(event);
    QPainter painter(this); // it lies on other things: an edge sets it off
    const auto edge = ui::severityColour(notice().severity, tokens().colours);
    ui::paint::box(painter, rect(), {}, edge, tokens().rhythm.radius);
}

} // namespace simiao::shell
