#include "integration/dicomweb/store_answer.h"

#include "core/try.h"
#include "integration/dicomweb/archive_error.h"
#include "integration/dicomweb/json_dataset.h"
#include "integration/http/status_error.h"

#include <QSet>

namespace simiao::dicomweb {

using namespace Qt::StringLiterals;
using workflow::InstanceFailure;

namespace {

Error notStored(const std::optional<int> &reason)
{
    const int code = reason.value_or(0x0110); // processing failure
    const bool isOutOfResources = (code & 0xFF00) == 0xA700;
    return {isOutOfResources ? ErrorKind::Unavailable : ErrorKind::Invalid, u"archive.not-stored"_s,
            u"%1"_s.arg(code, 4, 16, QChar(u'0')).toUpper()};
}

struct Mentioned
{
    std::vector<InstanceFailure> failures;
    QSet<QString> failed;
    QSet<QString> stored;
};

Mentioned mentionedIn(const std::vector<JsonDataset> &answer)
{
    Mentioned mentioned;
    for (const auto &dataset : answer) {
        for (const auto &item : dataset.items(tags::FailedSopSequence)) {
            const auto uid = item.text(tags::ReferencedSopInstanceUid);
            mentioned.failures.push_back({uid, notStored(item.number(tags::FailureReason))});
            mentioned.failed.insert(uid);
        }
        for (const auto &item : dataset.items(tags::ReferencedSopSequence))
            mentioned.stored.insert(item.text(tags::ReferencedSopInstanceUid));
    }
    return mentioned;
}

} // namespace

Result<StoreAnswer> readStoreAnswer(const http::Response &answer, const QStringList &sent, const QUrl &server)
{
    const auto read = readDatasets(answer.body);
    auto accepted = http::accepted(answer, server);
    // Refusals as a whole often come with a page for people.
    if (!accepted && (!read || mentionedIn(*read).failures.empty()))
        return archiveError(std::move(accepted).error());
    if (!read)
        return Error(read.error());

    StoreAnswer result;
    auto mentioned = mentionedIn(*read);
    const bool isDetailed = !mentioned.failed.isEmpty() || !mentioned.stored.isEmpty();
    result.failures = std::move(mentioned.failures);
    for (const auto &uid : sent) {
        if (mentioned.failed.contains(uid))
            continue;
        // An answer that names some and not this one has not promised to keep it.
        if (isDetailed && !mentioned.stored.contains(uid))
            result.failures.push_back({uid, notStored({})});
        else
            ++result.stored;
    }
    return result;
}

} // namespace simiao::dicomweb
