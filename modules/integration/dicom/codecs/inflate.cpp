#include "integration/dicom/codecs/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace simiao::dicom {

namespace {

constexpr int kRawWindow = -MAX_WBITS;
constexpr std::size_t kStep = 1U << 20;

/// A stream of zlib over bytes in memory.
class Stream
{
public:
    Stream(std::span<const std::byte> deflated, int windowBits)
    {
        m_isOpen = inflateInit2(&m_stream, windowBits) == Z_OK;
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<std::byte *>(deflated.data()));
        m_stream.avail_in =
            static_cast<uInt>(std::min<std::size_t>(deflated.size(), std::numeric_limits<uInt>::max()));
    }
    ~Stream()
    {
        if (m_isOpen)
            inflateEnd(&m_stream);
    }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    /// Bytes written to `room`; fewer than it has where the stream ends or is damaged.
    std::size_t read(std::span<std::byte> room)
    {
        if (!m_isOpen || m_state != Z_OK)
            return 0;
        m_stream.next_out = reinterpret_cast<Bytef *>(room.data());
        m_stream.avail_out = static_cast<uInt>(room.size());
        m_state = ::inflate(&m_stream, Z_NO_FLUSH);
        return room.size() - m_stream.avail_out;
    }
    bool isAtEnd() const { return m_state == Z_STREAM_END; }

private:
    z_stream m_stream{};
    bool m_isOpen = false;
    int m_state = Z_OK;
};

/// How many bytes there would be; counts up to a little over `limit`.
std::size_t inflatedSize(std::span<const std::byte> deflated, std::size_t limit, int windowBits)
{
    Stream stream(deflated, windowBits);
    std::vector<std::byte> scratch(kStep);
    std::size_t size = 0;
    while (size <= limit) {
        const auto count = stream.read(scratch);
        size += count;
        if (count == 0)
            break;
    }
    return size;
}

/// Counted first: a buffer that grows would need three times the memory.
Inflated inflateAs(std::span<const std::byte> deflated, std::size_t limit, int windowBits)
{
    const auto size = inflatedSize(deflated, limit, windowBits);
    if (size > limit)
        return {.bytes = {}, .isWhole = false, .isTooLarge = true};
    Inflated result{.bytes = std::vector<std::byte>(size), .isWhole = false};
    Stream stream(deflated, windowBits);
    for (std::size_t filled = 0; filled < size; filled += kStep)
        stream.read(std::span(result.bytes).subspan(filled, std::min(kStep, size - filled)));
    std::array<std::byte, 1> none;
    stream.read(none);
    result.isWhole = stream.isAtEnd();
    return result;
}

} // namespace

Inflated inflate(std::span<const std::byte> deflated, std::size_t limit)
{
    auto raw = inflateAs(deflated, limit, kRawWindow);
    if (raw.isWhole || raw.isTooLarge)
        return raw;
    auto wrapped = inflateAs(deflated, limit, MAX_WBITS);
    return wrapped.isTooLarge || wrapped.bytes.size() > raw.bytes.size() ? wrapped : raw;
}

} // namespace simiao::dicom
