#include "shell/start_notices.h"

#include "sdk/desk.h"
#include "shell/notice_text.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::shell {

namespace {

constexpr int kWidest = 640;
constexpr int kMargin = 12;

} // namespace

StartNotices::StartNotices(std::vector<Error> findings, QWidget *page)
    : QWidget(page)
    , m_findings(std::move(findings))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("login.notices"));
    m_column->setContentsMargins({});
    page->installEventFilter(this);
    fill();
    show();
}

void StartNotices::fill()
{
    while (auto *item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t at = 0; at < m_findings.size(); ++at) {
        const auto &finding = m_findings[at];
        const auto trace = finding.detail.isEmpty()
            ? finding.code
            : QStringLiteral("%1: %2").arg(finding.code, finding.detail);
        auto *notice = new NoticeText(ui::Notice{
            ui::Severity::Warn, tr("Look at this first"), sdk::errorText(finding), trace, {tr("Dismiss")}});
        notice->setObjectName(QStringLiteral("login.notice"));
        notice->setAutoFillBackground(true);
        connect(notice, &ui::NoticeLine::triggered, this, [this, at] { dismiss(at); });
        m_column->addWidget(notice);
    }
    setVisible(!m_findings.empty());
    place();
}

void StartNotices::dismiss(std::size_t finding)
{
    if (finding >= m_findings.size())
        return;
    m_findings.erase(m_findings.begin() + std::ptrdiff_t(finding));
    // Not from here: the notice that is to go has sent this.
    QMetaObject::invokeMethod(this, &StartNotices::fill, Qt::QueuedConnection);
}

void StartNotices::place()
{
    const int room = parentWidget()->width();
    const int wide = std::min(kWidest, room - 2 * kMargin);
    const int high = m_column->hasHeightForWidth() ? m_column->heightForWidth(wide) : sizeHint().height();
    setGeometry((room - wide) / 2, kMargin, wide, high);
    raise();
}

bool StartNotices::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void StartNotices::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace simiao::shell
