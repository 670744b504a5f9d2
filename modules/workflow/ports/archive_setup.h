#pragma once

#include "core/config.h"
#include "workflow/ports/film_printer.h"
#include "workflow/ports/modality_worklist.h"

#include <QMap>

namespace simiao::workflow {

/// What stands in the settings about connections to archives.
enum class ArchiveKind {
    Workstation, ///< this end: one, for all archives that speak DIMSE
    Dimse,
    DicomWeb,
    Worklist,    ///< modality worklist, DIMSE
    FilmPrinter, ///< Basic Grayscale Print Management, DIMSE
};

/// One connection as it is set up, or as somebody is typing it. The fields have the names of the settings (`host`, `title`,
/// `password-file` …); a secret is never among them, only the file that holds it.
struct ArchiveEntry
{
    ArchiveKind kind = ArchiveKind::Dimse;
    QString id = {}; ///< of a web archive in the settings; empty for a new one and the other kinds
    QMap<QString, QString> fields = {};
    bool isPreferred = false; ///< of the archives this one is offered first

    QString text(const QString &field) const { return fields.value(field); }
    /// What people call it.
    QString name() const { return text(QStringLiteral("name")); }

    bool operator==(const ArchiveEntry &) const = default;
};

/// What is wrong with an entry, and in which field.
struct ArchiveFault
{
    QString field;
    Error error;
};

/// What some settings lead to.
struct ArchiveLinks
{
    std::vector<std::shared_ptr<ImageArchive>> archives;
    std::vector<std::shared_ptr<ModalityWorklist>> worklists;
    std::vector<std::shared_ptr<FilmPrinter>> filmPrinters = {};
    std::vector<Error> faults; ///< of what was left out
};

/// What one protocol knows of its settings. \thread any
class ArchiveProtocol
{
public:
    virtual ~ArchiveProtocol() = default;

    virtual std::vector<ArchiveKind> kinds() const = 0;
    /// What these settings name, in their order, also what cannot be used.
    virtual std::vector<ArchiveEntry> entries(const Config &config) const = 0;
    /// The first thing that keeps this entry from being used; nothing: it can be.
    virtual std::optional<ArchiveFault> fault(const ArchiveEntry &entry) const = 0;
    /// The settings that name these entries of its kinds, one value or several a key; others are passed over.
    virtual QMap<QString, QStringList> settings(const std::vector<ArchiveEntry> &entries) const = 0;
    virtual ArchiveLinks connections(const Config &config) const = 0;
};

/// The connections of this workstation, looked at, tried and changed while it runs.
/// \thread calls and results on the caller's thread, the work elsewhere
class ArchiveSetup
{
public:
    virtual ~ArchiveSetup() = default;

    /// By kind, and within it in the order in which they are offered. There is one Workstation.
    virtual std::vector<ArchiveEntry> entries() const = 0;
    virtual std::optional<ArchiveFault> fault(const ArchiveEntry &entry) const = 0;
    /// Asks the peer of an entry, stored or not, as it would be used: C-ECHO, or a search over the web. Nothing is changed.
    /// \param own  this end as it is typed; null: as it is stored
    /// \returns the fault of the entry, or as ImageArchive::probe()
    virtual Task<Result<ArchiveProof>> probe(ArchiveEntry entry,
                                             std::optional<ArchiveEntry> own,
                                             std::stop_token stop) = 0;
    /// Keeps these entries in the place of all there were; from then on they are used. All or nothing.
    /// \returns Conflict `archive.overridden` (where from) when a setting of a higher place stays in force whatever is stored;
    ///          errors of the disk
    virtual Task<Result<void>> store(std::vector<ArchiveEntry> entries) = 0;

    /// As they are used now; the preferred one first.
    virtual std::vector<std::shared_ptr<ImageArchive>> archives() const = 0;
    virtual std::vector<std::shared_ptr<ModalityWorklist>> worklists() const = 0;
    /// In the order of the settings.
    virtual std::vector<std::shared_ptr<FilmPrinter>> filmPrinters() const { return {}; }
};

} // namespace simiao::workflow
