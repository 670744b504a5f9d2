#include "shell/main_window.h"

#include "shell/login_page.h"
#include "shell/workplace.h"

#include <QStackedLayout>

namespace simiao::shell {

namespace {

constexpr QSize kSmallest{1024, 640};
constexpr QSize kUsual{1366, 768};

} // namespace

MainWindow::MainWindow(ShellMemory &memory)
    : m_layout(memory, {})
    , m_pages(new QStackedLayout(this))
    , m_login(new LoginPage)
{
    setObjectName(QStringLiteral("shell.window"));
    setWindowTitle(QStringLiteral("Simiao"));
    setMinimumSize(kSmallest.boundedTo(screen()->availableSize()));
    resize(kUsual.boundedTo(screen()->availableSize()));
    m_pages->addWidget(m_login);
    // A workstation fills its screen until somebody sizes it otherwise.
    setWindowState(Qt::WindowMaximized);
    m_layout.restoreWindow(this);
}

MainWindow::~MainWindow()
{
    leave();
}

void MainWindow::showInstead(QWidget *page)
{
    m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
}

void MainWindow::enter(Workplace *workplace)
{
    m_workplace = workplace;
    showInstead(workplace);
    workplace->start();
}

void MainWindow::leave()
{
    if (!m_workplace)
        return;
    m_layout.saveWindow(this);
    m_pages->setCurrentWidget(m_login);
    delete m_workplace;
    m_workplace = nullptr;
    m_login->reset();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

} // namespace simiao::shell
