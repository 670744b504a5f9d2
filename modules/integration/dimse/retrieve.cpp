#include "integration/dimse/retrieve.h"

#include "core/try.h"
#include "integration/dimse/awaited_calls.h"
#include "integration/dimse/find.h"
#include "integration/dimse/intake.h"
#include "integration/dimse/modality_classes.h"
#include "integration/dimse/retrieve_batch.h"
#include "integration/dimse/services.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <utility>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

/// One association asks for so many at most at a time: few questions, and no long share for the last one to finish.
constexpr std::size_t kLargestBatch = 50;
/// Fewer than this are not worth another association.
constexpr std::size_t kWorthAnAssociation = 2;

/// \returns none where the archive says neither class nor modality: all the common ones are proposed
QStringList classesOf(const ImageList &list)
{
    QStringList classes;
    bool isKnown = true;
    for (const auto &image : list.images) {
        const auto these =
            image.sopClassUid.isEmpty() ? classesOfModality(image.modality) : QStringList{image.sopClassUid};
        isKnown = isKnown && !these.isEmpty();
        classes += these;
    }
    for (const auto &whole : list.wholes)
        classes += classesOfModality(whole.modality);
    classes.removeDuplicates();
    return isKnown ? classes : QStringList();
}

/// The answer cannot be read: that is about what was asked for, not about the network.
bool isAboutTheQuestion(const Error &error)
{
    return error.kind == ErrorKind::Invalid && error.code == u"archive.answer"_s;
}

/// Several associations that share one intake.
class Workers
{
public:
    Workers(const Destination &peer, const workflow::Retrieval &what, QStringList classes, Intake &intake)
        : m_peer(peer)
        , m_study(what.studyInstanceUid)
        , m_classes(std::move(classes))
        , m_intake(intake)
    {
    }

    /// Until all is there or nobody can go on. \returns the first error of an association, if there was one
    std::optional<Error> run(std::stop_token stop)
    {
        const auto images = m_intake.left();
        const auto most = std::size_t(std::clamp(m_peer.associations, 1, 8));
        const auto count =
            std::clamp((images + kWorthAnAssociation - 1) / kWorthAnAssociation, std::size_t{1}, most);
        m_batch = std::clamp(images / (count * 3) + 1, std::size_t{1}, kLargestBatch);
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < count; ++i)
            threads.emplace_back([this, stop] { note(work(stop)); });
        threads.clear(); // joins them
        return m_fault;
    }

    /// As run(), and each peer chooses in which syntax it sends a class.
    std::optional<Error> runOnTheirChoice(std::stop_token stop)
    {
        m_isTheirChoice = true;
        return run(std::move(stop));
    }

    bool hasBegun() const { return m_hasBegun; }

private:
    std::vector<ProposedContext> contexts() const
    {
        if (m_peer.way == Way::Move)
            return {proposed(kStudyRootMove)};
        std::vector<ProposedContext> all{proposed(kStudyRootGet)};
        const auto room = Association::kMostContexts - 1;
        const auto stored = m_isTheirChoice ? storageContextsOfTheirChoice(m_classes, room)
                                            : storageContexts(m_classes, room);
        all.insert(all.end(), stored.begin(), stored.end());
        return all;
    }

    Result<void> bring(Association &association, const std::vector<ArchivedImage> &batch)
    {
        if (m_peer.way == Way::Move)
            return moveBatch(association, m_study, batch, m_peer.callingAe, m_intake);
        return getBatch(association, m_study, batch, m_intake);
    }

    Result<std::unique_ptr<Association>> opened(const std::stop_token &stop)
    {
        TRY(auto association, Association::request(m_peer, contexts(), stop));
        TRY_VOID(association->needed(m_peer.way == Way::Move ? kStudyRootMove : kStudyRootGet));
        m_hasBegun = true;
        return association;
    }

    Result<void> work(const std::stop_token &stop)
    {
        if (m_intake.left() == 0)
            return ok();
        TRY(auto association, opened(stop));
        while (true) {
            const auto batch = m_intake.nextBatch(m_batch);
            if (batch.empty())
                break;
            auto brought = bring(*association, batch);
            if (brought)
                continue;
            if (!isAboutTheQuestion(brought.error()) || stop.stop_requested()) {
                m_intake.giveBack(batch);
                return brought;
            }
            // Where we stand in this conversation nobody knows: the rest is asked for in another.
            m_intake.notBrought(batch, brought.error());
            if (m_intake.left() == 0)
                return ok();
            TRY(association, opened(stop));
        }
        association->release();
        return ok();
    }

    void note(const Result<void> &worked)
    {
        const std::scoped_lock lock(m_mutex);
        if (!worked && !m_fault)
            m_fault = worked.error();
    }

    const Destination &m_peer;
    const QString m_study;
    const QStringList m_classes;
    Intake &m_intake;
    std::size_t m_batch = 1;
    bool m_isTheirChoice = false;
    std::atomic<bool> m_hasBegun = false;
    std::mutex m_mutex;
    std::optional<Error> m_fault;
};

