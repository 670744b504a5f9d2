#include "cli/archive_question.h"

#include "core/try.h"

namespace simiao::cli {

using namespace Qt::StringLiterals;

Error misread(const QString &option, const QString &value)
{
    return {.kind = ErrorKind::Invalid, .code = u"cli.option"_s, .detail = u"--%1 %2"_s.arg(option, value)};
}

Result<std::optional<QDate>> dateOf(const QString &option, const QString &text)
{
    if (text.isEmpty())
        return std::optional<QDate>();
    const auto date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return misread(option, text);
    return std::optional(date);
}

Result<workflow::StudyQuery> studyQuery(const Invocation &invocation)
{
    workflow::StudyQuery query;
    query.patientName = invocation.name;
    query.patientId = invocation.patient;
    query.modality = invocation.modality;
    TRY(query.from, dateOf(u"from"_s, invocation.from));
    TRY(query.to, dateOf(u"to"_s, invocation.to));
    if (invocation.limit > 0)
        query.limit = invocation.limit;
    return query;
}

Json countOrNull(const std::optional<int> &count)
{
    return count ? Json(*count) : Json();
}

} // namespace simiao::cli
