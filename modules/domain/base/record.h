#pragma once

#include "domain/base/describe.h"

namespace simiao::security {
struct Account;
}

namespace simiao {

/// What every stored row carries besides its content. Nothing is deleted; a row gets a status.
template <typename T>
struct Record
{
    /// Resource.id. UUIDv7 made at the workstation.
    Id<T> id;
    /// Meta.tag[site]: code of the campus where it was recorded.
    QString site;
    /// Meta.versionId: 1 when first stored, one more with each change; 0 is not stored yet.
    int version = 0;
    /// Meta.lastUpdated. UTC, set by the commit.
    Instant recordedAt;
    /// Provenance.agent.who: the account that recorded this version.
    Id<security::Account> recordedBy;

    bool operator==(const Record &) const = default;
};

/// The field table of an entity: the lines of Record, then those of the type.
template <typename T, typename... Fields>
constexpr auto recordWith(const Fields &...fields)
{
    return FieldTable{field<T, Id<T>>("id", "Resource.id", &T::id),
                      field<T, QString>("site", "Meta.tag", &T::site),
                      field<T, int>("version", "Meta.versionId", &T::version),
                      field<T, Instant>("recorded_at", "Meta.lastUpdated", &T::recordedAt),
                      field<T, Id<security::Account>>("recorded_by", "Provenance.agent.who", &T::recordedBy),
                      fields...};
}

} // namespace simiao
