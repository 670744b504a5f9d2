#pragma once

#include "integration/dicom/cleared_stretch.h"

#include <cstddef>
#include <span>
#include <vector>

class QIODevice;

namespace simiao::dicom {

struct FragmentList;

/// What stands in a JPEG, JPEG-LS, JPEG 2000 or HTJ2K codestream and is no part of the picture: comments, Exif and other application
/// segments, thumbnails, boxes of XML and UUIDs, and what lies before and behind it. Nobody needs these to decode it: they may be zero.
/// What says how to decode it (JFIF, Adobe, the colour transform of JPEG-LS) is left. In order, from the beginning of `codestream`;
/// nothing for other bytes. \source ISO 10918-1 annex B, 14495-1 annex C, 15444-1 annexes A and I
std::vector<ClearedStretch> metadataOf(std::span<const std::byte> codestream);

/// The same of all codestreams in these fragments, which may each lie in several; places of the device. \thread any
std::vector<ClearedStretch> metadataIn(QIODevice &device, const FragmentList &list);

} // namespace simiao::dicom
