#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

namespace simiao::imaging {

/// Memory straight from the system, in large pages where the machine has them, so that a way through hundreds of slices does not look
/// up an address for each. Movable; default: none.
class VoxelPages
{
public:
    /// Nothing where the system has no more. \param bytes  rounded up to whole large pages
    static std::optional<VoxelPages> allocate(std::int64_t bytes);

    std::byte *data() const { return m_bytes.get(); }
    std::int64_t size() const { return m_bytes ? m_bytes.get_deleter().size : 0; }
    /// Nobody wrote to it since the system gave it, and the system gives it cleared.
    bool isZero() const { return m_isZero; }

    /// Gives back the pages behind the first `bytes`, where it can.
    void shrink(std::int64_t bytes);
    /// The system may take the pages when others need memory, until they are written again: what is read before then is what stood there
    /// or zero. Not zero after this. \returns false where the system knows no such thing
    bool offer();

private:
    struct Release
    {
        std::int64_t size; ///< 0 in one that releases nothing

        void operator()(std::byte *bytes) const;
    };

    std::unique_ptr<std::byte, Release> m_bytes;
    bool m_isZero = false;
};

} // namespace simiao::imaging
