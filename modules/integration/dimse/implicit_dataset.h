#pragma once

#include "core/result.h"

#include <QByteArray>

namespace simiao::dimse {

/// A data set in explicit VR little endian, written in implicit VR little endian (PS3.5 A.1), which every peer must take. Values stay byte for byte;
/// sequences and items get delimiters in place of their lengths.
/// \returns Corrupt `imaging.file-damaged` with the place, or `imaging.nesting-too-deep`
Result<QByteArray> asImplicit(const QByteArray &explicitLittleEndian);

} // namespace simiao::dimse
