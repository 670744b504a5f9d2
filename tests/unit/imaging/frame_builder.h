#pragma once

#include "imaging/frame.h"

#include <cstring>
#include <type_traits>

namespace simiao::test {

template <typename T>
constexpr imaging::SampleType sampleTypeOf()
{
    using enum imaging::SampleType;
    if constexpr (std::is_same_v<T, std::uint8_t>)
        return U8;
    else if constexpr (std::is_same_v<T, std::int16_t>)
        return I16;
    else if constexpr (std::is_same_v<T, std::uint16_t>)
        return U16;
    else if constexpr (std::is_same_v<T, std::int32_t>)
        return I32;
    else
        return F32;
}

/// One row of grey values; `change` may alter the facts before the frame is made.
template <typename T, typename Change>
std::shared_ptr<const imaging::Frame> aRowOf(const std::vector<T> &values, Change change)
{
    const auto geometry =
        imaging::FrameGeometry::create(static_cast<int>(values.size()), 1, 1, sampleTypeOf<T>()).value();
    imaging::FrameFacts facts{.geometry = geometry, .bitsStored = 8 * static_cast<int>(sizeof(T))};
    change(facts);
    std::vector<std::byte> bytes(values.size() * sizeof(T));
    std::memcpy(bytes.data(), values.data(), bytes.size());
    return imaging::Frame::create(std::move(facts), std::move(bytes)).value();
}

template <typename T>
std::shared_ptr<const imaging::Frame> aRowOf(const std::vector<T> &values)
{
    return aRowOf(values, [](imaging::FrameFacts &) {});
}

} // namespace simiao::test
