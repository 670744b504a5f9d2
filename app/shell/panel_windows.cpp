#include "shell/panel_windows.h"

#include "core/try.h"
#include "shell/command_registry.h"
#include "shell/kept_focus.h"
#include "shell/panel_place.h"
#include "shell/shell_memory.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QScreen>

#include <algorithm>

namespace simiao::shell {

using namespace Qt::StringLiterals;

PanelWindows::PanelWindows(ShellMemory &memory, QString user, sdk::ProfileKind kind, QWidget *home)
    : QObject(home)
    , m_memory(memory)
    , m_user(std::move(user))
    , m_kind(kind)
    , m_home(home)
    , m_moveOut(newAction(u"shell.panel.move-out"_s, u"Ctrl+Shift+M"_s, &PanelWindows::moveOut))
    , m_showPatient(newAction(u"shell.panel.show-patient"_s, u"Ctrl+Shift+P"_s, &PanelWindows::showToPatient))
    , m_bringBack(newAction(u"shell.panel.bring-back"_s, u"Ctrl+Shift+B"_s, &PanelWindows::bringBack))
{
    home->installEventFilter(this);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &PanelWindows::loseScreen);
    translate();
}

QAction *PanelWindows::newAction(const QString &id, const QString &key, Try act)
{
    auto *action = new QAction(this);
    action->setObjectName(id);
    action->setShortcut(QKeySequence(key, QKeySequence::PortableText));
    action->setVisible(false); // until there is a panel to move
    connect(action, &QAction::triggered, this, [this, act] {
        if (const auto done = (this->*act)(); !done)
            Q_EMIT failed(done.error());
    });
    return action;
}

void PanelWindows::offer(CommandRegistry *commands, QWidget *window) const
{
    for (auto *action : actions()) {
        commands->add(action->objectName(), action);
        window->addAction(action);
    }
}

void PanelWindows::translate()
{
    m_moveOut->setText(tr("Move panel to the second screen"));
    m_showPatient->setText(tr("Show panel to the patient"));
    m_bringBack->setText(tr("Bring panel back"));
}

QWidget *PanelWindows::placeFor(const sdk::Extension &extension,
                                const sdk::Visit *visit,
                                QWidget *panel,
                                QWidget *parent)
{
    auto *place = new PanelPlace(extension, visit, panel, parent);
    m_places.push_back(place);
    connect(place, &PanelPlace::leaving, this, [this, place] { forget(place); });
    connect(place, &PanelPlace::safetyChanged, this, [this, place] { checkSafety(place); });
    connect(place, &PanelPlace::backRequested, this,
            [this, place] { sendHome(place->extension().component); });
    for (auto *action : actions())
        action->setVisible(true);
    const auto &component = extension.component;
    if (const auto role = rememberedRole(component); role && !m_roles.contains(component))
        m_roles.insert(component, *role);
    const auto away = m_roles.constFind(component);
    if (away != m_roles.constEnd() && *away != ScreenRole::Patient)
        assign(place, *away);
    return place;
}

void PanelWindows::showVisit(const sdk::Visit *visit, const ui::PatientSummary &patient)
{
    m_visit = visit;
    m_patient = patient;
    const auto places = m_places; // those that must not be seen leave
    for (auto *place : places) {
        const auto *window = windowOf(place);
        const bool isHers = !visit || place->visit() == visit;
        if (window && window->role() == ScreenRole::Patient && !isHers)
            endShowing(place->extension().component);
        checkSafety(place);
    }
    for (auto *window : m_windows) {
        if (window)
            window->showVisit(visit, patient);
    }
}

Result<void> PanelWindows::moveOut()
{
    const auto *place = inHand();
    if (!place)
        return Error{ErrorKind::NotFound, u"panel.none"_s};
    return moveOut(screenRoleOf(place->extension().screen));
}

