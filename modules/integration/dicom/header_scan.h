#pragma once

#include "integration/dicom/file_opener.h"
#include "integration/dicom/header.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace simiao::dicom {

/// Reads the headers of many files, by one read of the first 4 KiB of each (up to 64 KiB where those are too few) and without the
/// toolkit. What the files of one series repeat is decoded once.
class HeaderScanner
{
public:
    /// What readHeader gives. Nothing for files that need more: bare or deflated data sets, big endian, functional groups,
    /// attributes of unknown VR, no Rows or Columns.
    std::optional<InstanceHeader> scan(const QString &path);

private:
    bool isSeriesBefore(std::span<const QByteArrayView> values) const;
    void keepSeries(workflow::ImageSeries series, std::span<const QByteArrayView> values);

    FileOpener m_files;
    std::vector<char> m_room;
    std::vector<QByteArray> m_seriesValues; ///< of the file before, as they stood there
    workflow::ImageSeries m_series;
};

/// Of one file.
std::optional<InstanceHeader> scanHeader(const QString &path);

} // namespace simiao::dicom
