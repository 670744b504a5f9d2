#pragma once

#include "core/result.h"
#include "domain/security/audit_chain.h"

#include <QFile>
#include <QString>

namespace simiao::storage {

/// The witness beside the database: where the audit chain stands after each commit. Two slots of fixed length, written in
/// turn without a flush of their own (the commit had its one), so that a torn write leaves the other slot.
/// The chain may be longer than the head, never shorter.
class AuditHeadFile
{
public:
    explicit AuditHeadFile(const QString &path)
        : m_file(path)
    {
    }

    /// The higher of the valid slots; the empty chain's head when there is no file. `audit.head-unreadable` when a file is
    /// there and neither slot is valid.
    Result<security::AuditHead> read();

    /// `disk.write` when the file cannot be written; the caller says so, the commit stands.
    Result<void> write(const security::AuditHead &head);

private:
    Result<void> open();

    QFile m_file;
};

} // namespace simiao::storage
