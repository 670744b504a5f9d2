#pragma once

#include "workflow/ports/import_header.h"

#include <vector>

namespace simiao::workflow {

/// What is wrong with objects that are to be put on a record.
enum class ImportDefect {
    NoUid, ///< SOP Instance, Series or Study Instance UID: nothing can refer to it
    NoPatientId,
    NoPatientName,
    NoBirthDate,
    NoStudyDate,
    SeveralPatients,   ///< the objects name more than one
    DuplicateInstance, ///< the same SOP Instance UID in two files
    NoOrientation,     ///< left and right cannot be told
    NoLaterality,      ///< of a paired part of the body
    BurnedIn, ///< words stand in the pixels: they may name the patient, and measurements may meet them
};

struct ImportFinding
{
    ImportDefect defect = ImportDefect::NoUid;
    int objects = 0; ///< that have it

    bool operator==(const ImportFinding &) const = default;
};

/// Everything that is wrong, the gravest first; each defect once. Pure.
/// \source DICOM PS3.3: type 1 attributes of C.7, C.7.6.1 (Patient Orientation), C.7.3.1.1.2 (laterality of paired parts)
std::vector<ImportFinding> importFindings(const std::vector<ImportHeader> &headers);

} // namespace simiao::workflow
