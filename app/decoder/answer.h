#pragma once

#include "decoder/serve.h"

namespace simiao::decoder {

/// Longer than the workstation has patience with the largest file: it is dead when this ends a task.
inline constexpr unsigned kTaskSeconds = 30;

/// How long this task may take: what the request says, within limits.
unsigned secondsFor(const dicom::DecoderRequest &request);

/// What the handler makes of a file. What a library throws is an answer too: `imaging.decoder-memory`, `imaging.decoder-threw`.
Output outputOf(const Handler &handler,
                const dicom::DecoderRequest &request,
                std::unique_ptr<QIODevice> file);

} // namespace simiao::decoder
