#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

namespace simiao::dicom {

/// How the bytes of one frame become samples.
enum class Codec { Native, DeflatedFrame, Rle, Jpeg, JpegLs, Jpeg2000 };

/// The codec of a transfer syntax UID (PS3.6 table A-1), retired ones included; a file that does not say one is native.
/// Invalid `imaging.transfer-syntax-unsupported` for video, JPIP and what nobody knows, the UID in the detail.
Result<Codec> codecOf(const QString &transferSyntax);

/// UIDs of all that codecs are here for, but those whose pixels are native.
QStringList compressedSyntaxes();

/// Lossy by its transfer syntax alone; the lossless ones may still hold what was lossy before.
bool isLossy(const QString &transferSyntax);

} // namespace simiao::dicom
