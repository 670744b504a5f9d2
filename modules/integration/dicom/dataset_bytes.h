#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QIODevice;

namespace simiao::dicom {

/// The bytes of a data set, wherever they come from.
struct DatasetBytes
{
    std::unique_ptr<QIODevice> device; ///< the file, or what its deflated data set inflates to
    qint64 start = 0;                  ///< of the data set in the device
    QString transferSyntax;            ///< UID (0002,0010); empty where the file does not say it
    bool isInflated = false;
    bool isWhole = true; ///< false where a deflated data set ends early
};

/// A DICOM file behind its preamble and file meta information. Files without either are taken when they begin as a data set
/// does.
/// NotFound `imaging.file-missing`, Invalid `imaging.not-dicom`, Invalid `imaging.file-too-large` for a deflated data set of
/// more than 256 MiB, Corrupt `imaging.file-damaged`.
Result<DatasetBytes> openDatasetBytes(const QString &path);
/// The same for a file that is in memory.
Result<DatasetBytes> openDatasetBytes(const QByteArray &file);

/// The same of an open, seekable device that stands at its beginning.
Result<DatasetBytes> datasetBytesIn(std::unique_ptr<QIODevice> file);

} // namespace simiao::dicom
