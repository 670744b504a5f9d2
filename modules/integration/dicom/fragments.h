#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

class QIODevice;

namespace simiao::dicom {

struct PixelPlace;

/// A piece of encapsulated pixel data (PS3.5 A.4), where it stands in the device.
struct Fragment
{
    qint64 offset = 0;
    qint64 length = 0;

    bool operator==(const Fragment &) const = default;
};

struct FragmentList
{
    std::vector<quint64>
        offsetTable; ///< Basic Offset Table: from the first fragment's item; empty where there is none
    std::vector<Fragment> fragments;
    bool isWhole =
        true; ///< false where the file ends before the sequence does; the last fragment is cut to what is there
};

/// Lists the fragments by their lengths, never by looking for delimiters: pixels may contain their bytes.
FragmentList readFragments(QIODevice &device, const PixelPlace &place);

/// The fragments of frame `frameIndex` of `frames`: by an offset table, else one each, else by where a codestream begins.
/// Nothing where the frames cannot be told apart.
/// \param extendedOffsets  Extended Offset Table (7FE0,0001), may be empty
std::vector<Fragment> fragmentsOfFrame(QIODevice &device,
                                       const FragmentList &list,
                                       const std::vector<quint64> &extendedOffsets,
                                       int frameIndex,
                                       int frames);

/// The bytes of the fragments, one after the other.
std::vector<std::byte> joined(QIODevice &device, const std::vector<Fragment> &fragments);

} // namespace simiao::dicom
