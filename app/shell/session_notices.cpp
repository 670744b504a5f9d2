#include "shell/session_notices.h"

#include "core/log.h"
#include "sdk/clock_words.h"
#include "shell/display_windows.h"
#include "shell/session_desk.h"
#include "workflow/ports/desk_clock.h"
#include "workflow/ports/kept_draft.h"
#include "workflow/ports/read_only.h"

#include <QCoroTask>

#include <algorithm>

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kAgain = std::chrono::hours(1);

/// Whether it was left out because something is wrong with it, and not by somebody's wish.
bool isAmiss(const sdk::PluginStatus &plugin)
{
    return plugin.state == sdk::PluginState::Refused && plugin.reason != "plugin.disabled"_L1;
}

QString nameOf(const sdk::PluginStatus &plugin, const QString &language)
{
    const auto title = plugin.title.in(language);
    return title.isEmpty() ? plugin.id : title;
}

} // namespace

SessionNotices::SessionNotices(const Workstation &workstation,
                               SessionDesk *desk,
                               const drafts::FileDraftJournal *journal,
                               QObject *parent)
    : QObject(parent)
    , m_workstation(workstation)
    , m_desk(desk)
    , m_journal(journal)
{
    connect(desk, &sdk::Desk::languageChanged, this, &SessionNotices::tellAll);
    connect(desk, &sdk::Desk::settingsChanged, this, &SessionNotices::askForBackup);
    connect(&m_hourly, &QTimer::timeout, this, [this] {
        tellDrafts(); // the day may have changed
        tellDecoder();
        askForBackup();
    });
    m_hourly.start(kAgain);
    if (const auto *clock = workflow::deskClockOf(*workstation.context.store->changes()))
        connect(clock, &workflow::DeskClock::measured, this, &SessionNotices::tellClock);
    if (const auto *readOnly = workflow::readOnlyOf(*workstation.context.store->changes()))
        connect(readOnly, &workflow::ReadOnly::changed, this, &SessionNotices::tellReadOnly);
    watchDisplays();
}

void SessionNotices::tellAll()
{
    tellPlugins();
    tellDecoder();
    tellClock();
    tellReadOnly();
    tellDrafts();
    tellDisplays();
    tellScreen();
    askForBackup();
}

void SessionNotices::tellPlugins()
{
    QStringList names;
    QStringList ids;
    for (const auto &plugin : m_workstation.plugins->status()) {
        if (!isAmiss(plugin))
            continue;
        names.append(nameOf(plugin, m_desk->locale().name()));
        ids.append(plugin.id + u':' + plugin.reason);
    }
    if (names.isEmpty())
        return;
    m_desk->postNotification(
        {u"shell.plugins"_s, ui::Severity::Warn,
         tr("Plugins that stay out of this start: %1. Everything else works.").arg(names.join(u", "_s)),
         u"shell.about"_s, ids.join(u' ')});
}

/// Where images are decoded without protection a damaged one may end the program: whoever works here is to know. What it lacks is
/// known for certain once the first image was decoded, so that it is asked again.
void SessionNotices::tellDecoder()
{
    const auto lacking = m_workstation.images ? m_workstation.images->impairment() : std::nullopt;
    if (!lacking)
        return m_desk->withdrawNotification(u"shell.decoder"_s);
    m_desk->postNotification(
        {u"shell.decoder"_s, ui::Severity::Warn, sdk::errorText(*lacking), {}, lacking->code});
}

/// What is written bears this computer's time.
void SessionNotices::tellClock()
{
    const auto *clock = workflow::deskClockOf(*m_workstation.context.store->changes());
    if (!clock || !clock->isWrong())
        return m_desk->withdrawNotification(u"shell.clock"_s);
    const QString amount = sdk::ClockWords::length(std::chrono::abs(*clock->ahead()));
    const bool isAhead = clock->ahead()->count() > 0;
    m_desk->postNotification(
        {u"shell.clock"_s,
         ui::Severity::Warn,
         (isAhead
              ? tr("This computer's clock is %1 ahead of the server's, and so are the times on what is "
                   "written "
                   "here. Have the administrator set the clock, best by a time service.")
              : tr("This computer's clock is %1 behind the server's, and so are the times on what is written "
                   "here. Have the administrator set the clock, best by a time service."))
             .arg(amount),
         {},
         QString::number(isAhead) + amount});
}

