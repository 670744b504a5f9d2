#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace simiao::dicom {

/// Which object some bytes are.
struct ObjectIdentity
{
    QString sopInstanceUid;
    QString studyInstanceUid;

    bool operator==(const ObjectIdentity &) const = default;
};

/// Reads the two UIDs out of a whole DICOM file (PS3.10) in memory; every transfer syntax.
/// Invalid `imaging.not-dicom`, `imaging.object-unnamed` where one of the UIDs is missing or longer than 64 characters;
/// Corrupt `imaging.file-damaged`, `imaging.nesting-too-deep`. \thread any
Result<ObjectIdentity> identityOf(const QByteArray &file);

/// The data set behind the preamble and the file meta information, which senders write as they like.
QByteArrayView datasetOf(const QByteArray &file);

} // namespace simiao::dicom
