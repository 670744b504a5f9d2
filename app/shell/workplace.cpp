#include "shell/workplace.h"

#include "sdk/banner_summary.h"
#include "sdk/visit.h"
#include "shell/about_plugins.h"
#include "shell/bell_button.h"
#include "shell/command_palette.h"
#include "shell/command_registry.h"
#include "shell/desk_switch.h"
#include "shell/display_windows.h"
#include "shell/draft_damage.h"
#include "shell/help_page.h"
#include "shell/interface_language.h"
#include "shell/key_priority.h"
#include "shell/message_line.h"
#include "shell/missing_page.h"
#include "shell/notification_panel.h"
#include "shell/notification_toast.h"
#include "shell/observed_drafts.h"
#include "shell/page_room.h"
#include "shell/panel_windows.h"
#include "shell/reference_watch.h"
#include "shell/reset_page.h"
#include "shell/session_desk.h"
#include "shell/session_notices.h"
#include "shell/shell_actions.h"
#include "shell/top_bar.h"
#include "shell/unanswered_watch.h"
#include "ui/widgets/patient_banner.h"
#include "ui/widgets/text_label.h"
#include "workflow/ports/read_only.h"
#include "workflow/ports/store.h"

#include <QApplication>
#include <QCoroTask>
#include <QDateTime>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::shell {

namespace {

constexpr int kMinuteMs = 60'000;

QDateTime localTime(const Clock &clock, Instant instant)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(instant.microseconds / 1000, Qt::UTC);
    return time.toTimeZone(clock.zone());
}

bool isChinese(QChar letter)
{
    return letter.script() == QChar::Script_Han;
}

/// A title is one text in the hospital's language; where that is not the screen's, the roles say what somebody is.
QString nameAndTitle(const workflow::Context &context, const QString &language)
{
    const auto &session = context.session;
    const QString name = LocalText{session.nameEn, session.name}.in(language);
    const bool isForeign =
        !language.startsWith(QLatin1StringView("zh")) && std::ranges::any_of(session.title, isChinese);
    if (!isForeign)
        return name + QLatin1Char(' ') + session.title;
    QStringList roles;
    for (const auto &role : context.policy->roles()) {
        if (session.roles.contains(role.code))
            roles.append(role.title.in(language));
    }
    const QString what = roles.join(QStringLiteral(" / "));
    return what.isEmpty() || what == name ? name : name + QStringLiteral(", ") + what;
}

} // namespace

Workplace::Workplace(const Ground &ground,
                     workflow::Session session,
                     std::unique_ptr<drafts::FileDraftJournal> journal,
                     QWidget *parent)
    : QWidget(parent)
    , m_workstation(ground.workstation)
    , m_language(ground.language)
    , m_actions(ground.actions)
    , m_layout(ground.memory, session.account.uuid.toString())
    , m_commands(new CommandRegistry(this))
    , m_panels(new PanelWindows(ground.memory,
                                session.account.uuid.toString(),
                                ground.workstation.profileKind,
                                this))
    , m_notifications(new NotificationList(ground.workstation.context.clock, this))
    , m_bar(new TopBar)
    , m_banner(new ui::PatientBanner)
    , m_nobody(new ui::TextLabel({}, ui::Type::Base, ui::TextLabel::Ink::Secondary))
    , m_pages(new QStackedWidget)
    , m_message(new MessageLine(this))
{
    watch(journal.get());
    const auto *drafts = journal.get();
    m_drafts = new ObservedDrafts(std::move(journal), this);
    const auto roles = session.roles;
    m_desk = new SessionDesk(m_workstation, std::move(session), m_drafts, m_commands, &m_language, this);
    m_desk->setPanelWindows(m_panels);
    m_notices = new SessionNotices(m_workstation, m_desk, drafts, this);
    m_desks = new DeskSwitch(
        desksFor(roles, *m_workstation.context.policy, *m_workstation.plugins),
        [this](const DeskEntry &desk) { return makePage(desk); }, m_pages, &m_language, this);
    m_unanswered = new UnansweredWatch(m_desk, m_desks, m_bar->unanswered(), this);
    m_patients.resize(std::size_t(m_desks->count()));
    m_visits.resize(std::size_t(m_desks->count()));
    m_palette = new CommandPalette(new CommandDirectory(m_commands, &m_language, this), this);
    m_toast = new NotificationToast(m_bar);
    m_notificationPanel = new NotificationPanel(
        m_notifications, m_workstation.context.clock,
        [this](const QString &command) { return m_commands->reachable(command); }, this);
    applySettings();
    layOut();
    makeMenus();
    connectDesk();
    connectNotifications();
    connectPanels();
    translate();
    loadDepartment();
}

