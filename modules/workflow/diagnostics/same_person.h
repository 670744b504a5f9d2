#pragma once

#include "workflow/ports/image_source.h"

namespace simiao::workflow {

/// Whom images name.
struct NamedPerson
{
    QString id = {};
    QString name = {};
    QString birthDate = {}; ///< ISO
    QString sex = {};       ///< DICOM code

    bool isAnybody() const { return !id.isEmpty() || !name.isEmpty(); }
};

NamedPerson personIn(const ImageSeries &series);

/// Whether both are one person, whoever that is: name and birth date agree, or the number and one of these, and the sex does not
/// contradict. Two that are nobody are not told apart. Pure.
bool isSamePerson(const NamedPerson &a, const NamedPerson &b);

} // namespace simiao::workflow
