#pragma once

#include <QStringList>

namespace simiao::dimse {

/// SOP classes of the objects that stand in a series of this modality (0008,0060), for archives that do not name the class of an image.
/// \returns none for a modality that is not known
QStringList classesOfModality(const QString &modality);

} // namespace simiao::dimse
