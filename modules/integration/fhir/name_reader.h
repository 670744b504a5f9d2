#pragma once

#include "integration/fhir/element.h"

namespace simiao::fhir {

/// Whether a text has Chinese characters.
bool isHan(const QString &text);

/// Patient.name as one line; empty when there is none. Of several: those in use now before others, Chinese before
/// Latin, official before usual; the rest is remarked. HumanName.text is taken as it stands, else family and given
/// name are joined, in Chinese without a blank.
QString readName(const Element &patient);

} // namespace simiao::fhir