Workplace::~Workplace()
{
    for (const auto *page : m_desks->pages())
        m_layout.saveSplitters(page);
    delete m_pages; // pages go before the desk they use
}

void Workplace::start()
{
    m_desks->open(0);
    m_notices->tellAll();
}

void Workplace::layOut()
{
    m_banner->setObjectName(QStringLiteral("shell.banner"));
    auto *banner = new QHBoxLayout(m_banner);
    banner->addWidget(m_nobody);
    m_message->setAnchor(m_banner);
    auto *forMessage = new QWidget;
    forMessage->setFixedHeight(0);
    m_message->setRoom(forMessage);
    m_notificationPanel->setAnchor(m_banner);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_banner);
    column->addWidget(forMessage);
    column->addWidget(m_pages, 1);
}

void Workplace::makeMenus()
{
    m_desks->offer(m_commands, this);
    m_actions.offer(m_commands, this);
    m_panels->offer(m_commands, this);
    m_unanswered->offer(m_commands, this);
    new KeyPriority(this);
    auto *desks = new QMenu(this);
    m_desks->fill(desks);
    offerDisplays(desks);
    m_bar->setDeskMenu(desks);
    auto *person = new QMenu(this);
    m_actions.fill(person);
    m_bar->setPersonMenu(person);
    m_bar->setPaletteAction(m_actions.palette());
    m_bar->bell()->setAction(m_actions.notifications());
    connect(m_bar, &TopBar::paletteRequested, m_palette, &CommandPalette::open);
    onAction(m_actions.palette(), [this] { m_palette->open(); });
    onAction(m_actions.about(), [this] { showAbout(); });
    onAction(m_actions.help(), [this] { showHelp(); });
    onAction(m_actions.notifications(), [this] { m_notificationPanel->toggle(); });
    onAction(m_actions.trainingReset(), [this] { askForReset(); });
    connect(m_commands, &CommandRegistry::triggered, m_message, &MessageLine::actBegan);
}

/// The actions are shared by all who work at this computer; the one who is on the screen is meant.
void Workplace::onAction(const QAction *action, const std::function<void()> &act)
{
    connect(action, &QAction::triggered, this, [this, act] {
        if (isVisible())
            act();
    });
}

/// What hangs in the waiting room is the business of those who may read the queue.
void Workplace::offerDisplays(QMenu *menu)
{
    auto *displays = m_workstation.displays;
    if (!displays
        || !m_workstation.context.policy->isGranted(m_desk->session().roles, QStringLiteral("queue.read")))
        return;
    displays->offer(m_commands, this);
    displays->fill(menu);
    connect(displays, &DisplayWindows::failed, this, [this](const Error &error) {
        if (isVisible()) // not who waits behind the log-in page
            m_desk->showError(error);
    });
}

void Workplace::connectDesk()
{
    connect(m_desk, &SessionDesk::patientShown, this,
            [this](const std::optional<sdk::BannerPatient> &patient) {
                m_patients.at(std::size_t(m_desks->current())) = patient;
                showPatient();
            });
    connect(m_desk, &SessionDesk::failed, this,
            [this](const Error &error) { m_message->showError(sdk::errorText(error)); });
    connect(m_desk, &sdk::Desk::settingsChanged, this, &Workplace::applySettings);
    connect(m_desk, &SessionDesk::done, m_message, &MessageLine::showDone);
    connect(m_unanswered, &UnansweredWatch::chartMissing, m_message, &MessageLine::showDone);
    connect(m_unanswered, &UnansweredWatch::allAnswered, this, [this] {
        const auto notKnown = sdk::errorText({ErrorKind::Unavailable, QStringLiteral("store.unknown"), {}});
        if (m_message->isError() && m_message->text() == notKnown)
            m_message->dismiss();
    });
    connect(m_desks, &DeskSwitch::opened, this, &Workplace::showPatient);
    connect(m_desks, &DeskSwitch::opened, this, &Workplace::showDesk);
    connect(m_desks, &DeskSwitch::retitled, this, &Workplace::showDesk);
    connect(m_drafts, &ObservedDrafts::countChanged, this, &Workplace::showDrafts);
    if (m_workstation.storeLink)
        connect(m_workstation.storeLink.get(), &workflow::StoreLink::changed, this, &Workplace::showLink);
    if (const auto *readOnly = workflow::readOnlyOf(*m_workstation.context.store->changes()))
        connect(readOnly, &workflow::ReadOnly::changed, this, &Workplace::showLink);
    connect(&m_minute, &QTimer::timeout, this, &Workplace::showTime);
    if (m_workstation.live)
        new ReferenceWatch(m_workstation.live, m_desk);
}