void SessionNotices::tellReadOnly()
{
    const auto *readOnly = workflow::readOnlyOf(*m_workstation.context.store->changes());
    if (!readOnly || !readOnly->reason())
        return m_desk->withdrawNotification(u"shell.read-only"_s);
    m_desk->postNotification({u"shell.read-only"_s,
                              ui::Severity::Warn,
                              sdk::errorText(*readOnly->reason()),
                              {},
                              readOnly->reason()->detail});
}

void SessionNotices::tellDrafts()
{
    const auto &clock = *m_workstation.context.clock;
    QStringList earlier;
    for (const auto &draft : m_journal->drafts()) {
        const auto typed = m_journal->lastTyped(draft);
        const bool isEarlier = typed && clock.dayOf(*typed) < clock.today();
        if (isEarlier && !workflow::isKeptOnly(m_journal->entriesOf(draft)))
            earlier.append(draft.toString());
    }
    if (earlier.isEmpty())
        return m_desk->withdrawNotification(u"shell.drafts"_s);
    m_desk->postNotification({u"shell.drafts"_s, ui::Severity::Warn,
                              tr("Drafts of an earlier day that are not signed: %1.").arg(earlier.size()),
                              u"consult.drafts"_s, earlier.join(u' ')});
}

/// The business of whoever looks after the database; practice has none that is worth a copy.
void SessionNotices::askForBackup()
{
    const auto &roles = m_desk->session().roles;
    if (!m_workstation.lastBackup || m_workstation.profileKind != sdk::ProfileKind::Real
        || !m_workstation.context.policy->isGranted(roles, u"database.maintain"_s))
        return;
    QCoro::connect(m_workstation.lastBackup(), this, [this](const Result<std::optional<Instant>> &last) {
        if (!last)
            return log::error(last.error());
        tellBackup(*last);
    });
}

void SessionNotices::tellBackup(std::optional<Instant> last)
{
    const auto limit = m_desk->settings().number(u"backup.overdue-days"_s);
    const auto &clock = *m_workstation.context.clock;
    const qint64 age = last ? clock.dayOf(*last).day.daysTo(clock.today().day) : 0;
    if (limit <= 0 || (last && age <= limit))
        return m_desk->withdrawNotification(sdk::kBackupOverdue);
    m_desk->postNotification(
        {sdk::kBackupOverdue, ui::Severity::Warn,
         last ? tr("The last copy of the database is %1 days old. Make one, and keep it on another machine.")
                    .arg(age)
              : tr("No copy of the database has been made yet. Make one, and keep it on another machine."),
         u"shell.desk.admin"_s, clock.today().toIso()});
}

void SessionNotices::watchDisplays()
{
    const auto *displays = m_workstation.displays;
    if (!displays || !m_workstation.context.policy->isGranted(m_desk->session().roles, u"queue.read"_s))
        return;
    connect(displays, &DisplayWindows::closed, this, [this](const QString &name) {
        m_closedDisplays.insert(name, m_workstation.context.clock->now());
        tellDisplays();
    });
    connect(displays, &DisplayWindows::opened, this, [this](const QString &name) {
        m_closedDisplays.remove(name);
        m_desk->withdrawNotification(u"shell.display."_s + name);
    });
}

void SessionNotices::tellDisplays()
{
    for (const auto &[name, when] : m_closedDisplays.asKeyValueRange())
        m_desk->postNotification({u"shell.display."_s + name, ui::Severity::Note,
                                  tr("The display \"%1\" was closed.").arg(name), u"shell.display."_s + name,
                                  when.toIso()});
}

void SessionNotices::tellScreenLost(const QStringList &titles)
{
    m_lostPanels = titles;
    m_lostAt = m_workstation.context.clock->now();
    tellScreen();
}

void SessionNotices::tellScreen()
{
    if (m_lostPanels.isEmpty())
        return;
    m_desk->postNotification({u"shell.screen"_s,
                              ui::Severity::Warn,
                              tr("A screen is gone. Back on their page, with everything in them: %1.")
                                  .arg(m_lostPanels.join(u", "_s)),
                              {},
                              m_lostAt.toIso()});
}

} // namespace simiao::shell
