#pragma once

#include "sdk/desk.h"
#include "ui/widgets/patient_banner.h"

namespace simiao::shell {

/// What the banner says of a person, in the language of the interface. What is not known is said, not left out.
/// \param today  for the age
ui::PatientSummary bannerSummary(const sdk::BannerPatient &person, const QLocale &locale, Date today);

} // namespace simiao::shell
