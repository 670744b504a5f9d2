#pragma once

#include "domain/diagnostics/imaging_study.h"
#include "workflow/context.h"
#include "workflow/ports/image_archive.h"

#include <QSet>

namespace simiao::workflow {

/// Somebody who waits for the physician, and the images on her record.
struct AwaitedPatient
{
    administration::Patient patient;
    std::vector<diagnostics::ImagingStudy> studies;
};

/// Who still waits today for the person of the session (called, on hold for tests, or not called yet), in the order of the queue;
/// needs `imaging.read`. Nobody where the session has no department.
/// \param most  people
Task<Result<std::vector<AwaitedPatient>>> awaitedPatients(Context context, int most);

/// What may be fetched before anybody asks for it.
struct PrefetchBounds
{
    int studiesOfPatient = 2;
    int instancesOfStudy =
        1500; ///< a larger study is left to whoever wants it; one that does not say its size too
};

/// Of what an archive has of a patient: the latest ones within the bounds that are not known yet, the latest first. Pure.
std::vector<ArchivedStudy> worthFetching(std::vector<ArchivedStudy> found,
                                         const QSet<QString> &known,
                                         const PrefetchBounds &bounds);

} // namespace simiao::workflow
