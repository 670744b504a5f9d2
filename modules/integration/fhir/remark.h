#pragma once

#include "domain/base/field_codec.h"

#include <array>

namespace simiao::fhir {

/// Why something of the file is not on record afterwards.
enum class RemarkCode {
    UnsupportedElement,  ///< there is no place for such an element
    UnsupportedResource, ///< there is no place for such a resource
    ValueNotKept,        ///< there is a place, but not for this value
    ReferenceUnresolved, ///< it points to something the file does not hold
};

/// One thing that was left out, and where it stands.
struct ImportRemark
{
    /// "entry[12].resource.Condition.onsetAge".
    QString path;
    RemarkCode code = RemarkCode::UnsupportedElement;
    /// What was there, or what became of it: codes and dates, never names or free text. "not stored: …" when its
    /// resource was left out for it.
    QString detail;

    bool operator==(const ImportRemark &) const = default;
};

} // namespace simiao::fhir

namespace simiao {

template <>
inline constexpr std::array kCodes<fhir::RemarkCode>{"unsupported-element", "unsupported-resource",
                                                     "value-not-kept", "reference-unresolved"};

} // namespace simiao
