#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

class DcmDataset;
class QIODevice;

namespace simiao::dicom {

struct DatasetLayout;

/// Preamble of zeros and file meta information (PS3.10 7.1) of an object.
QByteArray fileMeta(const QString &sopClassUid, const QString &sopInstanceUid, const QString &transferSyntax);

/// The transfer syntax of a data set without compressed pixels.
QString nativeSyntaxOf(const DatasetLayout &layout);

/// The attributes in the encoding of `layout`, without group lengths. Internal `imaging.encoding` (the toolkit's words).
Result<QByteArray> encodedAttributes(DcmDataset &dataset, const DatasetLayout &layout);

/// The element of the pixels as it stands in the device, header and delimiter included.
struct PixelElement
{
    qint64 offset = 0;
    qint64 length = 0;
};

/// Corrupt `imaging.pixels-missing` where the file ends within them.
Result<PixelElement> pixelElement(QIODevice &device, const DatasetLayout &layout);

} // namespace simiao::dicom
