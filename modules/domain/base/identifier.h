#pragma once

#include "domain/base/describe.h"

namespace simiao {

/// FHIR Identifier: a number another system gave. System and value together name one thing.
struct Identifier
{
    /// Identifier.type: code of HL7 table 0203 (MR, SS, DL), else its text.
    QString type;
    /// Identifier.system: URI of who gave it; empty when nobody said.
    QString system;
    /// Identifier.value.
    QString value;

    bool operator==(const Identifier &) const = default;
};

template <>
struct Describe<Identifier>
{
    static constexpr auto fields =
        FieldTable{field("type", "Identifier.type.coding.code", &Identifier::type),
                   field("system", "Identifier.system", &Identifier::system),
                   field("value", "Identifier.value", &Identifier::value, Privacy::Identifier)};
};

} // namespace simiao
