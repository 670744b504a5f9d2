#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

#include <cstdint>

namespace simiao::dicom {

/// What becomes of an attribute when an object is de-identified (PS3.15 E.1). Where the standard leaves a choice that depends on the
/// type of the attribute, the profile has taken the one that suits every type.
enum class CleanAction {
    Keep,
    Remove,     ///< X
    Empty,      ///< Z
    Dummy,      ///< D: a value of the same VR that means nothing
    ReplaceUid, ///< U; in sequences the UIDs within
};

/// PS3.15 table E.1-1 for the Basic Application Confidentiality Profile, what that leaves out and still says whose an object is, and which concepts of reports are attributes of that table in
/// other clothes, from `resources/rules/dicom_confidentiality.json`. It is built
/// into the program: who can edit a file of the installation must not be able to let names out.
class ConfidentialityProfile
{
public:
    /// Invalid `rules.shape` (what and where).
    static Result<ConfidentialityProfile> read(const QByteArray &json);
    /// The one of the program.
    static const ConfidentialityProfile &basic();

    /// Keep where nothing names the attribute.
    CleanAction actionFor(std::uint32_t tag) const { return m_actions.value(tag, CleanAction::Keep); }
    /// Attributes of the standard's table.
    qsizetype size() const { return m_size; }
    /// An item of a report with this concept, and all below it, says how old, how heavy … the patient is.
    bool describesPatient(const QString &codingScheme, const QString &codeValue) const
    {
        return m_descriptions.contains(codingScheme + u' ' + codeValue);
    }
    /// For Deidentification Method (0012,0063), at most 64 characters.
    const QString &method() const { return m_method; }

private:
    QHash<std::uint32_t, CleanAction> m_actions;
    qsizetype m_size = 0;
    QSet<QString> m_descriptions; ///< coding scheme and code
    QString m_method;
};

} // namespace simiao::dicom