void Workplace::connectNotifications()
{
    connect(m_desk, &SessionDesk::posted, m_notifications, &NotificationList::post);
    connect(m_desk, &SessionDesk::withdrawn, m_notifications, &NotificationList::withdraw);
    connect(m_notifications, &NotificationList::changed, this, &Workplace::showNotifications);
    connect(m_notifications, &NotificationList::gone, m_toast, &NotificationToast::take);
    connect(m_notifications, &NotificationList::arrived, this, [this](const sdk::Notification &notification) {
        if (isVisible()) // else the bell says it when the person is back
            m_toast->tell(notification);
    });
    connect(m_toast, &NotificationToast::pressed, m_actions.notifications(), &QAction::trigger);
    connect(m_drafts, &ObservedDrafts::countChanged, m_notices, &SessionNotices::tellDrafts);
}

void Workplace::connectPanels()
{
    connect(m_desk, &SessionDesk::visitShown, this, [this](const sdk::Visit *visit) {
        m_visits.at(std::size_t(m_desks->current())) = visit;
        showPatient();
    });
    connect(m_panels, &PanelWindows::failed, m_desk, &SessionDesk::showError);
    connect(m_panels, &PanelWindows::screenLost, m_notices, &SessionNotices::tellScreenLost);
    connect(m_panels, &PanelWindows::withheld, this, [this](const QString &title) {
        m_desk->showError({ErrorKind::Forbidden, QStringLiteral("panel.withheld"), title});
    });
}

void Workplace::applySettings()
{
    m_commands->setKeyMap(
        loadKeyMap(m_workstation.resources, m_desk->settings().text(QStringLiteral("ui.key-map"))));
    Q_EMIT settingsApplied();
}

void Workplace::watch(drafts::FileDraftJournal *journal)
{
    connect(journal, &drafts::FileDraftJournal::writeFailed, this, [this](const QString &reason) {
        m_isDurable = false;
        showDrafts();
        m_desk->showError({ErrorKind::Unavailable, QStringLiteral("draft.write"), reason});
    });
    connect(journal, &drafts::FileDraftJournal::writeRecovered, this, [this] {
        m_isDurable = true;
        showDrafts();
        m_message->showDone(tr("What you typed is on the disk again."));
    });
    if (const auto damage = describe(journal->damage()))
        QMetaObject::invokeMethod(this, [this, damage] { m_desk->showError(*damage); }, Qt::QueuedConnection);
}

QWidget *Workplace::makePage(const DeskEntry &desk)
{
    auto *page = desk.component.isEmpty()
        ? nullptr
        : m_workstation.plugins->makeDeskPage(desk.component, m_desk, m_pages);
    if (page) {
        m_layout.restoreSplitters(page);
        return new PageRoom(page, m_pages);
    }
    auto *missing = new MissingPage(desk, m_pages);
    connect(missing, &MissingPage::aboutRequested, this, &Workplace::showAbout);
    return missing;
}

template <typename Page>
void Workplace::showOver(Page *page)
{
    m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
    page->activateWindow(); // what was asked about may stand on another screen
    page->setFocus(Qt::OtherFocusReason);
    connect(page, &Page::closed, this, [this] { m_desks->open(m_desks->current()); });
    connect(m_pages, &QStackedWidget::currentChanged, page, &QObject::deleteLater);
}

void Workplace::showAbout()
{
    if (!qobject_cast<AboutPlugins *>(m_pages->currentWidget()))
        showOver(new AboutPlugins(m_workstation.plugins->status(), m_commands->clashes(),
                                  m_workstation.profileKind));
}

