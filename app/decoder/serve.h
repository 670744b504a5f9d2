#pragma once

#include "imaging/frame.h"
#include "integration/dicom/worker/protocol.h"

#include <QByteArray>
#include <QIODevice>

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace simiao::decoder {

/// What goes into the shared memory.
struct Output
{
    std::vector<std::byte> pixels = {};
    /// Behind them, in the place of pixels: what a copy begins with.
    imaging::SharedBytes kept = {};
    QByteArray message = {}; ///< frame_message.h, object_message.h, rewriting_message.h

    std::uint64_t pixelBytes() const { return pixels.size() + kept.bytes.size(); }
};

using Handler = std::function<Output(const dicom::DecoderRequest &request, std::unique_ptr<QIODevice> file)>;

/// Says hello, then answers requests until the other side closes the socket. \returns the exit code of the process
int serve(bool isCaged, const Handler &handler);

/// Decodes. Whatever is wrong with the file becomes an error in the message.
Output decode(const dicom::DecoderRequest &request, std::unique_ptr<QIODevice> file);

/// Loads everything that decoding would open files for: the toolkit's dictionary, tables of character sets.
void loadTables();

} // namespace simiao::decoder
