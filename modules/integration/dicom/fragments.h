#pragma once

#include <QtGlobal>

#include <limits>
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
/// \param most  where the list ends, too
FragmentList readFragments(QIODevice &device,
                           const PixelPlace &place,
                           std::size_t most = std::numeric_limits<std::size_t>::max());

/// The Basic Offset Table alone.
struct FragmentTable
{
    std::vector<quint64> offsets; ///< as FragmentList::offsetTable
    qint64 firstFragment = 0;     ///< where the item of the first fragment stands in the device
};
FragmentTable offsetTable(QIODevice &device, const PixelPlace &place);

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
