#pragma once

#include "integration/fhir/findings.h"

#include <QStringList>

namespace simiao::fhir {

/// A FHIR element that is being read, and where it stands. A member of another type than FHIR gives it refuses the
/// file (`fhir.type` with path and what was expected); reading goes on with an empty value, and the caller asks
/// Findings at the end. Members nobody asked for are remarked when reading ends.
class Element
{
public:
    Element(const Json &json, QString path, Findings *findings)
        : m_json(&json)
        , m_path(std::move(path))
        , m_findings(findings)
    {
    }

    const QString &path() const { return m_path; }
    /// Looks without taking.
    bool has(const QString &name) const { return m_json->object().contains(name); }
    /// Whether there is such a member here or anywhere below.
    bool hasBelow(const QString &name) const;
    /// Name of the member that a choice of types such as onset[x] became; empty when there is none.
    QString choice(const QString &stem) const;

    /// The member; empty when there is none.
    QString text(const QString &name) const;
    /// The number as it was written; empty when there is none.
    QString number(const QString &name) const;
    std::optional<bool> flag(const QString &name) const;
    QStringList texts(const QString &name) const;
    /// The member; an element without members when there is none.
    Element member(const QString &name) const;
    std::vector<Element> list(const QString &name) const;
    /// The resource an entry carries.
    Element resource() const;

    /// The members are known and need no place of their own.
    void skip(const QStringList &names) const;
    void remark(const QString &name, RemarkCode code, const QString &detail = {}) const;
    /// Nothing of this element is kept, because of its member `name` (empty: because of what it is).
    void drop(const QString &name, RemarkCode code, const QString &detail = {}) const;
    /// Nothing more is to be said of this element.
    void close() const { m_findings->close(*m_json); }
    /// The file cannot be read because of this element.
    void refuse(const QString &name, const QString &code, const QString &why = {}) const;

private:
    /// Null when there is no such member.
    const Json *take(const QString &name) const;
    QString pathOf(const QString &name) const;
    void refuseType(const QString &path, const QString &expected) const;

    const Json *m_json;
    QString m_path;
    Findings *m_findings;
};

} // namespace simiao::fhir
