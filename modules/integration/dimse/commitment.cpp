#include "integration/dimse/commitment.h"

#include "core/try.h"
#include "integration/dicom/uid.h"
#include "integration/dimse/awaited_calls.h"
#include "integration/dimse/commitment_report.h"
#include "integration/dimse/services.h"

#include <QUuid>

#include <condition_variable>
#include <mutex>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

/// The one object that everybody asks (PS3.4 J.3.5).
constexpr QLatin1StringView kCommitmentInstance("1.2.840.10008.1.20.1.1");

/// The report, whichever way it comes.
class Report
{
public:
    Report(QString transactionUid, const std::vector<SentObject> &objects)
        : m_transactionUid(std::move(transactionUid))
        , m_objects(objects)
    {
    }

    const QString &transactionUid() const { return m_transactionUid; }

    /// The transaction stands in the data set as it is written.
    Claim claim(const Message &message) const
    {
        if (message.command.field != CommandField::NEventReportRq)
            return Claim::None;
        return message.data.contains(m_transactionUid.toLatin1()) ? Claim::Sure : Claim::Unwanted;
    }

    Result<void> answer(Association &association, const Message &message)
    {
        if (message.command.field != CommandField::NEventReportRq)
            return Error{.kind = ErrorKind::Invalid,
                         .code = u"archive.answer"_s,
                         .detail = u"only the report of a commitment is taken here"_s};
        auto commitment = commitmentReport(message, m_transactionUid, m_objects);
        const Command answer{.field = CommandField::NEventReportRsp,
                             .messageId = message.command.messageId,
                             .sopClass = message.command.sopClass,
                             .sopInstance = message.command.sopInstance,
                             .status = quint16(commitment ? 0x0000 : 0x0110),
                             .eventType = message.command.eventType};
        TRY_VOID(association.send(message.context, answer));
        {
            const std::scoped_lock lock(m_mutex);
            // An archive may come with the report of an earlier transaction first, which is no fault: ours is still to come.
            if (commitment)
                m_commitment = *std::move(commitment);
            else if (commitment.error().kind != ErrorKind::Conflict)
                m_fault = commitment.error();
        }
        m_changed.notify_all();
        return ok();
    }

    std::optional<Commitment> get() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_commitment;
    }
    /// What was wrong with a report.
    std::optional<Error> fault() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_fault;
    }

    void waitFor(std::chrono::milliseconds patience, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, stop, patience, [this] { return m_commitment.has_value(); });
    }

private:
    const QString m_transactionUid;
    const std::vector<SentObject> &m_objects;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<Commitment> m_commitment;
    std::optional<Error> m_fault;
};

Result<void> ask(Association &association, const Report &report, const std::vector<SentObject> &objects)
{
    TRY(const auto context, association.needed(kStorageCommitment));
    const Command request{.field = CommandField::NActionRq,
                          .messageId = association.nextMessageId(),
                          .sopClass = kStorageCommitment,
                          .sopInstance = kCommitmentInstance,
                          .hasDataSet = true,
                          .actionType = 1};
    return association.send(context, request,
                            commitmentRequest(report.transactionUid(), objects, context.transferSyntax));
}

/// Until the report has come here, or the peer said that it is going to report and may call us for it.
Result<void> listen(Association &association, Report &report, bool mayCall)
{
    bool isAnswered = false;
    while (!report.get() && !(isAnswered && mayCall)) {
        TRY(const auto message, association.receive());
        if (!message)
            return ok();
        if (message->command.field != CommandField::NActionRsp) {
            TRY_VOID(report.answer(association, *message));
            continue;
        }
        if (message->command.status != 0)
            return Error{.kind = ErrorKind::Forbidden,
                         .code = u"archive.refused"_s,
                         .detail = statusText(message->command)};
        isAnswered = true;
    }
    association.release();
    return ok();
}

Awaited reportsFor(const Destination &peer, Report &report)
{
    return {.acceptance = {.ownAe = peer.callingAe,
                           .callingAes = peer.callingBack(),
                           .sopClasses = {QString(kVerification), QString(kStorageCommitment)},
                           .transferSyntaxes = {kExplicitLittleEndian, kImplicitLittleEndian},
                           .tls = peer.tls,
                           .patience = peer.patience},
            .claim = [&report](const Message &message) { return report.claim(message); },
            .answering = [&report](Association &association,
                                   const Message &message) { return report.answer(association, message); }};
}

/// \param calls  null where nobody could call us
Error noReport(AwaitedCalls *calls)
{
    return withLastFault(
        {.kind = ErrorKind::Unavailable, .code = u"archive.silent"_s, .detail = u"no report came"_s},
        calls ? calls->finish() : std::nullopt);
}

} // namespace

Result<Commitment> commit(const Destination &peer,
                          const std::optional<ListeningPlace> &place,
                          const std::vector<SentObject> &objects,
                          std::stop_token stop)
{
    const std::chrono::milliseconds wait =
        peer.commitment.count() > 0 ? peer.commitment : peer.patience.answering;
    auto asked = peer;
    if (!place) // the report comes over the association that asks, or never
        asked.patience.answering = wait;
    const auto transaction = dicom::derivedUid(kImplementationClassUid, QUuid::createUuid().toString());
    Report report(transaction, objects);
    std::unique_ptr<AwaitedCalls> calls;
    if (place) {
        TRY(calls, AwaitedCalls::create(*place, reportsFor(peer, report)));
    }
    TRY(const auto association, Association::request(asked, {proposed(kStorageCommitment)}, stop));
    TRY_VOID(ask(*association, report, objects));
    const auto listened = listen(*association, report, calls != nullptr);
    if (listened && !report.get() && calls)
        report.waitFor(wait, stop);
    if (const auto commitment = report.get())
        return *commitment;
    if (stop.stop_requested())
        return cancelled();
    if (!listened)
        return listened.error();
    if (const auto fault = report.fault())
        return *fault;
    return noReport(calls.get());
}

} // namespace simiao::dimse
