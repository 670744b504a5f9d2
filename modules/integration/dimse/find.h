#pragma once

#include "integration/dimse/association.h"
#include "integration/dimse/image_list.h"

#include <functional>

namespace simiao::dimse {

/// Takes one answer; false: no more are wanted.
using Answer = std::function<Result<bool>(DcmDataset &answer)>;

/// How a list ended.
enum class Ending {
    Whole,
    Cut,     ///< by us, or by a limit of the archive (status FE00, or A700 behind some matches)
    Endless, ///< answers do not stop although we had enough: the association is of no more use
};

/// A series of a whole-body scan has some thousands; an archive that goes on for ever is not believed.
inline constexpr std::size_t kMostAnswers = 100'000;

/// C-FIND over an open association: `each` is called for every match, the end of the list is awaited also where it was enough.
/// As Association, and Invalid `archive.answer` with the status of a peer that refuses the question. \thread blocks
Result<Ending> find(Association &association,
                    QLatin1StringView service,
                    DcmDataset &question,
                    const Answer &each);

Result<workflow::StudyList> findStudies(const Destination &peer,
                                        const workflow::StudyQuery &query,
                                        std::stop_token stop);
Result<std::vector<workflow::ArchivedSeries>> findSeries(const Destination &peer,
                                                         const QString &studyInstanceUid,
                                                         std::stop_token stop);

/// The images of `what`, series by series, each in the order of its instance numbers. `what` may name none: all there are.
Result<ImageList> findImages(const Destination &peer, const workflow::Retrieval &what, std::stop_token stop);

} // namespace simiao::dimse
