#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace simiao::dicom {

struct DatasetFile;

/// A file that travels as a DICOM object (PS3.3 A.45): most often a PDF.
struct EncapsulatedDocument
{
    QString title;    ///< Document Title, else the series description
    QString mimeType; ///< "application/pdf"
    QString created;  ///< ISO, may be empty
    QByteArray bytes; ///< without the byte that makes the length even
};

/// As openDataset, and Invalid `report.no-document`.
Result<EncapsulatedDocument> readDocument(const QString &path, const QString &characterSet = {});
Result<EncapsulatedDocument> documentFrom(const DatasetFile &file, const QString &characterSet = {});

} // namespace simiao::dicom
