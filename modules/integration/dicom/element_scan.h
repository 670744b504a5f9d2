#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace simiao::dicom {

/// Goes over the elements of the top level of a data set in memory, little endian (PS3.5 7.1); what is nested is stepped
/// over. For listings, where a few microseconds a file count; whatever is unusual ends the scan, and ElementWalker and the
/// toolkit take over.
class ElementScan
{
public:
    struct Element
    {
        std::uint32_t tag = 0;
        char vr[2] = {0, 0};  ///< zero when implicit
        QByteArrayView value; ///< empty for sequences of unknown length
    };

    /// `bytes` begin with a preamble and outlive the scan; steps over the file meta information.
    explicit ElementScan(std::span<const char> bytes);

    /// A file that this can scan: DICM, and a transfer syntax that is neither deflated nor big endian.
    bool isScannable() const { return m_isScannable; }

    /// The next element; nothing at the end of the bytes, at the pixels, and where it makes no sense.
    std::optional<Element> next();
    /// Every element before the pixels was given.
    bool isComplete() const { return m_isComplete; }
    /// Where native pixels of whole numbers stand, once isComplete(); nothing where they are compressed or of another kind.
    struct Pixels
    {
        std::size_t offset = 0; ///< from the start of the file
        std::uint32_t length = 0;
    };
    const std::optional<Pixels> &pixels() const { return m_pixels; }

private:
    struct Header
    {
        std::uint32_t tag = 0;
        std::uint32_t length = 0;
        char vr[2] = {0, 0};
    };

    bool readMeta();
    std::optional<Header> readHeader(bool isImplicit);
    bool skip(std::uint32_t length);
    bool skipNested(bool isImplicit);
    template <typename T>
    T at(std::size_t offset) const;
    std::size_t left() const { return m_bytes.size() - m_at; }

    std::span<const char> m_bytes;
    std::size_t m_at = 0;
    bool m_isImplicit = false;
    bool m_isScannable = false;
    bool m_isComplete = false;
    std::optional<Pixels> m_pixels;
};

} // namespace simiao::dicom
