#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace simiao::dicom {
class DecoderPool;
}

namespace simiao::dimse {

/// What C-STORE has to know of a file before it is sent.
struct OutgoingFile
{
    QString path;
    QString sopClass;
    QString sopInstance;
    QString transferSyntax;

    bool operator==(const OutgoingFile &) const = default;
};

/// Reads the attributes only. As dicom::DecoderPool::facts, and Invalid `archive.no-object` for a file without SOP class and instance.
Result<OutgoingFile> outgoingFile(const QString &path, dicom::DecoderPool &decoders);

/// The data set of a file, without preamble and file meta information. As dicom::openDatasetBytes.
Result<QByteArray> dataSetOf(const OutgoingFile &file);

} // namespace simiao::dimse
