#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace simiao::dicom {

/// Bytes of a file that are zero in its copy; the copy keeps its length, so that nothing that names places in it has to be mended.
struct ClearedStretch
{
    qint64 from = 0;
    qint64 length = 0;

    bool operator==(const ClearedStretch &) const = default;
};

/// In order, none over another, all within the part of the file.
bool areWithin(const std::vector<ClearedStretch> &stretches, qint64 from, qint64 length);

/// \param bytes       of the file, from `from` on
/// \param stretches   in order
void clear(std::span<char> bytes, qint64 from, const std::vector<ClearedStretch> &stretches);

} // namespace simiao::dicom
