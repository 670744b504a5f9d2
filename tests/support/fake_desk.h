#pragma once

#include "sdk/desk.h"
#include "support/memory_store.h"
#include "support/patience.h"
#include "support/world.h"

#include <QMap>

#include <functional>

namespace simiao::test {

/// Keeps drafts in memory; `flush` succeeds at once unless told to fail.
class MemoryDrafts : public workflow::DraftJournal
{
public:
    void record(workflow::DraftEntry entry) override;
    void discard(Uuid draft) override;
    Task<Result<void>> flush() override;
    std::vector<workflow::DraftEntry> entriesOf(Uuid draft) const override;
    std::vector<Uuid> drafts() const override;

    /// What the next flushes answer; empty: success.
    std::optional<Error> failure;

private:
    std::vector<workflow::DraftEntry> m_entries; ///< in the order of their first record
};

/// A session for tests of pages and panels: a small hospital in memory, and what the page told the shell.
class FakeDesk : public sdk::Desk
{
    Q_OBJECT

public:
    using PanelMaker =
        std::function<std::vector<sdk::Panel>(const QString &point, sdk::Visit *visit, QWidget *parent)>;

    explicit FakeDesk(QObject *parent = nullptr);
    ~FakeDesk() override;

    std::shared_ptr<MemoryStore> store() const { return m_store; }
    World &world() { return m_world; }
    MemoryDrafts &memoryDrafts() { return m_drafts; }

    // What the page is given; set before it is made.
    workflow::ReferenceData referenceData;
    std::shared_ptr<workflow::TerminologyService> terminologyService;
    std::shared_ptr<workflow::ImageSource> imageSource;
    std::vector<std::shared_ptr<workflow::ImageArchive>> imageArchives;
    std::vector<std::shared_ptr<workflow::ModalityWorklist>> worklistServers;
    std::shared_ptr<workflow::ArchiveSetup> setup;
    std::shared_ptr<workflow::ReceivedImages> received;
    std::shared_ptr<workflow::ImagingObjects> objects;
    QLocale language{QLocale::English};
    workflow::Settings choices;
    std::vector<sdk::PluginStatus> pluginStatus;
    sdk::ProfileKind kind = sdk::ProfileKind::Real;
    PanelMaker panels;

    // What the page said.
    std::optional<sdk::BannerPatient> patient;
    const sdk::Visit *shownVisit = nullptr;
    QMap<QString, QAction *> commands;
    QList<Error> errors;
    QStringList done;
    QMap<QString, sdk::Notification> notifications;
    QStringList disabledPlugins;

    /// The error the page showed last; empty code when none.
    QString lastErrorCode() const { return errors.isEmpty() ? QString() : errors.last().code; }
    /// Changes the language and says so.
    void speak(const QLocale &locale);

    workflow::Context context() const override { return m_world.context; }
    const workflow::ReferenceData &reference() const override { return referenceData; }
    const workflow::Settings &settings() const override { return choices; }
    QString resourceFolder() const override { return qEnvironmentVariable("SIMIAO_RESOURCES"); }
    std::vector<sdk::PluginStatus> plugins() const override { return pluginStatus; }
    Result<void> setPluginEnabled(const QString &id, bool isEnabled) override;
    std::shared_ptr<workflow::StoreMaintenance> maintenance() const override { return nullptr; }
    std::shared_ptr<workflow::TerminologyService> terminology() const override { return terminologyService; }
    std::shared_ptr<workflow::ImageSource> images() const override { return imageSource; }
    std::vector<std::shared_ptr<workflow::ImageArchive>> archives() const override { return imageArchives; }
    std::vector<std::shared_ptr<workflow::ModalityWorklist>> worklists() const override
    {
        return worklistServers;
    }
    std::shared_ptr<workflow::ArchiveSetup> archiveSetup() const override { return setup; }
    std::shared_ptr<workflow::ReceivedImages> receivedImages() const override { return received; }
    std::shared_ptr<workflow::ImagingObjects> imagingObjects() const override { return objects; }
    workflow::DraftJournal *drafts() const override { return &m_drafts; }
    QLocale locale() const override { return language; }
    std::vector<sdk::Panel> visitPanels(const QString &point, sdk::Visit *visit, QWidget *parent) override;
    void showPatient(const std::optional<sdk::BannerPatient> &shown) override { patient = shown; }
    void addCommand(const QString &id, QAction *action, const LocalText & = {}) override
    {
        commands.insert(id, action);
    }
    void showError(const Error &error) override { errors.append(error); }
    void showDone(const QString &text) override { done.append(text); }
    sdk::ProfileKind profileKind() const override { return kind; }
    void showVisit(sdk::Visit *shown) override { shownVisit = shown; }
    void postNotification(const sdk::Notification &posted) override
    {
        notifications.insert(posted.id, posted);
    }
    void withdrawNotification(const QString &id) override { notifications.remove(id); }

private:
    std::shared_ptr<MemoryStore> m_store = std::make_shared<MemoryStore>();
    World m_world;
    mutable MemoryDrafts m_drafts;
};

} // namespace simiao::test
