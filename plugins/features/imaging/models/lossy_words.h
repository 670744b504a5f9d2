#pragma once

#include "imaging/lossy.h"

#include <QString>

namespace simiao::viewer {

/// "Lossy 15.5:1 (JPEG 2000)": every step with its ratio, as far as the image says them.
QString lossyText(const imaging::LossyCompression &lossy);

} // namespace simiao::viewer
