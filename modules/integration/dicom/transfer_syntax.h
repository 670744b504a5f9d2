#pragma once

#include "core/result.h"

class DcmDataset;

namespace simiao::dicom {

/// Whether the decoders here know how the pixels of `dataset` are packed; else Invalid
/// `imaging.transfer-syntax-unsupported`, the UID in the detail.
Result<void> checkTransferSyntax(DcmDataset &dataset);

} // namespace simiao::dicom
