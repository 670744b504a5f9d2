#pragma once

#include "core/error.h"
#include "workflow/ports/image_archive.h"

namespace simiao::test {

inline workflow::Retrieval wholeStudy(const QString &studyInstanceUid)
{
    workflow::Retrieval what;
    what.studyInstanceUid = studyInstanceUid;
    return what;
}

/// How it went, for the message of a check: "3 of 6", what ended it, each image that is missing with its reason.
inline QString words(const Result<workflow::ImageTransfer> &transfer)
{
    if (!transfer)
        return logLine(transfer.error());
    auto text = QStringLiteral("%1 of %2").arg(transfer->count.done).arg(transfer->count.total.value_or(-1));
    if (transfer->endedBy)
        text += u' ' + logLine(*transfer->endedBy);
    for (const auto &failure : transfer->failures)
        text += u' ' + failure.sopInstanceUid + u' ' + logLine(failure.error);
    return text;
}

} // namespace simiao::test
