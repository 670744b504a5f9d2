#pragma once

#include "workflow/ports/image_archive.h"

#include <QUrlQuery>

namespace simiao::dicomweb {

/// The parameters of a search for studies (PS3.18 8.3.4): wildcards as they are written, dates as a range, fuzzy matching off.
/// A Chinese name without wildcards is looked for wherever its characters stand: archives keep 王小明 as 王^小明 or behind a Latin
/// name, and match a name without wildcards as a whole only. isNameOf() takes out what that finds too much.
QUrlQuery studyParameters(const workflow::StudyQuery &query);

/// The same for an archive that does not read encoded signs (StudiesService::readsEscapes): each of them is asked for as "any sign",
/// many studies are asked for, and isMeant() takes out what that finds too much.
QUrlQuery bareStudyParameters(const workflow::StudyQuery &query);

/// The question has signs that must be encoded in an address.
bool hasSigns(const workflow::StudyQuery &query);

/// A study as the question wants it: texts with their wildcards, without case; names without regard to ^ and blanks.
bool isMeant(const workflow::ArchivedStudy &study, const workflow::StudyQuery &query);

/// Whether a study that was found for the name is meant; yes for all that the archive alone can judge.
bool isNameOf(const workflow::ArchivedStudy &study, const workflow::StudyQuery &query);

} // namespace simiao::dicomweb
