#include "shell/missing_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

namespace simiao::shell {

MissingPage::MissingPage(const DeskEntry &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_notice(new NoticeText)
{
    constexpr int kWidest = 460;
    setObjectName(QStringLiteral("missing.page"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_notice->setObjectName(QStringLiteral("missing.message"));
    m_notice->setMaximumWidth(kWidest);
    auto *line = new QHBoxLayout(this);
    line->addStretch(1);
    line->addWidget(m_notice, 4, Qt::AlignVCenter);
    line->addStretch(1);
    connect(m_notice, &ui::NoticeLine::triggered, this, &MissingPage::aboutRequested);
    translate();
}

void MissingPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        translate();
}

QString MissingPage::cause() const
{
    if (m_desk.code.isEmpty())
        return tr("Your account opens no desk of this hospital.");
    const auto plugin = usualPluginOf(m_desk.code);
    return plugin.isEmpty()
        ? tr("No plugin of this workstation offers this desk.")
        : tr("The plugin that offers this desk (%1) is missing or was refused. Everything else works.")
              .arg(plugin);
}

QString MissingPage::advice() const
{
    return m_desk.code.isEmpty()
        ? tr("Ask the administrator to give it a role.")
        : tr("Ask the information department to install it, then start Simiao again.");
}

void MissingPage::translate()
{
    const auto title = m_desk.title.in(QLocale().name());
    m_notice->setNotice({ui::Severity::Warn, title, cause(), advice(), {tr("About plugins")}});
}

} // namespace simiao::shell
