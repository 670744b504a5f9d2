#pragma once

#include "imaging/frame.h"

namespace simiao::imaging {

/// All values that there can be behind a modality transform; of a table those of its entries.
ValueRange modalityRange(const ModalityTransform &modality, int bitsStored, bool isSigned);

} // namespace simiao::imaging
