#include "integration/dicomweb/search_query.h"

#include "integration/dicom/name_key.h"

#include <QRegularExpression>

#include <algorithm>

namespace simiao::dicomweb {

using namespace Qt::StringLiterals;
using workflow::StudyQuery;

namespace {

/// Studies that are asked for where most of them must be taken out here.
constexpr int kMostBare = 2000;

QString bare(const QString &name)
{
    QString text = name;
    return text.remove(u' ').remove(u'^').remove(u'=');
}

QString dateRange(const StudyQuery &query)
{
    if (!query.from && !query.to)
        return {};
    const auto text = [](const std::optional<QDate> &date) {
        return date ? date->toString(u"yyyyMMdd"_s) : QString();
    };
    return query.from == query.to ? text(query.from) : text(query.from) + u'-' + text(query.to);
}

void add(QUrlQuery &parameters, const QString &keyword, const QString &value)
{
    // All but letters and digits is encoded: & and = and + of a name must not be read as the query's own.
    if (!value.isEmpty())
        parameters.addQueryItem(keyword, QString::fromLatin1(QUrl::toPercentEncoding(value, "*?")));
}

bool isPlainSign(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
        || QStringView(u"-._~*?").contains(c);
}

/// What must be encoded becomes "any sign", and what that makes of *王*小* becomes *.
QString withoutSigns(const QString &text)
{
    QString plain;
    for (const QChar c : text)
        plain += isPlainSign(c) ? c : QChar(u'?');
    static const QRegularExpression anything(u"[*?]*[*][*?]*"_s);
    plain.replace(anything, u"*"_s);
    return plain == "*"_L1 ? QString() : plain;
}

/// Wildcards of DICOM: * and ?.
bool fits(const QString &text, const QString &asked)
{
    if (asked.trimmed().isEmpty())
        return true;
    auto pattern = QRegularExpression::escape(asked.trimmed());
    pattern.replace(u"\\*"_s, u".*"_s).replace(u"\\?"_s, u"."_s);
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern),
                                        QRegularExpression::CaseInsensitiveOption);
    return expression.match(text).hasMatch();
}

StudyQuery withoutSigns(StudyQuery query)
{
    query.patientName = withoutSigns(dicom::nameKey(query.patientName));
    query.patientId = withoutSigns(query.patientId.trimmed());
    query.accessionNumber = withoutSigns(query.accessionNumber.trimmed());
    return query;
}

} // namespace

QUrlQuery studyParameters(const StudyQuery &query)
{
    QUrlQuery parameters;
    add(parameters, u"PatientID"_s, query.patientId.trimmed());
    add(parameters, u"PatientName"_s, dicom::nameKey(query.patientName));
    add(parameters, u"AccessionNumber"_s, query.accessionNumber.trimmed());
    add(parameters, u"StudyInstanceUID"_s, query.studyInstanceUid.trimmed());
    add(parameters, u"ModalitiesInStudy"_s, query.modality.trimmed());
    add(parameters, u"StudyDate"_s, dateRange(query));
    add(parameters, u"includefield"_s,
        u"00081030"_s); // StudyDescription is the only one that is not always told
    add(parameters, u"limit"_s, QString::number(query.limit));
    add(parameters, u"fuzzymatching"_s, u"false"_s);
    return parameters;
}

QUrlQuery bareStudyParameters(const StudyQuery &query)
{
    auto plain = withoutSigns(query);
    plain.limit = std::max(query.limit, kMostBare);
    return studyParameters(plain);
}

bool hasSigns(const StudyQuery &query)
{
    const auto texts =
        query.patientName.trimmed() + query.patientId.trimmed() + query.accessionNumber.trimmed();
    return !std::ranges::all_of(texts, isPlainSign);
}

bool isMeant(const workflow::ArchivedStudy &study, const StudyQuery &query)
{
    const auto key = dicom::nameKey(query.patientName);
    return fits(bare(study.patientName), bare(key)) && isNameOf(study, query)
        && fits(study.patientId, query.patientId) && fits(study.accessionNumber, query.accessionNumber);
}

bool isNameOf(const workflow::ArchivedStudy &study, const StudyQuery &query)
{
    return dicom::isNameMeant(study.patientName, query.patientName);
}

} // namespace simiao::dicomweb
