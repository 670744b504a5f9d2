#pragma once

#include "integration/dicom/objects/writing.h"

namespace simiao::dicom {

/// A key object selection ("Of Interest", TID 2010) of pictures of one study, with the words of all of them.
/// \returns a whole DICOM file; as `read`, and Invalid `imaging.several-studies`
Result<QByteArray> keyObjectFile(const std::vector<workflow::KeyPicture> &pictures,
                                 const workflow::Authorship &by,
                                 const SourceReader &read = readSourceHere);

} // namespace simiao::dicom
