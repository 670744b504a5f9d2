#pragma once

#include "workflow/context.h"
#include "workflow/ports/image_source.h"
#include "workflow/ports/queries.h"

namespace simiao::workflow {

/// Whether images say they are of this patient. Images of somebody else are the gravest mix-up a viewer can make.
enum class ImageIdentity {
    Same,       ///< patient id or name and birth date agree
    Unlabelled, ///< the images name nobody
    Different,  ///< they name somebody else
};

/// Pure: compares what the series say with the patient.
ImageIdentity identityOf(const std::vector<ImageSeries> &series, const administration::Patient &patient);

/// Puts the studies found at `location` on the patient's record. Act `imaging.attach`.
/// Conflict `imaging.other-patient` when the images do not say that they are hers and `isIdentityConfirmed` is false; that
/// a person confirmed it is audited.
Task<Result<std::vector<diagnostics::ImagingStudy>>> attachStudies(Context context,
                                                                   Uuid command,
                                                                   Id<administration::Patient> patient,
                                                                   QString location,
                                                                   std::vector<ImageSeries> series,
                                                                   bool isIdentityConfirmed);

} // namespace simiao::workflow
