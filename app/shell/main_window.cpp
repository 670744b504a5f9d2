#include "shell/main_window.h"

#include "shell/login_page.h"
#include "shell/session_desk.h"
#include "shell/workplace.h"

#include <QApplication>
#include <QStackedLayout>

#include <algorithm>

namespace simiao::shell {

namespace {

constexpr QSize kSmallest{1024, 640};
constexpr QSize kUsual{1366, 768};

const workflow::Session &sessionOf(const Workplace *workplace)
{
    return workplace->desk()->session();
}

WaitingPerson personOf(const Workplace *workplace)
{
    const auto &session = sessionOf(workplace);
    return {session.loginName, session.name};
}

/// Lists, menus and dialogs that stand open belong to what is being covered.
void closePopups()
{
    while (auto *dialog = QApplication::activeModalWidget()) {
        dialog->close();
        if (QApplication::activeModalWidget() == dialog)
            break;
    }
    while (auto *popup = QApplication::activePopupWidget()) {
        popup->close();
        if (QApplication::activePopupWidget() == popup)
            return;
    }
}

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
    for (const auto &waiting : m_waiting)
        delete waiting.workplace;
}

void MainWindow::showInstead(QWidget *page)
{
    m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
}

void MainWindow::showLogin(QWidget *instead)
{
    m_pages->setCurrentWidget(m_login);
    instead->deleteLater();
}

void MainWindow::enter(Workplace *workplace)
{
    m_workplace = workplace;
    showInstead(workplace);
    workplace->start();
}

bool MainWindow::resume(const workflow::Session &session)
{
    const auto found = std::ranges::find_if(m_waiting, [&](const Waiting &waiting) {
        return sessionOf(waiting.workplace).account == session.account;
    });
    if (found == m_waiting.end())
        return false;
    const auto waiting = *found;
    m_waiting.erase(found);
    showWaiting();
    if (sessionOf(waiting.workplace) == session) {
        bringBack(waiting.workplace, waiting.focus);
        return true;
    }
    delete waiting.workplace; // her drafts are in the journal, her rights are others now
    return false;
}

void MainWindow::bringBack(Workplace *workplace, QWidget *focus)
{
    m_workplace = workplace;
    m_pages->setCurrentWidget(workplace);
    if (focus)
        focus->setFocus(Qt::OtherFocusReason);
}

void MainWindow::cover()
{
    m_layout.saveWindow(this);
    closePopups();
    m_waiting.push_back({m_workplace, m_workplace->focusWidget()});
    m_workplace = nullptr;
    m_pages->setCurrentWidget(m_login);
    showWaiting();
}

void MainWindow::lock()
{
    if (!m_workplace)
        return;
    const auto person = personOf(m_workplace);
    cover();
    m_login->lockFor(person);
}

void MainWindow::makeRoom()
{
    if (!m_workplace)
        return;
    cover();
    m_login->reset();
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
    showWaiting();
}

void MainWindow::showWaiting()
{
    QList<WaitingPerson> people;
    for (const auto &waiting : m_waiting)
        people.append(personOf(waiting.workplace));
    m_login->setWaiting(people);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

} // namespace simiao::shell
