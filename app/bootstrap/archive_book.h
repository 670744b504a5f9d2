#pragma once

#include "workflow/ports/archive_setup.h"

#include <QStringList>

#include <functional>

namespace simiao::bootstrap {

/// Archives, worklists and film printers as the administrator keeps them, in a file of the profile beside config.toml that only this class
/// writes: what stands there wins over the site file and config.toml.
class ArchiveBook : public workflow::ArchiveSetup, public std::enable_shared_from_this<ArchiveBook>
{
public:
    /// The settings as they are now; reads files.
    using Reread = std::function<Result<Config>()>;

    /// \param links  as the back-ends opened them
    ArchiveBook(Config config,
                std::vector<std::shared_ptr<workflow::ArchiveProtocol>> protocols,
                QString file,
                Reread reread,
                workflow::ArchiveLinks links);

    std::vector<workflow::ArchiveEntry> entries() const override;
    std::optional<workflow::ArchiveFault> fault(const workflow::ArchiveEntry &entry) const override;
    Task<Result<workflow::ArchiveProof>> probe(workflow::ArchiveEntry entry,
                                               std::optional<workflow::ArchiveEntry> own,
                                               std::stop_token stop) override;
    Task<Result<void>> store(std::vector<workflow::ArchiveEntry> entries) override;
    std::vector<std::shared_ptr<workflow::ImageArchive>> archives() const override
    {
        return m_links.archives;
    }
    std::vector<std::shared_ptr<workflow::ModalityWorklist>> worklists() const override
    {
        return m_links.worklists;
    }
    std::vector<std::shared_ptr<workflow::FilmPrinter>> filmPrinters() const override
    {
        return m_links.filmPrinters;
    }

private:
    const workflow::ArchiveProtocol *protocolOf(workflow::ArchiveKind kind) const;
    QMap<QString, QStringList> settingsOf(const std::vector<workflow::ArchiveEntry> &entries) const;
    void connectAgain();

    Config m_config;
    std::vector<std::shared_ptr<workflow::ArchiveProtocol>> m_protocols;
    QString m_file;
    Reread m_reread;
    workflow::ArchiveLinks m_links;
};

/// `archives.toml` beside the settings of a profile.
QString archivesFileOf(const QString &configFile);

/// TOML that Config::readToml() reads as these settings: one line a key.
QByteArray writtenSettings(const QMap<QString, QStringList> &settings, const QStringList &lists);

} // namespace simiao::bootstrap
