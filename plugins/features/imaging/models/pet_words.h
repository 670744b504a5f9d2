#pragma once

#include "imaging/pet_facts.h"

#include <QString>

#include <optional>

namespace simiao::viewer {

/// What must be said of a PET wherever it is shown: that it is not corrected for attenuation, or does not say whether. Its values are
/// too low in the depth of the body, and skin and lungs look hot. Empty where it is corrected, and for other images.
QString attenuationText(const std::optional<imaging::PetFacts> &pet);

/// How much a colour means, by `highest` of its scale: "PET 1/2: 0 to 35,000 Bq/ml".
/// \param which  "PET 1/2"
QString petScaleText(const QString &which, double highest, const QString &unit);
/// The same in SUV by body weight.
QString suvScaleText(const QString &which, double highest);
/// The highest value of a colour scale alone: "35,000 Bq/ml", "SUV 10".
QString petEndText(double highest, const QString &unit);
QString suvEndText(double highest);
/// Which one of how many, from 1.
QString petName(std::size_t number, std::size_t count);

} // namespace simiao::viewer
