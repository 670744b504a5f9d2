#pragma once

#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/header.h"
#include "integration/dicom/inspection.h"

#include <QByteArray>

#include <span>

namespace simiao::dicom {

/// What a decoder answers, as bytes: an error, or what was asked for. Reading refuses what no decoder of ours writes, with
/// Corrupt `imaging.decoder-answer`; an error that was written comes out as the error.

/// What a file says may be such that the other side would refuse it; then Corrupt `imaging.file-damaged` is written.

QByteArray frameMessage(const imaging::FrameFacts &facts);
QByteArray headerMessage(const InstanceHeader &header);
QByteArray inspectionMessage(const Inspection &inspection);
QByteArray framePlanesMessage(const std::vector<imaging::SlicePlane> &planes);

/// \param pixelBytes  that came with it; the geometry must want as many
Result<imaging::FrameFacts> readFrameMessage(std::span<const std::byte> message, std::uint64_t pixelBytes);
/// \param path  becomes the place of the instance
Result<InstanceHeader> readHeaderMessage(std::span<const std::byte> message, const QString &path);
Result<Inspection> readInspectionMessage(std::span<const std::byte> message);
Result<std::vector<imaging::SlicePlane>> readFramePlanesMessage(std::span<const std::byte> message);

} // namespace simiao::dicom
