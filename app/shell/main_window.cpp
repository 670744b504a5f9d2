#include "shell/main_window.h"

#include "shell/help_page.h"
#include "shell/login_page.h"
#include "shell/profile_band.h"
#include "shell/session_desk.h"
#include "shell/workplace.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

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
    const auto language = workplace->desk()->locale().name();
    return {session.loginName, LocalText{session.nameEn, session.name}.in(language)};
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
    , m_help(new QAction(this))
    , m_band(new ProfileBand)
    , m_pages(new QStackedLayout)
    , m_login(new LoginPage)
{
    setObjectName(QStringLiteral("shell.window"));
    m_help->setShortcut(Qt::Key_F1);
    addAction(m_help);
    connect(m_help, &QAction::triggered, this, &MainWindow::showHelp);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_band);
    column->addLayout(m_pages, 1);
    translate();
    setMinimumSize(kSmallest.boundedTo(screen()->availableSize()));
    resize(kUsual.boundedTo(screen()->availableSize()));
    m_pages->addWidget(m_login);
    connect(m_login, &LoginPage::helpRequested, this, &MainWindow::showHelp);
    // A workstation fills its screen until somebody sizes it otherwise.
    setWindowState(Qt::WindowMaximized);
    m_layout.restoreWindow(this);
}

MainWindow::~MainWindow()
{
    leaveAll();
}

void MainWindow::setProfileKind(sdk::ProfileKind kind)
{
    m_kind = kind;
    m_band->setKind(kind);
    translate();
}

void MainWindow::translate()
{
    setWindowTitle(markedTitle(QStringLiteral("Simiao"), m_kind));
    m_help->setText(tr("Help for this place"));
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        translate();
}

/// Over the page that is shown, until Esc; then the same field has the focus again, with what was typed in it.
void MainWindow::showHelp()
{
    const QPointer<QWidget> before = m_pages->currentWidget();
    if (qobject_cast<HelpPage *>(before.data()))
        return;
    const QPointer<QWidget> focus = focusWidget();
    const QString folder = m_resources + QStringLiteral("/help");
    const auto place = HelpLibrary(folder, QLocale().name()).pageFor(namesAround(focus ? focus : before));
    auto *page = new HelpPage(folder, place);
    showInstead(page);
    page->setFocus(Qt::OtherFocusReason);
    connect(page, &HelpPage::closed, this, [this, before, focus] {
        if (before)
            m_pages->setCurrentWidget(before);
        if (focus)
            focus->setFocus(Qt::OtherFocusReason);
    });
    connect(m_pages, &QStackedLayout::currentChanged, page, &QObject::deleteLater);
}

void MainWindow::setWorkplace(Workplace *workplace)
{
    m_workplace = workplace;
    m_help->setEnabled(!workplace);
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
    setWorkplace(workplace);
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
    setWorkplace(workplace);
    m_pages->setCurrentWidget(workplace);
    if (focus)
        focus->setFocus(Qt::OtherFocusReason);
}

void MainWindow::cover()
{
    m_layout.saveWindow(this);
    closePopups();
    m_waiting.push_back({m_workplace, m_workplace->focusWidget()});
    setWorkplace(nullptr);
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
    setWorkplace(nullptr);
    m_login->reset();
    showWaiting();
}

void MainWindow::leaveAll()
{
    leave();
    for (const auto &waiting : std::exchange(m_waiting, {}))
        delete waiting.workplace;
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
