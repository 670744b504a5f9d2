#pragma once

#include "integration/dicom/confidentiality/deidentify.h"
#include "integration/dicom/medium/medium_directory.h"
#include "integration/dicom/medium/medium_entry.h"
#include "integration/dicom/object_facts.h"
#include "integration/dicom/objects/writing.h"
#include "integration/dicom/raw_texts.h"
#include "integration/dicom/worker/object_fields.h"

namespace simiao::dicom {

// As message_fields.h, of files that are copied, cleaned or named in a directory.

template <>
inline constexpr std::uint32_t kMostOf<QStringList> = kMostMediumRecords;

void eachField(Is<ObjectFacts> auto &value, auto &archive)
{
    archive(value.kind, value.sopClassUid, value.sopInstanceUid, value.studyInstanceUid,
            value.transferSyntax);
}

void eachField(Is<SourceFacts::Value> auto &value, auto &archive)
{
    archive(value.tag, value.text);
}

void eachField(Is<SourceFacts> auto &value, auto &archive)
{
    archive(value.reference, value.studyInstanceUid, value.frames, value.values);
}

void eachField(Is<RawTexts> auto &value, auto &archive)
{
    archive(value.terms, value.studyDescription, value.seriesDescription, value.patientName, value.patientId);
}

void eachField(Is<MediumEntry::Level> auto &value, auto &archive)
{
    archive(value.key, value.record);
}

void eachField(Is<MediumEntry> auto &value, auto &archive)
{
    archive(value.patient, value.study, value.series, value.type, value.references, value.values);
}

void eachField(Is<PixelRectangle> auto &value, auto &archive)
{
    archive(value.left, value.top, value.width, value.height, value.frame, value.columns, value.rows);
}

/// A film has a comment or two in each of its frames.
template <>
inline constexpr std::uint32_t kMostOf<ClearedStretch> = 1 << 20;

void eachField(Is<ClearedStretch> auto &value, auto &archive)
{
    archive(value.from, value.length);
}

/// Without its bytes, which stand in the shared memory.
void eachField(Is<ObjectCopy> auto &value, auto &archive)
{
    archive(value.from, value.length, value.cleared);
}

void eachField(Is<DeidentifiedObject> auto &value, auto &archive)
{
    archive(value.sopInstanceUid, value.notices);
}

void eachField(Is<DeidentifiedCopy> auto &value, auto &archive)
{
    archive(value.object, value.copy);
}

} // namespace simiao::dicom
