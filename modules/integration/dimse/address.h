#pragma once

#include "integration/dimse/destination.h"

namespace simiao::dimse {

/// Reads "dicom://ORTHANC@10.1.2.3:4242?name=Radiology&way=move&associations=2&charset=GB18030"; dicoms:// is TLS, where `peer` is
/// the name that the certificate bears. What is left out is as in Destination. Files of TLS and our own title are not part of it.
/// \returns Invalid `archive.address` with what is wrong and where
Result<Destination> parsedAddress(const QString &text);

} // namespace simiao::dimse
