#include "imaging/models/identity_words.h"

#include <QCoreApplication>

namespace simiao::viewer {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Identity)
};

QString joined(QStringList parts, const QString &separator)
{
    parts.removeAll(QString());
    return parts.join(separator);
}

QString bornText(const QString &birthDate)
{
    return birthDate.isEmpty() ? QString() : Words::tr("born %1").arg(birthDate);
}

QString dicomSex(administration::Gender gender)
{
    switch (gender) {
    case administration::Gender::Male: return QStringLiteral("M");
    case administration::Gender::Female: return QStringLiteral("F");
    case administration::Gender::Other: return QStringLiteral("O");
    case administration::Gender::Unknown: return {};
    }
    return {};
}

/// An O among words is read as one of them.
QString sexText(const QString &sex)
{
    return sex == QLatin1String("O") ? Words::tr("sex other") : sexLetter(sex);
}

QString namedIn(const workflow::ImageSeries &series)
{
    const auto id = series.patientId.isEmpty() ? QString() : Words::tr("ID %1").arg(series.patientId);
    return joined({series.patientName, sexText(series.patientSex), bornText(series.patientBirthDate), id},
                  Words::tr(", ", "between the parts of a line"));
}

} // namespace

QString sexLetter(const QString &sex)
{
    if (sex == QLatin1String("M"))
        return Words::tr("M", "sex: male");
    if (sex == QLatin1String("F"))
        return Words::tr("F", "sex: female");
    return sex == QLatin1String("O") ? Words::tr("O", "sex: other") : QString();
}

QString ageText(const QString &birthDate, const QString &studyDate)
{
    const auto birth = Date::parse(birthDate);
    const auto study = Date::parse(studyDate);
    if (!birth || !study)
        return {};
    const auto age = ageOn(*birth, *study);
    if (!age)
        return {};
    const int months = age->years * 12 + age->months;
    if (age->years >= 2)
        return Words::tr("%1y", "age in years").arg(age->years);
    return months >= 2 ? Words::tr("%1m", "age in months").arg(months)
                       : Words::tr("%1d", "age in days").arg(birth->day.daysTo(study->day));
}

QString namedInImages(const std::vector<workflow::ImageSeries> &series)
{
    QStringList names;
    for (const auto &one : series)
        names.append(namedIn(one));
    names.removeDuplicates();
    return joined(names, Words::tr("; ", "between several of them"));
}

QString namedOnRecord(const administration::Patient &patient)
{
    return joined({patient.name, sexText(dicomSex(patient.gender)), bornText(patient.birthDate.toIso()),
                   Words::tr("MRN %1").arg(patient.mrn)},
                  Words::tr(", ", "between the parts of a line"));
}

} // namespace simiao::viewer
