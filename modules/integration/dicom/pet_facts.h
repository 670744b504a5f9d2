#pragma once

#include "imaging/pet_facts.h"

class DcmItem;

namespace simiao::dicom {

/// Nothing unless the modality is PT.
std::optional<imaging::PetFacts> petFacts(DcmItem &dataset);

/// DA and TM as a time without a zone (as if UTC), to the millisecond; nothing where one makes no sense.
std::optional<QDateTime> deviceTime(const QString &da, const QString &tm);

} // namespace simiao::dicom
