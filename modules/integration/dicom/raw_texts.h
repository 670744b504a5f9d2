#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>

#include <array>
#include <functional>
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

struct DatasetFile;

RawTexts rawTextsOf(const DatasetFile &file);
/// The same of the file at `path`. As openDataset. Blocks. \thread any
Result<RawTexts> rawTextsOf(const QString &path);

/// Reads the texts of a file for which a scan is not enough: this process, or another one.
using RawTextParser = std::function<Result<RawTexts>(const QString &path)>;

/// The texts of files, each read once as long as it stays as it is (size and time): whoever looks for the character set that fits asks
/// by one after the other. \thread any
class RawTextReader
{
public:
    explicit RawTextReader(RawTextParser parse = [](const QString &path) { return rawTextsOf(path); })
        : m_parse(std::move(parse))
    {
    }

    /// By the bytes before the pixels. As openDataset. Blocks.
    Result<RawTexts> textsOf(const QString &path);

private:
    struct Known
    {
        qint64 size = 0;
        QDateTime changed;
        RawTexts texts;
    };

    const RawTextParser m_parse;
    std::mutex m_mutex;
    QHash<QString, Known> m_known;
};

} // namespace simiao::dicom
