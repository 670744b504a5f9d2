#include "bootstrap/demo_study.h"

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

namespace {

/// "2.25." and the number that a UUID is (PS3.5 B.2).
QString studyUid(Uuid uuid)
{
    QString digits;
    while (!uuid.isNull()) {
        unsigned rest = 0;
        for (auto &byte : uuid.bytes) {
            const unsigned value = rest * 256 + byte;
            byte = std::uint8_t(value / 10);
            rest = value % 10;
        }
        digits.prepend(QChar(u'0' + char16_t(rest)));
    }
    return u"2.25."_s + digits;
}

QString dicomSex(administration::Gender gender)
{
    switch (gender) {
    case administration::Gender::Male: return u"M"_s;
    case administration::Gender::Female: return u"F"_s;
    case administration::Gender::Other: return u"O"_s;
    case administration::Gender::Unknown: return {};
    }
    return {};
}

} // namespace

void completeStudy(DemoStudy &study,
                   const administration::Patient &patient,
                   const QString &imagesFolder,
                   Uuid uid)
{
    auto &[order, row] = study;
    order.folder = u"%1/%2"_s.arg(imagesFolder, patient.mrn);
    order.patientId = patient.mrn;
    order.birthDate = patient.birthDate.toIso();
    order.sex = dicomSex(patient.gender);
    order.studyInstanceUid = studyUid(uid);
    row.patient = patient.id;
    row.studyInstanceUid = order.studyInstanceUid;
    row.modality = u"CT"_s;
    row.started = order.studyDate;
    row.numberOfSeries = 1;
    row.numberOfInstances = order.slices;
    row.endpoint = order.folder;
}

} // namespace simiao::bootstrap
