#pragma once

#include "sdk/desk.h"
#include "ui/widgets/patient_banner.h"
#include "workflow/consultation/open_visit.h"

namespace simiao::sdk {

/// Whose visit it is, with her allergies and the latest weight.
BannerPatient bannerOf(const workflow::VisitRecord &record);

/// What the banner says of a person, in the language of the interface. What is not known is said, not left out.
/// \param today  for the age
ui::PatientSummary bannerSummary(const BannerPatient &person, const QLocale &locale, Date today);

} // namespace simiao::sdk
