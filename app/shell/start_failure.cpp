#include "shell/start_failure.h"

#include "sdk/desk.h"
#include "shell/notice_text.h"

#include <QHBoxLayout>
#include <QPainter>

namespace simiao::shell {

StartFailure::StartFailure(const Error &error, QWidget *parent)
    : ThemedWidget(QAccessible::AlertMessage, parent)
    , m_error(error)
    , m_notice(new NoticeText)
{
    constexpr int kWidest = 560;
    m_notice->setObjectName(QStringLiteral("start.message"));
    m_notice->setMaximumWidth(kWidest);
    auto *line = new QHBoxLayout(this);
    line->addStretch(1);
    line->addWidget(m_notice, 4, Qt::AlignVCenter);
    line->addStretch(1);
    connect(m_notice, &ui::NoticeLine::triggered, this, &StartFailure::quitRequested);
    retheme();
}

int StartFailure::exitCode(const Error &error)
{
    constexpr int kUnreachable = 3;
    constexpr int kRefused = 2;
    return error.kind == ErrorKind::Unavailable ? kUnreachable : kRefused;
}

void StartFailure::retheme()
{
    const auto trace =
        m_error.detail.isEmpty() ? m_error.code : QStringLiteral("%1: %2").arg(m_error.code, m_error.detail);
    m_notice->setNotice(
        {ui::Severity::Block, tr("Simiao cannot start."), sdk::errorText(m_error), trace, {tr("Quit")}});
}

void StartFailure::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().colours.panel);
}

} // namespace simiao::shell
