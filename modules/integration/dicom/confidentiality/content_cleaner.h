#pragma once

#include "core/result.h"

class DcmItem;

namespace simiao::dicom {

class ConfidentialityProfile;

/// Takes out of the content of a report or a key object selection what people wrote and what describes the patient; codes, numbers,
/// coordinates and references stay, and so does the place of every item, which others may name by its number. Names, dates and UIDs
/// within are the AttributeCleaner's. PS3.15 E.3.4, Clean Structured Content Option.
/// \returns how many texts were taken out; Invalid `deidentify.content` with the type of an item that nobody knows how to clean
Result<int> cleanContent(DcmItem &dataset, const ConfidentialityProfile &profile);

} // namespace simiao::dicom
