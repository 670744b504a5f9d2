#pragma once

#include "imaging/report/content_tree.h"

namespace simiao::dicom {

struct DatasetFile;

/// Reads a structured report or a key object selection whatever its template. As openDataset, and Invalid `report.no-content`
/// where it has no content tree. \thread any, blocks
Result<imaging::Report> readReport(const QString &path, const QString &characterSet = {});
/// The same from the bytes of a file: the entry for whoever tries hostile ones.
Result<imaging::Report> parseReport(const QByteArray &file);

/// At most 20 000 items and 4 million characters are read; what is left out is said as `report.truncated` in its defects.
Result<imaging::Report> reportFrom(const DatasetFile &file, const QString &characterSet = {});

} // namespace simiao::dicom
