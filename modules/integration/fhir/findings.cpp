#include "integration/fhir/findings.h"

#include <map>
#include <ranges>

namespace simiao::fhir {

namespace {

/// "entry[12].resource…" is of entry 12; what is of none comes first.
int entryOf(const ImportRemark &remark)
{
    static const auto head = QStringLiteral("entry[");
    if (!remark.path.startsWith(head))
        return -1;
    return remark.path.mid(head.size()).section(QLatin1Char(']'), 0, 0).toInt();
}

} // namespace

QString childPath(const QString &path, const QString &name)
{
    return path.isEmpty() ? name : path + QLatin1Char('.') + name;
}

QString itemPath(const QString &path, qsizetype index)
{
    return QStringLiteral("%1[%2]").arg(path).arg(index);
}

QString resourcePath(const QString &path, const Json &json)
{
    const QString type = json[QStringLiteral("resourceType")].toString();
    const bool isOfEntry = path.endsWith(QLatin1StringView(".resource"));
    return isOfEntry && !type.isEmpty() ? childPath(path, type) : path;
}

void Findings::remark(const QString &path, RemarkCode code, const QString &detail)
{
    m_remarks.push_back({path, code, detail});
}

void Findings::refuse(const QString &code, const QString &detail)
{
    if (!m_error)
        m_error = Error{ErrorKind::Invalid, code, detail};
}

void Findings::reportRest(const Json &json, const QString &path)
{
    if (m_closed.contains(&json))
        return;
    const QString place = resourcePath(path, json);
    for (const auto &[name, member] : json.object()) {
        if (m_taken.contains(&member))
            reportRest(member, childPath(place, name));
        else
            remark(childPath(place, name), RemarkCode::UnsupportedElement);
    }
    for (qsizetype i = 0; i < json.array().size(); ++i)
        reportRest(json.array()[i], itemPath(place, i));
}

std::vector<ImportRemark> Findings::remarks() const
{
    std::multimap<int, ImportRemark> byEntry; // of one entry, in the order of reading
    for (const auto &remark : m_remarks)
        byEntry.emplace(entryOf(remark), remark);
    const auto ordered = byEntry | std::views::values;
    return {ordered.begin(), ordered.end()};
}

} // namespace simiao::fhir
