#pragma once

#include "integration/dimse/association.h"
#include "integration/dimse/intake.h"

namespace simiao::dimse {

/// The images of one series, asked for with one C-GET; they come over the association that asks. What the peer says it will not
/// send is given up in `intake`, the rest that did not come is told it. An error ends the association. \thread blocks
Result<void> getBatch(Association &association,
                      const QString &studyInstanceUid,
                      const std::vector<ArchivedImage> &batch,
                      Intake &intake);

/// As getBatch() with one C-MOVE; the peer connects to `destinationAe` for them.
Result<void> moveBatch(Association &association,
                       const QString &studyInstanceUid,
                       const std::vector<ArchivedImage> &batch,
                       const QString &destinationAe,
                       Intake &intake);

/// Answers a C-STORE that brought an object. \returns the error of the connection; what is wrong with the object is said to the
/// peer and noted in `intake`
Result<void> answerStore(Association &association, const Message &store, Intake &intake);

} // namespace simiao::dimse
