#include "integration/dimse/worklist.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/name_key.h"
#include "integration/dicom/text.h"
#include "integration/dimse/echo.h"
#include "integration/dimse/find.h"
#include "integration/dimse/identifier.h"
#include "integration/dimse/services.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <tuple>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

void put(DcmItem &item, const DcmTagKey &tag, const QString &code)
{
    item.putAndInsertString(tag, code.toLatin1().constData());
}

/// PS3.4 table K.6-1.
Result<Dataset> question(const workflow::WorklistQuery &query, const QueryEncoding &encoding)
{
    auto dataset = std::make_shared<DcmDataset>();
    for (const auto &key :
         {DCM_PatientBirthDate, DCM_PatientSex, DCM_StudyInstanceUID, DCM_RequestedProcedureID,
          DCM_RequestedProcedureDescription, DCM_ReferringPhysicianName})
        dataset->insertEmptyElement(key);
    put(*dataset, DCM_SpecificCharacterSet, encoding.term());
    TRY_VOID(encoding.put(*dataset, DCM_PatientName, dicom::nameKey(query.patientName)));
    TRY_VOID(encoding.put(*dataset, DCM_PatientID, query.patientId));
    TRY_VOID(encoding.put(*dataset, DCM_AccessionNumber, query.accessionNumber));

    DcmItem *step = nullptr;
    dataset->findOrCreateSequenceItem(DCM_ScheduledProcedureStepSequence, step, 0);
    for (const auto &key : {DCM_ScheduledProcedureStepStartTime, DCM_ScheduledProcedureStepID,
                            DCM_ScheduledProcedureStepDescription, DCM_ScheduledPerformingPhysicianName})
        step->insertEmptyElement(key);
    put(*step, DCM_Modality, query.modality);
    put(*step, DCM_ScheduledStationAETitle, query.stationAeTitle);
    put(*step, DCM_ScheduledProcedureStepStartDate, dateRange(query.from, query.to));
    return dataset;
}

workflow::ScheduledStep stepOf(DcmDataset &answer)
{
    const dicom::DatasetText text(answer);
    workflow::ScheduledStep found{
        .patientName = dicom::personName(text.at(DCM_PatientName)),
        .patientId = text.at(DCM_PatientID),
        .patientBirthDate = dicom::isoDate(dicom::code(answer, DCM_PatientBirthDate)),
        .patientSex = dicom::code(answer, DCM_PatientSex),
        .accessionNumber = text.at(DCM_AccessionNumber),
        .studyInstanceUid = dicom::code(answer, DCM_StudyInstanceUID),
        .requestedProcedureId = text.at(DCM_RequestedProcedureID),
        .requestedProcedure = text.at(DCM_RequestedProcedureDescription),
        .referringPhysician = dicom::personName(text.at(DCM_ReferringPhysicianName))};
    auto *step = dicom::sequenceItem(answer, DCM_ScheduledProcedureStepSequence);
    if (step == nullptr)
        return found;
    found.modality = dicom::code(*step, DCM_Modality);
    found.stationAeTitle = dicom::code(*step, DCM_ScheduledStationAETitle);
    found.startDate = dicom::isoDate(dicom::code(*step, DCM_ScheduledProcedureStepStartDate));
    found.startTime = dicom::isoTime(dicom::code(*step, DCM_ScheduledProcedureStepStartTime));
    found.stepId = text.of(*step, DCM_ScheduledProcedureStepID);
    found.step = text.of(*step, DCM_ScheduledProcedureStepDescription);
    found.performingPhysician = dicom::personName(text.of(*step, DCM_ScheduledPerformingPhysicianName));
    return found;
}

auto orderOf(const workflow::ScheduledStep &step)
{
    return std::tuple(step.startDate, step.startTime, step.stepId);
}

} // namespace

Result<workflow::Worklist> findSteps(const Destination &server,
                                     const workflow::WorklistQuery &query,
                                     std::stop_token stop)
{
    TRY(const auto encoding, QueryEncoding::create(server.characterSet));
    TRY(const auto asked, question(query, encoding));
    TRY(const auto association,
        Association::request(server, {proposed(kModalityWorklistFind)}, std::move(stop)));
    workflow::Worklist list;
    std::size_t answers = 0;
    const auto take = [&](DcmDataset &answer) -> Result<bool> {
        const bool isEnough = qsizetype(list.steps.size()) >= query.limit || ++answers > kMostAnswers;
        auto step = stepOf(answer);
        if (!isEnough && isNameOf(step.patientName, query.patientName))
            list.steps.push_back(std::move(step));
        return !isEnough;
    };
    TRY(const auto ending, find(*association, kModalityWorklistFind, *asked, take));
    list.isPartial = ending != Ending::Whole;
    if (ending != Ending::Endless)
        association->release();
    std::ranges::sort(list.steps, {}, orderOf);
    return list;
}

Result<workflow::ArchiveProof> echoWorklist(const Destination &server, std::stop_token stop)
{
    return echo(server, {{kModalityWorklistFind, u"archive.no-worklist"_s}}, std::move(stop));
}

} // namespace simiao::dimse
