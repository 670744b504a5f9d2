#include "integration/dicomweb/study_answers.h"

#include <QSet>

#include <algorithm>

namespace simiao::dicomweb {

using namespace Qt::StringLiterals;
using workflow::ArchivedSeries;
using workflow::ArchivedStudy;

namespace {

/// 20260131 and the 2026.01.31 of old devices; anything else as it is.
QString isoDate(const QString &da)
{
    const auto digits = QString(da).remove(u'.');
    const auto date = QDate::fromString(digits, u"yyyyMMdd"_s);
    return date.isValid() ? date.toString(Qt::ISODate) : da;
}

/// 101530.123 gives 10:15:30, 1015 gives 10:15.
QString isoTime(const QString &tm)
{
    const auto digits = tm.section(u'.', 0, 0).remove(u':');
    const bool isPlain = std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isPlain || digits.size() < 4 || digits.size() % 2 != 0)
        return tm;
    QStringList parts;
    for (qsizetype at = 0; at < digits.size() && parts.size() < 3; at += 2)
        parts.append(digits.mid(at, 2));
    return parts.join(u':');
}

ArchivedStudy studyOf(const JsonDataset &dataset, const QString &uid)
{
    return {.studyInstanceUid = uid,
            .patientName = dataset.personName(tags::PatientName).shown(),
            .patientId = dataset.text(tags::PatientId),
            .patientBirthDate = isoDate(dataset.text(tags::PatientBirthDate)),
            .patientSex = dataset.text(tags::PatientSex),
            .studyDate = isoDate(dataset.text(tags::StudyDate)),
            .studyTime = isoTime(dataset.text(tags::StudyTime)),
            .accessionNumber = dataset.text(tags::AccessionNumber),
            .description = dataset.text(tags::StudyDescription),
            .modalities = dataset.texts(tags::ModalitiesInStudy),
            .series = dataset.number(tags::NumberOfStudyRelatedSeries),
            .instances = dataset.number(tags::NumberOfStudyRelatedInstances)};
}

ArchivedSeries seriesOf(const JsonDataset &dataset, const QString &study, const QString &uid)
{
    return {.studyInstanceUid = study,
            .seriesInstanceUid = uid,
            .modality = dataset.text(tags::Modality),
            .seriesNumber = dataset.number(tags::SeriesNumber).value_or(0),
            .description = dataset.text(tags::SeriesDescription),
            .bodyPart = dataset.text(tags::BodyPartExamined),
            .instances = dataset.number(tags::NumberOfSeriesRelatedInstances)};
}

} // namespace

Readable<std::vector<ArchivedStudy>> readStudies(const std::vector<JsonDataset> &answer)
{
    Readable<std::vector<ArchivedStudy>> studies;
    for (const auto &row : answer) {
        const auto uid = row.text(tags::StudyInstanceUid);
        if (isUsableUid(uid))
            studies.rows.push_back(studyOf(row, uid));
        else
            ++studies.left;
    }
    return studies;
}

Readable<std::vector<ArchivedSeries>> readSeries(const QString &studyInstanceUid,
                                                 const std::vector<JsonDataset> &answer)
{
    Readable<std::vector<ArchivedSeries>> series;
    for (const auto &row : answer) {
        const auto uid = row.text(tags::SeriesInstanceUid);
        if (isUsableUid(uid))
            series.rows.push_back(seriesOf(row, studyInstanceUid, uid));
        else
            ++series.left;
    }
    std::ranges::sort(series.rows, [](const auto &a, const auto &b) {
        return std::tie(a.seriesNumber, a.seriesInstanceUid) < std::tie(b.seriesNumber, b.seriesInstanceUid);
    });
    return series;
}

Readable<QStringList> readInstances(const std::vector<JsonDataset> &answer)
{
    Readable<QStringList> instances;
    QSet<QString> seen;
    for (const auto &row : answer) {
        const auto uid = row.text(tags::SopInstanceUid);
        instances.left += isUsableUid(uid) ? 0 : 1;
        if (isUsableUid(uid) && !seen.contains(uid))
            instances.rows.append(uid);
        seen.insert(uid);
    }
    return instances;
}

} // namespace simiao::dicomweb
