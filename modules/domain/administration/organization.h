#pragma once

#include "domain/base/record.h"

namespace simiao::administration {

/// A department of the hospital. FHIR Organization.
struct Organization : Record<Organization>
{
    /// Organization.identifier.
    QString code;
    /// Organization.name, Chinese.
    QString name;
    /// Organization.alias: English name.
    QString nameEn;
    /// Location.name of its usual consulting room.
    QString room;
    /// ChargeItemDefinition: fee of one visit, fen.
    Money registrationFee;

    bool operator==(const Organization &) const = default;
};

} // namespace simiao::administration

namespace simiao {

template <>
struct Describe<administration::Organization>
{
    using O = administration::Organization;
    static constexpr const char *name = "Organization";
    static constexpr const char *table = "organization";
    static constexpr auto fields =
        recordWith<O>(field("code", "Organization.identifier.value", &O::code),
                      field("name", "Organization.name", &O::name),
                      field("name_en", "Organization.alias", &O::nameEn),
                      field("room", "Location.name", &O::room),
                      field("registration_fee",
                            "ChargeItemDefinition.propertyGroup.priceComponent.amount",
                            &O::registrationFee));
};

} // namespace simiao
