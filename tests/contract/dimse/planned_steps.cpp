#include "planned_steps.h"

#include <QDir>
#include <QFile>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

void put(DcmItem &item, const DcmTagKey &tag, const char *value)
{
    item.putAndInsertString(tag, value);
}

} // namespace

bool writePlanned(const QString &folder, const PlannedStep &planned)
{
    DcmFileFormat file;
    auto &dataset = *file.getDataset();
    put(dataset, DCM_SpecificCharacterSet, "ISO_IR 192");
    put(dataset, DCM_AccessionNumber, "A1");
    put(dataset, DCM_PatientName, planned.patientName);
    put(dataset, DCM_PatientID, planned.patientId);
    put(dataset, DCM_PatientBirthDate, "19800203");
    put(dataset, DCM_PatientSex, "M");
    put(dataset, DCM_StudyInstanceUID, "2.25.77");
    put(dataset, DCM_RequestedProcedureID, "RP1");
    put(dataset, DCM_RequestedProcedureDescription, "胸部平扫");
    DcmItem *step = nullptr;
    dataset.findOrCreateSequenceItem(DCM_ScheduledProcedureStepSequence, step, 0);
    put(*step, DCM_Modality, planned.modality);
    put(*step, DCM_ScheduledStationAETitle, planned.stationAeTitle);
    put(*step, DCM_ScheduledProcedureStepStartDate, planned.date);
    put(*step, DCM_ScheduledProcedureStepStartTime, planned.time);
    put(*step, DCM_ScheduledPerformingPhysicianName, "Li^Na=李^娜");
    put(*step, DCM_ScheduledProcedureStepDescription, "胸部CT");
    put(*step, DCM_ScheduledProcedureStepID, planned.id);
    const auto path = QDir(folder).filePath(QString::fromLatin1(planned.id) + u".wl"_s);
    return file.saveFile(QFile::encodeName(path).constData(), EXS_LittleEndianExplicit).good();
}

bool writeWorklist(const QString &folder)
{
    constexpr std::array kPlanned{
        PlannedStep{"S2", "Wang^Xiaoming=王^小明", "CT", "20261122", "100000", "P002"},
        PlannedStep{"S1", "Li^Na=李^娜", "CT", "20261122", "090000"},
        PlannedStep{"S3", "Zhao^Liu=赵^六", "MR", "20261123", "080000", "P003", "MR1"},
    };
    const auto own = QDir(folder).filePath(u"RIS"_s);
    QFile lock(QDir(own).filePath(u"lockfile"_s)); // wlmscpfs wants one
    return QDir().mkpath(own) && lock.open(QIODevice::WriteOnly)
        && std::ranges::all_of(kPlanned, [&](const auto &planned) { return writePlanned(own, planned); });
}

} // namespace simiao::test
