#pragma once

#include "domain/base/partial_date_time.h"
#include "integration/fhir/element.h"

namespace simiao::fhir {

/// A dateTime member, as precise as it was said; remarked when it is no date.
std::optional<PartialDateTime> readDateTime(const Element &element, const QString &name);

/// A dateTime member that must be a point in time here; remarked when it is less.
std::optional<Instant> readInstant(const Element &element, const QString &name);

} // namespace simiao::fhir
