#pragma once

#include <QString>

namespace simiao::test {

/// A procedure step that is planned for device CT1. Accession number A1, study 2.25.77.
struct PlannedStep
{
    const char *id;
    const char *patientName; ///< UTF-8
    const char *modality;
    const char *date; ///< DICOM DA
    const char *time; ///< DICOM TM
    const char *patientId = "P001";
    const char *stationAeTitle = "CT1";
};

/// A worklist file as dcmtk's wlmscpfs and Orthanc's plugin read it, "<id>.wl" in `folder`. \returns false on errors
bool writePlanned(const QString &folder, const PlannedStep &planned);

/// Writes `S1`, `S2` (CT, 22 November 2026) and `S3` (MR, the day after) for the AE title RIS: wlmscpfs takes `folder`, Orthanc
/// its folder RIS. \returns false on errors
bool writeWorklist(const QString &folder);

} // namespace simiao::test