void Workplace::showHelp()
{
    if (qobject_cast<HelpPage *>(m_pages->currentWidget()))
        return;
    const QString folder = m_workstation.resources + QStringLiteral("/help");
    const QPointer<QWidget> focus = QApplication::focusWidget() ? QApplication::focusWidget() : focusWidget();
    const auto place = HelpLibrary(folder, m_language.code()).pageFor(namesAround(focus));
    auto *page = new HelpPage(folder, place);
    showOver(page);
    connect(page, &HelpPage::closed, this, [focus] {
        if (!focus)
            return;
        focus->setFocus(Qt::OtherFocusReason);
        focus->activateWindow();
    });
}

void Workplace::askForReset()
{
    if (qobject_cast<ResetPage *>(m_pages->currentWidget()))
        return;
    auto *page = new ResetPage;
    showOver(page);
    connect(page, &ResetPage::accepted, this, &Workplace::resetConfirmed);
}

void Workplace::loadDepartment()
{
    const auto department = m_desk->session().department;
    if (!department)
        return;
    auto loading = workflow::load(m_workstation.context.store, *department);
    QCoro::connect(std::move(loading), this, [this](const Result<administration::Organization> &loaded) {
        if (loaded)
            m_department = *loaded;
        showPerson();
    });
}

void Workplace::showPatient()
{
    const auto &patient = m_patients.at(std::size_t(m_desks->current()));
    const auto today = m_workstation.context.clock->today();
    const auto summary =
        patient ? sdk::bannerSummary(*patient, m_language.locale(), today) : ui::PatientSummary{};
    m_banner->setPatient(summary);
    m_nobody->setVisible(!patient);
    const sdk::Visit *visit = m_visits.at(std::size_t(m_desks->current()));
    const bool isHers = visit && patient && visit->record().patient.id == patient->patient.id;
    m_panels->showVisit(isHers ? visit : nullptr, summary); // never one patient above another's pictures
}

void Workplace::showNotifications()
{
    const auto shown = m_notifications->shown();
    m_bar->bell()->setCount(int(shown.size()),
                            shown.empty() ? std::nullopt : std::optional(shown.front().what.severity));
}

void Workplace::showDesk()
{
    m_bar->setDesk(m_desks->currentTitle());
}

void Workplace::showDrafts()
{
    m_bar->setDrafts(m_drafts->count(), m_isDurable);
}

void Workplace::showPerson()
{
    const auto &language = m_language.code();
    QStringList words;
    if (m_department)
        words << LocalText{m_department->nameEn, m_department->name}.in(language) << m_department->room;
    words << nameAndTitle(m_desk->context(), language);
    words.removeAll(QString());
    m_bar->setPerson(words.join(QStringLiteral(" · ")).trimmed());
}

void Workplace::showTime()
{
    const auto &clock = *m_workstation.context.clock;
    const auto now = localTime(clock, clock.now());
    m_bar->setTime(now.toString(QStringLiteral("HH:mm")));
    m_minute.start(kMinuteMs - now.time().msecsSinceStartOfDay() % kMinuteMs);
}

/// What is on the screen while the store does not answer is as it was then.
void Workplace::showLink()
{
    const auto lost = m_workstation.storeLink ? m_workstation.storeLink->lostSince() : std::nullopt;
    m_bar->setBackend(m_workstation.backendName,
                      lost ? localTime(*m_workstation.context.clock, *lost).toString(QStringLiteral("HH:mm"))
                           : QString());
    const auto *readOnly = workflow::readOnlyOf(*m_workstation.context.store->changes());
    m_bar->setReadOnly(readOnly && readOnly->reason() ? sdk::errorText(*readOnly->reason()) : QString());
}

void Workplace::translate()
{
    m_nobody->setText(tr("No patient is open."));
    m_panels->translate();
    m_unanswered->translate();
    showLink();
    showDesk();
    showDrafts();
    showPerson();
    showTime();
    if (m_desks->current() >= 0)
        showPatient();
}

void Workplace::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        translate();
}

/// The keys of the program are one person's at a time: whoever worked here meanwhile may have had another map.
void Workplace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_commands->setKeyMap(KeyMap(m_commands->keyMap()));
}

void Workplace::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_message->isVisible())
        m_message->dismiss();
    else
        QWidget::keyPressEvent(event);
}

} // namespace simiao::shell
