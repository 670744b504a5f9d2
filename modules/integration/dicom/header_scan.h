#pragma once

#include "integration/dicom/header.h"

namespace simiao::dicom {

/// What readHeader gives, by one read of the first 8 KiB (64 KiB where those are too few) and without the toolkit.
/// Nothing for files that need more: bare or deflated data sets, big endian, functional groups, attributes of unknown VR,
/// no Rows or Columns.
std::optional<InstanceHeader> scanHeader(const QString &path);

} // namespace simiao::dicom
