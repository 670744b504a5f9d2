#include "imaging/views/viewport_screens.h"

#include "imaging/views/command_action.h"
#include "imaging/views/image_cells.h"
#include "sdk/banner_summary.h"
#include "sdk/desk.h"

#include <QApplication>
#include <QEvent>
#include <QInputMethod>
#include <QMenu>
#include <QPointer>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace simiao::viewer {

namespace {

QStringList screenNames()
{
    QStringList names;
    for (const auto *screen : QGuiApplication::screens())
        names.append(nameOf(screen));
    return names;
}

/// As above the page of the visit: allergies are looked at where the images are, too.
ui::PatientSummary summaryOf(const sdk::Visit &visit)
{
    const auto *desk = visit.desk();
    return sdk::bannerSummary(sdk::bannerOf(visit.record()), desk->locale(), desk->context().clock->today());
}

/// Keeps the focus where it is while a viewport gets another parent.
class KeptFocus
{
public:
    explicit KeptFocus(QWidget *viewport)
    {
        auto *focus = QApplication::focusWidget();
        if (!focus || (focus != viewport && !viewport->isAncestorOf(focus)))
            return;
        QGuiApplication::inputMethod()->commit();
        m_focus = focus;
        focus->clearFocus(); // else hiding it makes another viewport the active one
    }
    KeptFocus(const KeptFocus &) = delete;
    KeptFocus &operator=(const KeptFocus &) = delete;
    ~KeptFocus()
    {
        if (!m_focus)
            return;
        m_focus->activateWindow();
        m_focus->setFocus(Qt::OtherFocusReason);
    }

private:
    QPointer<QWidget> m_focus;
};

} // namespace

QString nameOf(const QScreen *screen)
{
    const auto maker = QString(screen->manufacturer() + u' ' + screen->model()).simplified();
    return maker.isEmpty() ? screen->name() : QStringLiteral("%1 (%2)").arg(screen->name(), maker);
}

ViewportScreens::ViewportScreens(sdk::Visit *visit,
                                 ImageCells *cells,
                                 Identity identity,
                                 QWidget *panel,
                                 QWidget *page)
    : QObject(panel)
    , m_visit(visit)
    , m_cells(cells)
    , m_identity(std::move(identity))
    , m_panel(panel)
    , m_page(page)
    , m_list(new QMenu(panel))
    , m_action(commandAction(this,
                             QStringLiteral("imaging.screen"),
                             {QKeySequence(Qt::SHIFT | Qt::Key_Y)},
                             [this] { run(); }))
{
    m_list->setObjectName(QStringLiteral("imaging.screens"));
    page->installEventFilter(this);
    connect(cells->active(), &ActiveView::changed, this, &ViewportScreens::follow);
    connect(cells, &ImageCells::changed, this, &ViewportScreens::follow);
    connect(cells->grid(), &ViewportGrid::shownChanged, this, &ViewportScreens::followGrid);
    connect(visit, &sdk::Visit::allergiesChanged, this, &ViewportScreens::showPatient);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &ViewportScreens::loseScreen);
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &ViewportScreens::follow);
    retranslate();
}

/// The viewports in them go too: the panel is on its way.
ViewportScreens::~ViewportScreens()
{
    for (const auto &away : m_away)
        delete away.window;
}

void ViewportScreens::retranslate()
{
    m_action->setToolTip(tr("Put the viewport on another screen, or bring it back"));
    showPatient();
    follow();
}

void ViewportScreens::showPatient()
{
    const auto summary = summaryOf(*m_visit);
    for (const auto &away : m_away)
        away.window->setPatient(summary);
}

QList<QScreen *> ViewportScreens::choices() const
{
    auto screens = QGuiApplication::screens();
    screens.removeAll(m_panel->window()->screen());
    return screens;
}

ViewportWindow *ViewportScreens::window(int index) const
{
    const auto away = std::ranges::find(m_away, index, &Away::index);
    return away == m_away.end() ? nullptr : away->window;
}

void ViewportScreens::run()
{
    const int index = m_cells->grid()->active();
    if (window(index))
        return bringBack(index);
    const auto screens = choices();
    if (screens.isEmpty())
        Q_EMIT failed({ErrorKind::Unavailable, QStringLiteral("screen.single")});
    else if (screens.size() == 1)
        moveOut(screens.front());
    else
        popUp();
}

/// The one chosen last stands ready, so that Enter takes it.
void ViewportScreens::popUp()
{
    m_list->clear();
    const auto known = m_memory.of(screenNames());
    for (auto *screen : choices()) {
        const auto size = screen->geometry().size();
        const auto name = nameOf(screen);
        auto *choice = m_list->addAction(
            tr("%1, %2 × %3", "screen, its size").arg(name).arg(size.width()).arg(size.height()));
        connect(choice, &QAction::triggered, this, [this, at = QPointer<QScreen>(screen)] {
            if (at)
                moveOut(at);
        });
        if (name == known)
            m_list->setActiveAction(choice);
    }
    const auto *viewport = m_cells->active()->viewport();
    m_list->popup(viewport->mapToGlobal(QPoint(0, viewport->height() - m_list->sizeHint().height())));
}

void ViewportScreens::moveOut(QScreen *screen)
{
    const int index = m_cells->grid()->active();
    if (window(index))
        return;
    const KeptFocus kept(m_cells->at(index).viewport);
    take(index, screen, false)->fill(screen);
    rememberScreen(screen);
    follow();
    followPage();
    Q_EMIT changed();
}

