#pragma once

#include "imaging/frame.h"
#include "integration/dicom/confidentiality/deidentify.h"
#include "integration/dicom/medium/medium_entry.h"
#include "integration/dicom/object_facts.h"
#include "integration/dicom/objects/writing.h"
#include "integration/dicom/raw_texts.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace simiao::dicom {

// As frame_message.h, for files that are copied, cleaned or named in a directory. The bytes that a copy begins with stand in the
// shared memory beside the message.

QByteArray factsMessage(const ObjectFacts &facts);
QByteArray sourceMessage(const SourceFacts &facts);
QByteArray textsMessage(const RawTexts &texts);
QByteArray fileIdsMessage(const std::vector<QStringList> &fileIds);
QByteArray entryMessage(const std::optional<MediumEntry> &entry);
QByteArray copyMessage(const ObjectCopy &copy);
QByteArray deidentifiedMessage(const DeidentifiedCopy &made);

Result<ObjectFacts> readFactsMessage(std::span<const std::byte> message);
Result<SourceFacts> readSourceMessage(std::span<const std::byte> message);
Result<RawTexts> readTextsMessage(std::span<const std::byte> message);
Result<std::vector<QStringList>> readFileIdsMessage(std::span<const std::byte> message);
Result<std::optional<MediumEntry>> readEntryMessage(std::span<const std::byte> message);
/// \param bytes  that came with it
Result<ObjectCopy> readCopyMessage(std::span<const std::byte> message, const imaging::SharedBytes &bytes);
Result<DeidentifiedCopy> readDeidentifiedMessage(std::span<const std::byte> message,
                                                 const imaging::SharedBytes &bytes);

/// What shall be made of an object, on its way to a decoder.
QByteArray orderBytes(const Deidentification &wish);
/// Corrupt `imaging.decoder-answer` where it is none.
Result<Deidentification> readOrder(std::span<const std::byte> order);

} // namespace simiao::dicom
