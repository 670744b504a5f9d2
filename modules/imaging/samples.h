#pragma once

#include "imaging/frame.h"

#include <cstdint>
#include <utility>

namespace simiao::imaging {

/// The pixels of `frame` as a span of T; T must be the frame's own sample type.
template <typename T>
std::span<const T> samplesAs(const Frame &frame)
{
    return {reinterpret_cast<const T *>(frame.bytes().data()), frame.bytes().size() / sizeof(T)};
}

/// Calls `visitor(std::span<const T>)` with the T that the frame's sample type names.
template <typename Visitor>
decltype(auto) visitSamples(const Frame &frame, Visitor &&visitor)
{
    switch (frame.geometry().sampleType()) {
    case SampleType::U8: return visitor(samplesAs<std::uint8_t>(frame));
    case SampleType::I8: return visitor(samplesAs<std::int8_t>(frame));
    case SampleType::U16: return visitor(samplesAs<std::uint16_t>(frame));
    case SampleType::I16: return visitor(samplesAs<std::int16_t>(frame));
    case SampleType::U32: return visitor(samplesAs<std::uint32_t>(frame));
    case SampleType::I32: return visitor(samplesAs<std::int32_t>(frame));
    case SampleType::F32: return visitor(samplesAs<float>(frame));
    case SampleType::F64: return visitor(samplesAs<double>(frame));
    }
    std::unreachable();
}

} // namespace simiao::imaging
