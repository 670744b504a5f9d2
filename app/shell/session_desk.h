#pragma once

#include "sdk/desk.h"
#include "shell/workstation.h"

namespace simiao::shell {

class CommandRegistry;
class InterfaceLanguage;
class PanelWindows;

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
    /// Where panels may stand besides their page. \param windows  not owned; null: nowhere
    void setPanelWindows(PanelWindows *windows) { m_panelWindows = windows; }

    workflow::Context context() const override { return m_context; }
    const workflow::ReferenceData &reference() const override { return *m_workstation.reference; }
    const workflow::Settings &settings() const override { return m_settings; }
    QString resourceFolder() const override { return m_workstation.resources; }
    std::vector<sdk::PluginStatus> plugins() const override { return m_workstation.plugins->status(); }
    Result<void> setPluginEnabled(const QString &id, bool isEnabled) override;
    std::shared_ptr<workflow::StoreMaintenance> maintenance() const override
    {
        return m_workstation.maintenance;
    }
    std::shared_ptr<workflow::TerminologyService> terminology() const override;
    std::shared_ptr<workflow::ImageSource> images() const override { return m_workstation.images; }
    std::vector<std::shared_ptr<workflow::ImageArchive>> archives() const override
    {
        return m_workstation.archiveSetup ? m_workstation.archiveSetup->archives()
                                          : std::vector<std::shared_ptr<workflow::ImageArchive>>();
    }
    std::vector<std::shared_ptr<workflow::ModalityWorklist>> worklists() const override
    {
        return m_workstation.archiveSetup ? m_workstation.archiveSetup->worklists()
                                          : std::vector<std::shared_ptr<workflow::ModalityWorklist>>();
    }
    std::shared_ptr<workflow::ArchiveSetup> archiveSetup() const override
    {
        return m_workstation.archiveSetup;
    }
    std::shared_ptr<workflow::ReceivedImages> receivedImages() const override
    {
        return m_workstation.receivedImages;
    }
    std::shared_ptr<workflow::ImagingObjects> imagingObjects() const override
    {
        return m_workstation.imagingObjects;
    }
    workflow::DraftJournal *drafts() const override { return m_drafts; }
    QLocale locale() const override;
    std::vector<sdk::Panel> visitPanels(const QString &point, sdk::Visit *visit, QWidget *parent) override;
    void showPatient(const std::optional<sdk::BannerPatient> &patient) override;
    void addCommand(const QString &id, QAction *action, const LocalText &names = {}) override;
    void showError(const Error &error) override;
    void showDone(const QString &text) override { Q_EMIT done(text); }
    sdk::ProfileKind profileKind() const override { return m_workstation.profileKind; }
    void showVisit(sdk::Visit *visit) override { Q_EMIT visitShown(visit); }
    void postNotification(const sdk::Notification &notification) override { Q_EMIT posted(notification); }
    void withdrawNotification(const QString &id) override { Q_EMIT withdrawn(id); }

Q_SIGNALS:
    void patientShown(const std::optional<simiao::sdk::BannerPatient> &patient);
    void failed(const simiao::Error &error);
    void done(const QString &text);
    void visitShown(const simiao::sdk::Visit *visit);
    void posted(const simiao::sdk::Notification &notification);
    void withdrawn(const QString &id);

private:
    void readSettings();

    const Workstation &m_workstation;
    workflow::Context m_context;
    workflow::DraftJournal *m_drafts;
    CommandRegistry *m_commands;
    const InterfaceLanguage *m_language;
    workflow::Settings m_settings;
    PanelWindows *m_panelWindows = nullptr;
};

} // namespace simiao::shell
