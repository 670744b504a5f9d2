#pragma once

#include <QByteArray>

class DcmTagKey;

namespace simiao::dicom {

/// An element of a directory record: explicit VR little endian, for VRs with a short length. What is longer than such a length can
/// say is cut.
QByteArray recordElement(const DcmTagKey &tag, const char *vr, QByteArray value);

} // namespace simiao::dicom
