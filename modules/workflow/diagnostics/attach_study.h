#pragma once

#include "workflow/context.h"
#include "workflow/ports/image_source.h"
#include "workflow/ports/queries.h"

#include <map>
#include <optional>

namespace simiao::workflow {

/// Whether images say they are of this patient. Images of somebody else are the gravest mix-up a viewer can make.
enum class ImageIdentity {
    Same,        ///< patient id or name and birth date agree
    OtherNumber, ///< name and birth date agree, the patient id is one that the record does not know
    Unlabelled,  ///< the images name nobody
    Different,   ///< they name somebody else, or the other sex
};

/// They name her, perhaps under a number of another hospital.
constexpr bool namesHer(ImageIdentity identity)
{
    return identity == ImageIdentity::Same || identity == ImageIdentity::OtherNumber;
}

/// Pure: compares what the series say with the patient. Male against female is another patient whatever else agrees; "other" is what
/// some devices say of everybody, and contradicts nothing.
ImageIdentity identityOf(const std::vector<ImageSeries> &series, const administration::Patient &patient);

/// Why a person has to be asked before these are put on the patient's record; nothing where the images say that they are hers.
/// Conflict `imaging.other-patient` (they name somebody else, or nobody), `imaging.other-mrn` (their patient id is the number of
/// another patient on record), `imaging.other-number` (as ImageIdentity::OtherNumber).
Task<Result<std::optional<Error>>> doubtAbout(Context context,
                                              administration::Patient patient,
                                              std::vector<ImageSeries> series);

/// Whether attachStudies() would put these on the patient's record: what is costly is done after this was asked. As that.
Task<Result<void>> mayAttach(Context context,
                             Id<administration::Patient> patient,
                             std::vector<ImageSeries> series,
                             bool isIdentityConfirmed);

/// Puts the studies found at `location` on the patient's record. Act `imaging.attach`. A study that is on it already is counted anew where
/// it lies at the same place, or was copied together with what came.
/// As doubtAbout() when `isIdentityConfirmed` is false; that a person confirmed it is audited. Conflict `store.unique` when the study is on record from another place.
/// \param copies  where studies were copied to, by their UID: these are found there, not at `location`
Task<Result<std::vector<diagnostics::ImagingStudy>>> attachStudies(Context context,
                                                                   Uuid command,
                                                                   Id<administration::Patient> patient,
                                                                   QString location,
                                                                   std::vector<ImageSeries> series,
                                                                   bool isIdentityConfirmed,
                                                                   std::map<QString, QString> copies = {});

} // namespace simiao::workflow
