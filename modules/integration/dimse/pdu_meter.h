#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace simiao::dimse {

/// Follows the protocol data units of a byte stream (PS3.8 9.3.1: type, reserved, length, value) without looking into them.
/// The toolkit allocates what a PDU says it holds; this says first whether it may.
class PduMeter
{
public:
    /// \param largest  bytes of a value
    explicit PduMeter(std::uint32_t largest)
        : m_largest(largest)
    {
    }

    /// Takes the next bytes of the stream. \returns false as soon as a unit is longer than it may be, and ever after
    bool take(std::span<const std::byte> bytes);

    std::size_t begun() const { return m_begun; }

private:
    std::uint32_t m_largest;
    std::array<std::byte, 6> m_header{};
    std::size_t m_headerBytes = 0;
    std::uint64_t m_valueLeft = 0;
    std::size_t m_begun = 0;
    bool m_isTooLong = false;
};

} // namespace simiao::dimse
