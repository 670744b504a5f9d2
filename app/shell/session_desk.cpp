#include "shell/session_desk.h"

#include "core/log.h"
#include "shell/command_registry.h"
#include "shell/interface_language.h"
#include "shell/panel_windows.h"

#include <QCoroTask>

namespace simiao::shell {

namespace {

workflow::Context contextOf(const Workstation &workstation, workflow::Session session)
{
    auto context = workstation.context;
    context.session = std::move(session);
    return context;
}

} // namespace

SessionDesk::SessionDesk(const Workstation &workstation,
                         workflow::Session session,
                         workflow::DraftJournal *drafts,
                         CommandRegistry *commands,
                         const InterfaceLanguage *language,
                         QObject *parent)
    : Desk(parent)
    , m_workstation(workstation)
    , m_context(contextOf(workstation, std::move(session)))
    , m_drafts(drafts)
    , m_commands(commands)
    , m_language(language)
    , m_settings(workstation.reference->settings, {})
{
    connect(language, &InterfaceLanguage::changed, this, &Desk::languageChanged);
    connect(m_context.store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (workflow::touches<administration::Setting>(receipt))
                    readSettings();
            });
    readSettings();
    // Whoever works here will look at pictures: not at the first one.
    if (m_workstation.images)
        m_workstation.images->prepare();
}

void SessionDesk::readSettings()
{
    QCoro::connect(workflow::settingRows(m_context), this,
                   [this](const Result<std::vector<administration::Setting>> &rows) {
                       if (!rows)
                           return log::error(rows.error());
                       const workflow::Settings settings(reference().settings, *rows);
                       if (settings == m_settings)
                           return;
                       m_settings = settings;
                       Q_EMIT settingsChanged();
                   });
}

Result<void> SessionDesk::setPluginEnabled(const QString &id, bool isEnabled)
{
    return m_workstation.switches->setEnabled(id, isEnabled);
}

std::shared_ptr<workflow::TerminologyService> SessionDesk::terminology() const
{
    return m_workstation.terminology;
}

QLocale SessionDesk::locale() const
{
    return m_language->locale();
}

std::vector<sdk::Panel> SessionDesk::visitPanels(const QString &point, sdk::Visit *visit, QWidget *parent)
{
    std::vector<sdk::Panel> panels;
    for (auto &[extension, plugin] : m_workstation.plugins->extensionsAt(point, session().roles)) {
        auto *widget = m_workstation.plugins->makeVisitPanel(extension.component, visit, parent);
        if (widget && m_panelWindows && !extension.screen.isEmpty())
            widget = m_panelWindows->placeFor(extension, visit, widget, parent);
        if (widget)
            panels.push_back({extension, widget});
    }
    return panels;
}

void SessionDesk::showPatient(const std::optional<sdk::BannerPatient> &patient)
{
    Q_EMIT patientShown(patient);
}

void SessionDesk::addCommand(const QString &id, QAction *action, const LocalText &names)
{
    m_commands->add(id, action, names);
}

void SessionDesk::showError(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled) // the person's own wish
        return;
    log::error(error);
    Q_EMIT failed(error);
}

} // namespace simiao::shell
