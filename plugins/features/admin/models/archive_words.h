#pragma once

#include "ui/theme/severity.h"
#include "workflow/ports/archive_setup.h"

#include <QCoreApplication>

namespace simiao::admin {

/// What came of asking an archive; no answer yet: it is being asked.
struct ArchiveTrial
{
    workflow::ArchiveEntry asked;
    std::optional<Result<workflow::ArchiveProof>> answer;
};

/// Connections to archives, worklists and film printers in the words of the interface's language.
class ArchiveWords
{
    Q_DECLARE_TR_FUNCTIONS(simiao::admin::ArchiveWords)

public:
    static QString kind(workflow::ArchiveKind kind);
    /// What people call it; this end has no name of its own.
    static QString name(const workflow::ArchiveEntry &entry);
    /// "ORTHANC@10.1.2.3:4242, TLS", "https://pacs.example/dicom-web".
    static QString address(const workflow::ArchiveEntry &entry);
    static QString field(workflow::ArchiveKind kind, const QString &field);
    /// An example, or what an empty field means.
    static QString hint(const QString &field);
    static QString choice(const QString &value);
    static QString state(const ArchiveTrial &trial);
    static ui::Severity severity(const ArchiveTrial &trial);
    /// What the peer is, and all that works only in part, as one text.
    static QString proof(const workflow::ArchiveProof &proof);

private:
    static QString filmSides(const QString &value);
};

/// The fields of a kind, in the order of the form.
QStringList archiveFields(workflow::ArchiveKind kind);
/// The values a field can have; empty: any text.
QStringList archiveChoices(const QString &field);
/// A connection that nobody has described yet.
workflow::ArchiveEntry newArchive(workflow::ArchiveKind kind);

} // namespace simiao::admin
