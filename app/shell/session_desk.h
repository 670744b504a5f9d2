#pragma once

#include "sdk/desk.h"
#include "shell/workstation.h"

namespace simiao::shell {

class CommandRegistry;
class InterfaceLanguage;

/// The desk of one log-in, as plugins see it. What they ask to be shown it passes on as signals.
class SessionDesk : public sdk::Desk
{
    Q_OBJECT

public:
    /// What it works on; all outlive it. \param session  who logged in
    SessionDesk(const Workstation &workstation,
                workflow::Session session,
                workflow::DraftJournal *drafts,
                CommandRegistry *commands,
                const InterfaceLanguage *language,
                QObject *parent = nullptr);

    const workflow::Session &session() const { return m_context.session; }

    workflow::Context context() const override { return m_context; }
    const workflow::ReferenceData &reference() const override { return *m_workstation.reference; }
    const workflow::Settings &settings() const override { return m_settings; }
    std::vector<sdk::PluginStatus> plugins() const override { return m_workstation.plugins->status(); }
    Result<void> setPluginEnabled(const QString &id, bool isEnabled) override;
    std::shared_ptr<workflow::StoreMaintenance> maintenance() const override
    {
        return m_workstation.maintenance;
    }
    std::shared_ptr<workflow::TerminologyService> terminology() const override;
    std::shared_ptr<workflow::ImageSource> images() const override { return m_workstation.images; }
    workflow::DraftJournal *drafts() const override { return m_drafts; }
    QLocale locale() const override;
    std::vector<sdk::Panel> visitPanels(const QString &point, sdk::Visit *visit, QWidget *parent) override;
    void showPatient(const std::optional<sdk::BannerPatient> &patient) override;
    void addCommand(const QString &id, QAction *action) override;
    void showError(const Error &error) override;
    void showDone(const QString &text) override { Q_EMIT done(text); }

Q_SIGNALS:
    void patientShown(const std::optional<simiao::sdk::BannerPatient> &patient);
    void failed(const simiao::Error &error);
    void done(const QString &text);

private:
    void readSettings();

    const Workstation &m_workstation;
    workflow::Context m_context;
    workflow::DraftJournal *m_drafts;
    CommandRegistry *m_commands;
    const InterfaceLanguage *m_language;
    workflow::Settings m_settings;
};

} // namespace simiao::shell
