#pragma once

#include "core/json.h"
#include "integration/fhir/remark.h"

#include <QSet>

#include <optional>
#include <vector>

namespace simiao::fhir {

/// What reading a file brings up: remarks, the first thing that makes it no FHIR, and which parts were looked at.
/// Parts are known by their address: the JSON must stay as it is while it is read.
class Findings
{
public:
    void remark(const QString &path, RemarkCode code, const QString &detail = {});
    /// The file cannot be read; only the first reason counts.
    void refuse(const QString &code, const QString &detail);

    /// Somebody asked for this part; its own parts are still to be looked at.
    void take(const Json &part) { m_taken.insert(&part); }
    /// Nothing more is to be said of this part.
    void close(const Json &part) { m_closed.insert(&part); }

    /// Remarks every part below `json` that nobody asked for, so no reader can forget one.
    void reportRest(const Json &json, const QString &path);

    const std::optional<Error> &error() const { return m_error; }
    /// In the order of the file's entries.
    std::vector<ImportRemark> remarks() const;

private:
    std::vector<ImportRemark> m_remarks;
    std::optional<Error> m_error;
    QSet<const Json *> m_taken;
    QSet<const Json *> m_closed;
};

/// Path of a part of `json`, which stands at `path`: a name, a place in a list, a resource with its type
/// ("entry[3].resource.Patient.name").
QString childPath(const QString &path, const QString &name);
QString itemPath(const QString &path, qsizetype index);
QString resourcePath(const QString &path, const Json &json);

} // namespace simiao::fhir