/// A window with the viewport in it, which is not shown yet. Who calls keeps the focus until it is.
ViewportWindow *ViewportScreens::take(int index, const QScreen *screen, bool isHung)
{
    auto *window =
        new ViewportWindow(summaryOf(*m_visit), sdk::profileMark(m_visit->desk()->profileKind()), m_panel);
    connect(window, &ViewportWindow::closed, this, [this, index] { bringBack(index); });
    connect(window, &ViewportWindow::moved, this, [this, window] { rememberScreen(window->ownScreen()); });
    m_away.push_back({index, window, isHung});
    m_cells->grid()->lend(index, placeholder(index, nameOf(screen)));
    window->take(m_cells->at(index).viewport, m_panel);
    return window;
}

QList<QScreen *> ViewportScreens::inOrder() const
{
    auto screens = choices();
    const auto known = m_memory.of(screenNames());
    const auto rank = [&known](const QScreen *screen) {
        const auto from = screen->geometry().topLeft();
        return std::tuple(nameOf(screen) != known, from.x(), from.y());
    };
    std::ranges::sort(screens, {}, rank);
    return screens;
}

bool ViewportScreens::isKnown() const
{
    const auto screens = choices();
    const auto known = m_memory.of(screenNames());
    return known && std::ranges::find(screens, *known, &nameOf) != screens.end();
}

void ViewportScreens::hang(const std::vector<ScreenPlace> &places, bool isChosen)
{
    const KeptFocus kept(m_cells->active()->viewport());
    const auto before = m_away;
    for (const auto &each : before) {
        if (each.isHung)
            bringBack(each.index);
    }
    const auto screens = inOrder();
    for (const auto &place : places) {
        if (window(place.cell) || place.screen >= screens.size())
            continue;
        auto *screen = screens[place.screen];
        auto *window = take(place.cell, screen, true);
        if (place.isAlone())
            window->fill(screen);
        else
            window->fillPart(screen, place.part(screen->availableGeometry()));
    }
    if (isChosen && !places.empty() && !screens.isEmpty())
        rememberScreen(screens.front());
    follow();
    followPage();
    Q_EMIT changed();
}

QList<int> ViewportScreens::away() const
{
    QList<int> cells;
    for (const auto &each : m_away)
        cells.append(each.index);
    std::ranges::sort(cells);
    return cells;
}

void ViewportScreens::bringBack(int index)
{
    const auto away = std::ranges::find(m_away, index, &Away::index);
    if (away == m_away.end())
        return;
    auto *window = away->window.data();
    m_away.erase(away);
    auto *viewport = m_cells->at(index).viewport;
    {
        const KeptFocus kept(viewport);
        m_cells->grid()->takeBack(index);
    }
    window->disconnect(this);
    window->hide();
    window->deleteLater(); // closing it may be what brought the viewport back
    follow();
    Q_EMIT changed();
}

QWidget *ViewportScreens::placeholder(int index, const QString &screen)
{
    auto *line = new ui::NoticeLine({ui::Severity::Neutral,
                                     tr("On another screen"),
                                     screen,
                                     tr("A layout with one viewport more (Y) gives the panel another one."),
                                     {tr("Bring it back")}});
    connect(
        line, &ui::NoticeLine::triggered, this, [this, index] { bringBack(index); }, Qt::QueuedConnection);
    auto *place = new QWidget;
    auto *column = new QVBoxLayout(place);
    column->addWidget(line);
    column->addStretch(1);
    place->setAutoFillBackground(true);
    return place;
}

/// What the command does next, and whose the images on the other screens are.
void ViewportScreens::follow()
{
    const auto screens = choices();
    const bool isAway = window(m_cells->grid()->active()) != nullptr;
    m_action->setText(isAway                    ? tr("Viewport back into the panel")
                          : screens.size() == 1 ? tr("Viewport to screen %1").arg(nameOf(screens.front()))
                                                : tr("Viewport to another screen"));
    m_action->setVisible(m_cells->active()->stack()->count() > 0);
    for (const auto &away : m_away) {
        const auto &series = m_cells->at(away.index).stack->series();
        away.window->setIdentity(series.instances.empty() ? std::nullopt : m_identity(series));
    }
}

/// Nothing of a patient stays on any screen when another one's visit is shown, or the session is locked.
void ViewportScreens::followPage()
{
    for (const auto &away : m_away) {
        const bool isWanted = m_page->isVisible();
        if (!away.window || away.window->isVisible() == isWanted)
            continue;
        const QPointer<QWidget> active = QApplication::activeWindow();
        away.window->setVisible(isWanted);
        if (isWanted && active)
            active->activateWindow(); // not every desktop lets a window come without the focus
    }
}

/// A viewport that is no longer in the layout has nowhere to come back to.
void ViewportScreens::followGrid()
{
    const auto all = m_away;
    for (const auto &away : all) {
        if (away.index >= m_cells->grid()->count())
            bringBack(away.index);
    }
    follow();
}

void ViewportScreens::loseScreen(const QScreen *screen)
{
    auto left = QGuiApplication::screens();
    left.removeIf([screen](const QScreen *each) { return each == screen; });
    const auto all = m_away;
    for (const auto &away : all) {
        if (left.size() > 1 && away.window->ownScreen() != screen)
            continue;
        bringBack(away.index);
        m_cells->at(away.index).viewport->say(tr("Its screen is gone: the viewport is here again"));
    }
    follow();
}

void ViewportScreens::rememberScreen(const QScreen *screen)
{
    if (screen && m_memory.remember(screenNames(), nameOf(screen)))
        Q_EMIT remembered();
}

bool ViewportScreens::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_page && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
        followPage();
    return QObject::eventFilter(watched, event);
}

} // namespace simiao::viewer
