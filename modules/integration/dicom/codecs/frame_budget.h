#pragma once

#include "core/result.h"

#include <cstdint>

namespace simiao::dicom {

struct CodedFrame;
struct DatasetFile;
struct PixelFormat;

/// What a frame of a file below 4 MiB may leave in memory: with the decoder and a program that renders it that is less than 512 MiB.
inline constexpr std::int64_t kLeastFrameBudget = std::int64_t{256} << 20;

/// Bytes that one frame of this file may leave: what comes out of its codec, and that once more for whoever shows it. Files below 4 MiB
/// have the least, larger ones 96 bytes more for each byte beyond, none more than 2.5 GiB, which is more than the largest frame
/// (imaging::FrameGeometry) leaves.
std::int64_t frameBudget(const DatasetFile &file);
std::int64_t frameBudget(std::int64_t fileBytes);

/// Bytes that a frame takes.
struct FrameCost
{
    std::int64_t left = 0;      ///< when it is decoded, by whoever decoded it and whoever shows it
    std::int64_t meanwhile = 0; ///< besides, until then: coded bytes, planes, tables
};

/// Of a frame of this shape: what comes out twice, and `meanwhile`.
FrameCost costOf(const PixelFormat &format, std::int64_t meanwhile);

/// Invalid `imaging.frame-too-large` (how much and the limit): the frame may be whole, and this program does not open it. To be asked
/// before anything is allocated. While it is decoded a frame may take 1.65 times its budget.
Result<void> checkBudget(const FrameCost &cost, std::int64_t budget);

/// The same of a frame out of a codec.
/// \param scratch  bytes that the codec needs besides the coded frame and what comes out
Result<void> checkBudget(const CodedFrame &frame, std::int64_t scratch);

} // namespace simiao::dicom
