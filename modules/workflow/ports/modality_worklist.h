#pragma once

#include "workflow/ports/image_archive.h"

namespace simiao::workflow {

/// What is looked for in a worklist. An empty field asks for nothing; texts may hold the wildcards * and ?.
struct WorklistQuery
{
    QString patientId = {};
    QString patientName = {}; ///< as it is written: 王小明, Wang^Xiao*
    QString accessionNumber = {};
    QString modality = {};       ///< DICOM code: CT, MR …
    QString stationAeTitle = {}; ///< of the device the step is planned for
    std::optional<QDate> from = {};
    std::optional<QDate> to = {};
    /// The server is not asked for more; there may be more (Worklist::isPartial).
    int limit = 200;

    bool operator==(const WorklistQuery &) const = default;
};

/// A scheduled procedure step as a worklist tells of it (PS3.4 K.6.1.2). Texts are plain Unicode, dates ISO; what it does not say
/// is empty.
struct ScheduledStep
{
    QString patientName = {}; ///< for the eye, without ^ and =
    QString patientId = {};
    QString patientBirthDate = {};
    QString patientSex = {}; ///< DICOM code: M, F, O or empty
    QString accessionNumber = {};
    QString studyInstanceUid = {};
    QString requestedProcedureId = {};
    QString requestedProcedure = {}; ///< description
    QString referringPhysician = {};
    QString modality = {};
    QString stationAeTitle = {};
    QString startDate = {};
    QString startTime = {};
    QString stepId = {};
    QString step = {}; ///< description
    QString performingPhysician = {};

    bool operator==(const ScheduledStep &) const = default;
};

struct Worklist
{
    std::vector<ScheduledStep> steps; ///< by date and time
    bool isPartial = false;           ///< the limit was reached

    bool operator==(const Worklist &) const = default;
};

/// What is planned on the devices of the hospital, as their own consoles see it. Errors as ImageArchive.
/// The object may be destroyed while a task runs; the task then ends with Cancelled or its result.
/// \thread calls and results on the caller's thread, the work elsewhere
class ModalityWorklist
{
public:
    virtual ~ModalityWorklist() = default;

    virtual QString displayName() const = 0;

    virtual Task<Result<ArchiveProof>> probe(std::stop_token stop) = 0;
    virtual Task<Result<Worklist>> find(WorklistQuery query, std::stop_token stop) = 0;
};

} // namespace simiao::workflow