Acceptance acceptanceFor(const Destination &peer)
{
    return {.ownAe = peer.callingAe,
            .callingAes = peer.callingBack(),
            .sopClasses = {QString(kVerification), u"1.2.840.10008.5.1.4.1.1."_s},
            .transferSyntaxes = storedSyntaxes(),
            .tls = peer.tls,
            .patience = peer.patience};
}

Awaited objectsFor(const Destination &peer, Intake &intake)
{
    return {
        .acceptance = acceptanceFor(peer),
        .claim =
            [&intake](const Message &message) {
                return message.command.field == CommandField::CStoreRq
                    ? intake.claim(message.command.sopInstance)
                    : Claim::None;
            },
        .answering = [&intake](Association &association,
                               const Message &message) { return answerStore(association, message, intake); }};
}

} // namespace

Result<workflow::ImageTransfer> retrieve(const Destination &peer,
                                         const ListeningPlace &place,
                                         const workflow::Retrieval &what,
                                         std::shared_ptr<workflow::ObjectSink> sink,
                                         workflow::TransferProgress progress,
                                         std::stop_token stop)
{
    TRY(const auto images, findImages(peer, what, stop));
    if (images.isEmpty())
        return Error{.kind = ErrorKind::NotFound, .code = u"archive.nothing"_s};

    std::stop_source over; // by who asked, or by a sink that takes no more
    const std::stop_callback asked(stop, [&over] { over.request_stop(); });
    Intake intake(what.studyInstanceUid, images, std::move(sink), std::move(progress), over);
    std::unique_ptr<AwaitedCalls> calls;
    if (peer.way == Way::Move) {
        TRY(calls, AwaitedCalls::create(place, objectsFor(peer, intake)));
    }
    Workers workers(peer, what, classesOf(images), intake);
    auto fault = workers.run(over.get_token());
    if (!fault && peer.way == Way::Get && !over.stop_requested() && intake.wantAgain())
        fault = workers.runOnTheirChoice(over.get_token());
    // Nothing comes any more: what is counted is what is there.
    const auto refused = calls ? calls->finish() : std::nullopt;
    auto transfer = intake.transfer();
    if (transfer.count.done == 0 && !transfer.failures.empty()) {
        for (auto &failure : transfer.failures)
            failure.error = withLastFault(failure.error, refused);
    }
    const int known = transfer.count.done + transfer.count.failed;
    if (stop.stop_requested())
        transfer.endedBy = cancelled();
    else if (intake.fault())
        transfer.endedBy = intake.fault();
    else if (known < *transfer.count.total)
        transfer.endedBy = fault ? fault : intake.shortfall();
    const bool isNothingToTell = transfer.count.done == 0 && transfer.count.failed == 0;
    if (fault && isNothingToTell && !workers.hasBegun() && !stop.stop_requested())
        return *fault;
    return transfer;
}

} // namespace simiao::dimse
