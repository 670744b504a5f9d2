#pragma once

#include "core/error.h"
#include "core/result.h"
#include "integration/dicom/worker/message.h"

#include <QByteArray>

#include <span>

namespace simiao::dicom {

// What every message of a decoder begins with: that it is an answer, or the error in its place.

/// Corrupt `imaging.decoder-answer`: no decoder of ours writes this.
Error refusedMessage(const QString &detail);

QByteArray errorMessage(const Error &error);

/// Written where the other side would refuse what a file says of itself: Corrupt `imaging.file-damaged`.
QByteArray contradictionMessage();

/// The error, where the message is one; else the reader stands behind the mark. As refusedMessage where it is neither.
Result<MessageReader> begunMessage(std::span<const std::byte> message);

/// A code that a decoder may give: of images, objects and their copies, such as `imaging.not-dicom`.
bool isDecoderCode(const QString &text);

std::span<const std::byte> bytesOf(const QByteArray &message);

} // namespace simiao::dicom
