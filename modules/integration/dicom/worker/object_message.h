#pragma once

#include "workflow/ports/imaging_objects.h"

#include <QByteArray>

#include <cstddef>
#include <span>
#include <vector>

namespace simiao::dicom {

// As frame_message.h, for objects that are no images.

/// The content of an object on its way.
struct ObjectMessage
{
    QByteArray message;
    /// What is too large for a message: samples of waveforms (single precision), the bytes of a document.
    std::vector<std::byte> bulk = {};
};

QByteArray objectHeaderMessage(const workflow::ImagingObject &object);
QByteArray importHeaderMessage(const workflow::ImportHeader &header);
ObjectMessage objectMessage(const workflow::ImagingObjectContent &content);

/// \param path  becomes the place of the object
Result<workflow::ImagingObject> readObjectHeaderMessage(std::span<const std::byte> message,
                                                        const QString &path);
Result<workflow::ImportHeader> readImportHeaderMessage(std::span<const std::byte> message);
/// \param bulk  that came with it; there must be as much as the content wants
Result<workflow::ImagingObjectContent> readObjectMessage(std::span<const std::byte> message,
                                                         std::span<const std::byte> bulk);

} // namespace simiao::dicom
