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
    place();
    show();
    raise();
    m_settled.start(); // what the act changes in the page is laid out later
}

void MessageLine::place()
{
    const int room = parentWidget()->width();
    const int wide = std::min({kWidest, room - 2 * kMargin, naturalWidth()}); // what lies below it is covered
    const int top = m_anchor ? m_anchor->geometry().bottom() + kGap : kMargin;
    const QRect centred((room - wide) / 2, top, wide, heightForWidth(wide));
    setGeometry(clearStretch(this, QRect(kMargin, top, room - 2 * kMargin, centred.height()), centred));
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