Result<void> PanelWindows::moveOut(ScreenRole role)
{
    const auto *place = inHand();
    if (!place)
        return Error{ErrorKind::NotFound, u"panel.none"_s};
    if (role == ScreenRole::Patient && !place->isPatientSafe())
        return Error{ErrorKind::Forbidden, u"panel.not-for-patients"_s, place->title()};
    if (!screenFor(role))
        return Error{ErrorKind::Unavailable, u"screen.single"_s};
    const auto component = place->extension().component;
    const auto *visit = place->visit();
    m_roles.insert(component, role);
    if (role != ScreenRole::Patient)
        m_memory.set(key(component + u"/role"_s), codeOf(role));
    for (auto *each : m_places) {
        const bool isMeant = role != ScreenRole::Patient || each->visit() == visit;
        if (each->extension().component == component && isMeant)
            assign(each, role);
    }
    return ok();
}

Result<void> PanelWindows::bringBack()
{
    if (const auto *place = inHand(); place && place->isAway()) {
        sendHome(place->extension().component);
        return ok();
    }
    if (m_roles.isEmpty())
        return Error{ErrorKind::NotFound, u"panel.at-home"_s};
    for (const auto &component : m_roles.keys())
        sendHome(component);
    return ok();
}

/// The one with the focus, wherever it stands; else the one that is in sight on the page.
PanelPlace *PanelWindows::inHand() const
{
    const auto *focus = QApplication::focusWidget();
    const auto hasFocus = [focus](const PanelPlace *place) {
        const auto *panel = place->panel();
        return focus && panel && (panel == focus || panel->isAncestorOf(focus));
    };
    const auto focused = std::ranges::find_if(m_places, hasFocus);
    if (focused != m_places.end())
        return *focused;
    const auto seen = std::ranges::find_if(m_places, &QWidget::isVisible);
    return seen == m_places.end() ? nullptr : *seen;
}

QScreen *PanelWindows::homeScreen() const
{
    return m_home->window()->screen();
}

/// The remembered one; else one that nobody uses yet; else any but the main window's. Null where there is no other.
QScreen *PanelWindows::screenFor(ScreenRole role) const
{
    auto screens = QGuiApplication::screens();
    screens.removeAll(homeScreen());
    if (screens.isEmpty())
        return nullptr;
    const auto remembered = m_memory.value(key(codeOf(role) + u"/screen"_s));
    const auto known = std::ranges::find(screens, remembered, &screenId);
    if (known != screens.end())
        return *known;
    const auto free = std::ranges::find_if(screens, [this](const QScreen *screen) {
        return std::ranges::none_of(m_windows, [this, screen](const PanelWindow *window) {
            return window && !window->isEmpty() && m_screens.at(std::size_t(window->role())) == screen;
        });
    });
    return free == screens.end() ? screens.first() : *free;
}

PanelWindow *PanelWindows::windowFor(ScreenRole role)
{
    auto *&window = m_windows.at(std::size_t(role));
    if (!window) {
        window = new PanelWindow(role, m_kind, m_home);
        connect(window, &PanelWindow::backRequested, this,
                [this](const PanelPlace *place) { sendHome(place->extension().component); });
        connect(window, &PanelWindow::closed, this, [this, window] { empty(window); });
        connect(window, &PanelWindow::moved, this, [this, window] { rememberScreen(window); });
        window->showVisit(m_visit, m_patient);
    }
    if (window->isEmpty())
        m_screens.at(std::size_t(role)) = screenFor(role);
    return window;
}

PanelWindow *PanelWindows::windowOf(const PanelPlace *place) const
{
    const auto found = std::ranges::find_if(
        m_windows, [place](const PanelWindow *window) { return window && window->holds(place); });
    return found == m_windows.end() ? nullptr : *found;
}

void PanelWindows::assign(PanelPlace *place, ScreenRole role)
{
    auto *from = windowOf(place);
    if (from && from->role() == role)
        return;
    const KeptFocus kept(place->panel()); // given back once the window is on the screen
    if (from)
        from->giveBack(place);
    auto *window = windowFor(role);
    window->take(place);
    followHome();
    rememberScreen(window);
}

