#pragma once

#include "core/result.h"
#include "core/task.h"

#include <QString>

#include <cstdint>

namespace simiao::workflow {

/// Whom a synthetic chest CT shall be written for. Demo and test profiles only, never a real patient.
struct PhantomStudyOrder
{
    QString folder;      ///< made if it does not exist; files IM0001.dcm …
    QString patientName; ///< DICOM person name or plain; 王小明 and Wang^Xiaoming=王^小明 both do
    QString patientId;
    QString birthDate; ///< ISO 2026-11-22, or empty
    QString sex;       ///< DICOM code: M, F, O or empty
    QString studyInstanceUid;
    QString studyDate;      ///< ISO 2026-11-22
    int slices = 40;        ///< 1 … 400, shared out over the chest
    std::uint32_t seed = 1; ///< same seed, same anatomy and noise
};

/// Makes pictures where there is no scanner.
class PhantomStudyWriter
{
public:
    virtual ~PhantomStudyWriter() = default;

    /// Writes the series and gives its folder. Invalid `imaging.phantom-order` for a bad UID or count;
    /// Unavailable `imaging.not-writable` when the disk refuses.
    virtual Task<Result<QString>> write(PhantomStudyOrder order) = 0;
};

} // namespace simiao::workflow
