#pragma once

#include "core/result.h"
#include "imaging/frame.h"
#include "integration/dicom/cleared_stretch.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QIODevice;

namespace simiao::dicom {

/// What a copy of a file is made of: these bytes, then a part of the file itself. Whoever says so has parsed the file; whoever
/// writes the copy need not.
struct ObjectCopy
{
    imaging::SharedBytes bytes = {};
    qint64 from = 0;                          ///< where the part begins in the file
    qint64 length = 0;                        ///< of the part
    std::vector<ClearedStretch> cleared = {}; ///< places in the file, within the part

    /// Bytes alone.
    static ObjectCopy of(std::vector<std::byte> bytes);
    static ObjectCopy of(const QByteArray &bytes);
};

/// The data set byte for byte, behind a cleared preamble; a file without file meta information gets one, as media want it.
/// As datasetBytesIn and parsedDataset.
Result<ObjectCopy> copyOf(std::unique_ptr<QIODevice> file);
/// The same of the file at `path`. NotFound `imaging.file-missing`
Result<ObjectCopy> copyOf(const QString &path);

/// Which state of a file a copy is of: one that is changed meanwhile is not to be mixed with what it was.
class FileStamp
{
public:
    explicit FileStamp(const QString &path);

    /// Corrupt `imaging.file-changed` where it is another one now.
    Result<void> checkSame() const;

private:
    QString m_path;
    qint64 m_size = 0;
    qint64 m_changed = 0; ///< ms
};

/// Writes a copy of the file at `from`. NotFound `imaging.file-missing`, Corrupt `imaging.file-damaged` where the part is not in the
/// file, Corrupt `imaging.file-changed`, Unavailable `disk.read`; as WholeFile. Blocks. \thread any
/// \param stamp  of the file before anybody said what the copy is made of
Result<void> writeCopy(const QString &from,
                       const FileStamp &stamp,
                       const ObjectCopy &copy,
                       const QString &to,
                       bool mayReplace);

} // namespace simiao::dicom
