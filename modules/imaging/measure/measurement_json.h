#pragma once

#include "core/json.h"
#include "imaging/measure/measurement.h"

namespace simiao::imaging {

/// {"kind":"length","id":"…","label":"…","points":[[column,row],…]}, and "labelAt":[column,row] where somebody put the words;
/// numbers come back bit for bit.
Json toJson(const Measurement &measurement);
/// Invalid `measurement.unreadable` with the member that is wrong.
Result<Measurement> measurementFromJson(const Json &json);

/// An array of them; empty text for none.
QString toText(const std::vector<Measurement> &measurements);
/// All or nothing: a list that cannot be read whole is left to a newer program.
Result<std::vector<Measurement>> measurementsFromText(const QString &text);

} // namespace simiao::imaging
