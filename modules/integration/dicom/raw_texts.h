#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>

#include <array>
#include <mutex>

namespace simiao::dicom {

/// What people wrote, as it stands in a file: which character set it is in is asked afterwards.
struct RawTexts
{
    QByteArray terms; ///< Specific Character Set
    QByteArray studyDescription;
    QByteArray seriesDescription;
    QByteArray patientName;
    QByteArray patientId;

    std::array<QByteArray, 4> texts() const
    {
        return {studyDescription, seriesDescription, patientName, patientId};
    }
};

/// The texts of files, each read once as long as it stays as it is (size and time): whoever looks for the character set that fits asks
/// by one after the other. \thread any
class RawTextReader
{
public:
    /// By the bytes before the pixels. As openDataset. Blocks.
    Result<RawTexts> textsOf(const QString &path);

private:
    struct Known
    {
        qint64 size = 0;
        QDateTime changed;
        RawTexts texts;
    };

    std::mutex m_mutex;
    QHash<QString, Known> m_known;
};

} // namespace simiao::dicom
