#pragma once

#include "integration/fhir/element.h"

namespace simiao::fhir {

/// Patient.telecom: the number of a mobile phone, else the first number of a phone in use; empty when there is none.
/// Others are remarked.
QString readPhone(const Element &patient);

/// Patient.address: the home's, else the first in use, as one line: Address.text, else its parts in the order of its
/// script.
QString readAddress(const Element &patient);

} // namespace simiao::fhir
