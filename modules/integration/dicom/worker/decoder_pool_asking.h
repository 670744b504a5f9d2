#pragma once

#include "core/try.h"
#include "integration/dicom/worker/decoder_pool.h"

#include <utility>

namespace simiao::dicom {

// How the pool asks, for the files that its questions stand in. Nobody else includes this.

template <typename T>
Result<T> DecoderPool::asked(const DecoderRequest &request,
                             const QString &path,
                             const std::function<Result<T>()> &here,
                             const std::function<Result<T>(const DecoderAnswer &)> &there)
{
    return askedWithin(m_options.patience, request, path, here, there);
}

template <typename T>
Result<T> DecoderPool::askedWithin(std::chrono::milliseconds patience,
                                   const DecoderRequest &request,
                                   const QString &path,
                                   const std::function<Result<T>()> &here,
                                   const std::function<Result<T>(const DecoderAnswer &)> &there)
{
    if (isGivenUp(path))
        return crashedBefore();
    TRY(auto process, lease());
    if (!process)
        return here();
    auto answer = process->ask(request, path, patience);
    return settled(std::move(process), path, answer ? there(*answer) : std::move(answer).error());
}

/// What becomes of a process that gave this result, or failed to.
template <typename T>
Result<T> DecoderPool::settled(Process process, const QString &path, Result<T> result)
{
    const bool isBroken = !result && isBreach(result.error());
    release(std::move(process), isBroken);
    if (isBroken && isClosed())
        return cancelled();
    if (isBroken)
        noteCrash(path, result.error());
    return result;
}

} // namespace simiao::dicom
