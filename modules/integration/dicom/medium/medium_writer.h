#pragma once

#include "integration/dicom/medium/medium_entry.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace simiao::dicom {

/// Makes the directory of a medium (DICOMDIR, PS3.3 annex F): patients, studies, series, objects. Texts stay in the bytes and the
/// character set of their files.
class MediumWriter
{
public:
    /// An object that lies at `fileId`: components of at most eight capitals, digits or _, with / between them.
    void add(const MediumEntry &entry, const QString &fileId);
    /// The whole file. \param instanceUid  of the directory itself
    QByteArray directory(const QString &instanceUid) const;

private:
    struct Record
    {
        QByteArray key;    ///< tells it from its siblings
        QByteArray values; ///< encoded, behind the fields that every record has
        std::vector<Record> children;
    };
    struct Placed;

    static Record &childOf(std::vector<Record> &siblings, const MediumEntry::Level &level);
    static void place(const std::vector<Record> &siblings, qint64 &at, std::vector<Placed> &placed);

    std::vector<Record> m_patients;
};

} // namespace simiao::dicom