/// Nothing where its screen is not there.
std::optional<ScreenRole> PanelWindows::rememberedRole(const QString &component) const
{
    const auto code = m_memory.value(key(component + u"/role"_s));
    const auto role = screenRoleOf(code);
    const bool isUsable = !code.isEmpty() && role != ScreenRole::Patient && screenFor(role);
    return isUsable ? std::optional(role) : std::nullopt;
}

/// As the person wishes, and so it is remembered.
void PanelWindows::sendHome(const QString &component)
{
    if (m_roles.value(component, ScreenRole::Consult) == ScreenRole::Patient)
        return endShowing(component);
    m_memory.set(key(component + u"/role"_s), {});
    bringHome(component);
}

/// It leaves the patient's screen for where it stood before.
void PanelWindows::endShowing(const QString &component)
{
    const auto *held = inHand();
    const KeptFocus kept(held ? held->panel() : nullptr); // over both steps
    bringHome(component);
    const auto role = rememberedRole(component);
    if (!role)
        return;
    m_roles.insert(component, *role);
    for (auto *place : m_places) {
        if (place->extension().component == component)
            assign(place, *role);
    }
}

void PanelWindows::bringHome(const QString &component)
{
    m_roles.remove(component);
    for (auto *place : m_places) {
        auto *window = windowOf(place);
        if (window && place->extension().component == component)
            window->giveBack(place);
    }
    followHome();
}

void PanelWindows::empty(PanelWindow *window)
{
    while (!window->isEmpty())
        sendHome(window->places().front()->extension().component);
}

void PanelWindows::loseScreen(const QScreen *screen)
{
    auto left = QGuiApplication::screens();
    left.removeIf([screen](const QScreen *each) { return each == screen; });
    QStringList titles;
    for (auto *window : m_windows) {
        if (!window || (left.size() > 1 && m_screens.at(std::size_t(window->role())) != screen))
            continue;
        while (!window->isEmpty()) {
            const auto *place = window->places().front();
            titles.append(place->title());
            bringHome(place->extension().component);
        }
    }
    if (!titles.isEmpty())
        Q_EMIT screenLost(titles);
}

/// What the patient must not see leaves her screen before it is shown there.
void PanelWindows::checkSafety(PanelPlace *place)
{
    const auto *window = windowOf(place);
    const bool isSeen = m_visit && place->visit() == m_visit;
    if (!window || window->role() != ScreenRole::Patient || !isSeen || place->isPatientSafe())
        return;
    endShowing(place->extension().component);
    Q_EMIT withheld(place->title());
}

void PanelWindows::forget(PanelPlace *place)
{
    if (auto *window = windowOf(place))
        window->drop(place);
    std::erase(m_places, place);
    for (auto *action : actions())
        action->setVisible(!m_places.empty());
    followHome();
}

/// Nothing of a patient stays on any screen when the workplace is covered or gone.
void PanelWindows::followHome()
{
    for (auto *window : m_windows) {
        const bool isWanted = window && m_home->isVisible() && !window->isEmpty();
        if (!window || window->isVisible() == isWanted)
            continue;
        const QPointer<QWidget> active = QApplication::activeWindow();
        if (isWanted)
            window->fill(m_screens.at(std::size_t(window->role())));
        window->setVisible(isWanted);
        if (isWanted && active)
            active->activateWindow(); // not every desktop lets a window come without the focus
    }
}

bool PanelWindows::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_home && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
        followHome();
    return QObject::eventFilter(watched, event);
}

void PanelWindows::rememberScreen(const PanelWindow *window)
{
    if (!window->isVisible() || window->screen() == homeScreen())
        return;
    m_screens.at(std::size_t(window->role())) = window->screen();
    m_memory.set(key(codeOf(window->role()) + u"/screen"_s), screenId(window->screen()));
}

QString PanelWindows::key(const QString &what) const
{
    return u"%1@%2/panels/%3"_s.arg(m_user, screenSet(), what);
}

} // namespace simiao::shell
