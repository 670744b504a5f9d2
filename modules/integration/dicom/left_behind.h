#pragma once

#include "workflow/ports/left_behind.h"

#include <stop_token>

namespace simiao::dicom {

class DecoderPool;

/// What lies at `location` (where that is the directory of a medium: on the medium) beside what is taken. The decoders parse what is not
/// taken; one that ends them is unreadable. As walkFiles. Blocks. \thread any
Result<workflow::LeftBehind> leftBehindAt(const QString &location,
                                          const workflow::TakenFiles &taken,
                                          const std::stop_token &stop,
                                          DecoderPool &decoders);

} // namespace simiao::dicom
