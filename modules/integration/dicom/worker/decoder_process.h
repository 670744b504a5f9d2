#pragma once

#include "core/result.h"
#include "imaging/frame.h"
#include "integration/dicom/worker/protocol.h"

#include <chrono>
#include <memory>

namespace simiao::dicom {

/// What a decoder put into the shared memory. It cannot change it any more.
struct DecoderAnswer
{
    imaging::SharedBytes pixels;
    std::span<const std::byte> message; ///< as long as `pixels.owner` is
};

/// A program that decodes foreign bytes one file at a time, in a process of its own, behind a filter of system calls.
/// One answer at a time; only interrupt() may be called from another thread.
class DecoderProcess
{
public:
    /// Starts it and does not wait until it is ready. Unavailable `imaging.decoder-missing` where it cannot be started.
    /// \param program  absolute path
    static Result<std::unique_ptr<DecoderProcess>> start(const QString &program);

    virtual ~DecoderProcess() = default;

    /// Opens the file and has it decoded. NotFound `imaging.file-missing`. After any of these the process is gone: Corrupt `imaging.decoder-crashed` with how it ended, Corrupt `imaging.decoder-answer` where it broke the protocol,
    /// Unavailable `imaging.decoder-missing` where it never became ready.
    /// \param patience  for the answer of a small file; a large one is given more
    virtual Result<DecoderAnswer> ask(DecoderRequest request,
                                      const QString &path,
                                      std::chrono::milliseconds patience) = 0;

    /// Waits until it is ready.
    virtual Result<void> greet() = 0;
    /// It has not ended; after what it broke it is ended.
    virtual bool isRunning() const = 0;
    /// It has said that it can open, connect and start nothing any more; known after greet() or ask().
    virtual bool isCaged() const = 0;
    /// Ends an answer that is waited for, now. \thread any
    virtual void interrupt() = 0;
};

} // namespace simiao::dicom
