#include "integration/dimse/store.h"

#include "core/try.h"
#include "integration/dicom/worker/decoder_pool.h"
#include "integration/dimse/implicit_dataset.h"
#include "integration/dimse/outgoing_file.h"
#include "integration/dimse/services.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

/// Class and syntax: what one presentation context is for.
using Kind = std::pair<QString, QString>;

constexpr QLatin1StringView kDeflated("1.2.840.10008.1.2.1.99");

/// So many objects one after the other at which a conversation ends: it is not the objects.
constexpr std::size_t kMostSuspects = 3;

/// So many are looked into before the archive hears of them.
constexpr qsizetype kLookedInto = 100;

Kind kindOf(const OutgoingFile &file)
{
    return {file.sopClass, file.transferSyntax};
}

Error refused(const QString &detail)
{
    return {.kind = ErrorKind::Forbidden, .code = u"archive.store-refused"_s, .detail = detail};
}

/// The syntaxes in which a file can be sent: as it is stored, and where its pixels are native in the one that every peer must take
/// (PS3.5 10.1). A deflated data set goes as what it inflates to.
QStringList syntaxesOf(const QString &transferSyntax)
{
    const bool isDeflated = transferSyntax == kDeflated;
    const auto stored = isDeflated ? QString(kExplicitLittleEndian) : transferSyntax;
    if (stored == kExplicitLittleEndian)
        return {stored, kImplicitLittleEndian};
    return {stored};
}

std::optional<AcceptedContext> contextFor(const Association &association, const OutgoingFile &file)
{
    const auto &contexts = association.contexts();
    for (const auto &syntax : syntaxesOf(file.transferSyntax)) {
        const auto found = std::ranges::find_if(contexts, [&](const AcceptedContext &context) {
            return context.sopClass == file.sopClass && context.transferSyntax == syntax;
        });
        if (found != contexts.end())
            return *found;
    }
    return std::nullopt;
}

Result<QByteArray> bytesFor(const AcceptedContext &context, const OutgoingFile &file)
{
    TRY(auto bytes, dataSetOf(file));
    const bool isStored = syntaxesOf(file.transferSyntax).front() == context.transferSyntax;
    return isStored ? Result<QByteArray>(std::move(bytes)) : asImplicit(bytes);
}

/// Success and the warnings with which an object is kept all the same (PS3.4 table B.2-1).
bool isKept(quint16 status)
{
    return status == 0 || (status & 0xF000) == 0xB000;
}

class Sending
{
public:
    Sending(const workflow::TransferProgress &progress, const workflow::FileSent &sent, qsizetype files)
        : m_progress(progress)
        , m_sent(sent)
    {
        m_transfer.count.total = int(files);
    }

    void done(const QString &path)
    {
        ++m_transfer.count.done;
        if (m_sent)
            m_sent(path);
        tell();
    }
    void failed(const QString &uid, Error error)
    {
        ++m_transfer.count.failed;
        m_transfer.failures.push_back({uid, std::move(error)});
        tell();
    }
    void endedBy(const Error &error) { m_transfer.endedBy = error; }

    workflow::ImageTransfer transfer() const { return m_transfer; }

private:
    void tell() const
    {
        if (m_progress)
            m_progress(m_transfer.count);
    }

    const workflow::TransferProgress &m_progress;
    const workflow::FileSent &m_sent;
    workflow::ImageTransfer m_transfer;
};

/// An error ends the association; what is wrong with the object alone is noted.
Result<void> sendOne(Association &association, const OutgoingFile &file, Sending &sending)
{
    const auto context = contextFor(association, file);
    if (!context) {
        sending.failed(file.sopInstance, refused(u"%1 in %2"_s.arg(file.sopClass, file.transferSyntax)));
        return ok();
    }
    const auto bytes = bytesFor(*context, file);
    if (!bytes) {
        sending.failed(file.sopInstance, bytes.error());
        return ok();
    }
    const auto id = association.nextMessageId();
    const Command request{.field = CommandField::CStoreRq,
                          .messageId = id,
                          .sopClass = file.sopClass,
                          .sopInstance = file.sopInstance,
                          .hasDataSet = true,
                          .priority = 0};
    TRY_VOID(association.send(*context, request, *bytes));
    TRY(const auto answer, association.receiveAnswer());
    TRY_VOID(checkAnswers(answer.command, CommandField::CStoreRsp, id));
    if (isKept(*answer.command.status))
        sending.done(file.path);
    else
        sending.failed(file.sopInstance, refused(statusText(answer.command)));
    return ok();
}

Result<std::vector<OutgoingFile>> readable(std::span<const QString> files,
                                           dicom::DecoderPool &decoders,
                                           Sending &sending,
                                           const std::stop_token &stop)
{
    std::vector<OutgoingFile> list;
    for (const auto &path : files) {
        if (stop.stop_requested())
            return cancelled();
        auto file = outgoingFile(path, decoders);
        if (file)
            list.push_back(*std::move(file));
        else
            sending.failed({}, file.error());
    }
    std::ranges::sort(list, {}, kindOf);
    return list;
}

/// As many files from the front as one association has contexts for.
std::size_t shareOf(std::span<const OutgoingFile> files)
{
    qsizetype contexts = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (i == 0 || kindOf(files[i]) != kindOf(files[i - 1]))
            contexts += syntaxesOf(files[i].transferSyntax).size();
        if (contexts > qsizetype(Association::kMostContexts))
            return i;
    }
    return files.size();
}

/// Each syntax in a context of its own: the peer that takes the stored one gets that.
std::vector<ProposedContext> contextsFor(std::span<const OutgoingFile> files)
{
    std::vector<ProposedContext> contexts;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (i != 0 && kindOf(files[i]) == kindOf(files[i - 1]))
            continue;
        for (const auto &syntax : syntaxesOf(files[i].transferSyntax))
            contexts.push_back({.sopClass = files[i].sopClass, .transferSyntaxes = {syntax}});
    }
    return contexts;
}

/// A conversation with the peer, opened when it is needed and kept while it has contexts for what comes next.
class Conversation
{
public:
    Conversation(const Destination &peer, std::stop_token stop)
        : m_peer(peer)
        , m_stop(std::move(stop))
    {
    }

    /// An error is about the peer or the network.
    Result<void> send(std::span<const OutgoingFile> share, Sending &sending)
    {
        const auto kinds = contextsFor(share);
        for (const auto &file : share) {
            TRY_VOID(agree(kinds));
            auto told = sendOne(*m_association, file, sending);
            if (!told
                && told.error().code
                    == "archive.cut"_L1) { // once more: it takes what it has already without harm
                m_association.reset();
                TRY_VOID(agree(kinds));
                told = sendOne(*m_association, file, sending);
            }
            TRY_VOID(judge(file, told, sending));
        }
        return ok();
    }

    /// Why the last objects were not answered, where nothing went through after them.
    Result<void> finish()
    {
        if (!m_suspects.empty())
            return m_suspects.back().error;
        release();
        return ok();
    }
    bool hasBegun() const { return m_hasBegun; }

private:
    static Kind keyOf(const ProposedContext &context)
    {
        return {context.sopClass, context.transferSyntaxes.front()};
    }

    void release()
    {
        if (m_association)
            m_association->release();
        m_association.reset();
    }

    Result<void> agree(const std::vector<ProposedContext> &kinds)
    {
        const bool isAgreed =
            m_association && std::ranges::all_of(kinds, [this](const ProposedContext &context) {
                return std::ranges::find(m_proposed, keyOf(context)) != m_proposed.end();
            });
        if (isAgreed)
            return ok();
        release();
        TRY(m_association, Association::request(m_peer, kinds, m_stop));
        m_proposed.clear();
        std::ranges::transform(kinds, std::back_inserter(m_proposed), keyOf);
        m_hasBegun = true;
        return ok();
    }

    /// An object at which a conversation ends may be the reason, as one that makes the peer's program fall: what goes through after it
    /// proves that. Where nothing does it is the peer or the network.
    Result<void> judge(const OutgoingFile &file, const Result<void> &told, Sending &sending)
    {
        if (told) {
            for (auto &suspect : m_suspects)
                sending.failed(suspect.sopInstanceUid, std::move(suspect.error));
            m_suspects.clear();
            return ok();
        }
        m_association.reset();
        m_suspects.push_back({file.sopInstance, told.error()});
        const bool isHopeless = m_suspects.size() >= kMostSuspects || m_stop.stop_requested();
        return isHopeless ? told : ok();
    }

    const Destination &m_peer;
    const std::stop_token m_stop;
    std::unique_ptr<Association> m_association;
    std::vector<workflow::InstanceFailure> m_suspects;
    std::vector<Kind> m_proposed;
    bool m_hasBegun = false;
};

/// Some files looked into, then sent.
Result<void> sendSome(std::span<const QString> files,
                      dicom::DecoderPool &decoders,
                      Conversation &conversation,
                      Sending &sending,
                      const std::stop_token &stop)
{
    TRY(const auto list, readable(files, decoders, sending, stop));
    for (std::span<const OutgoingFile> left = list; !left.empty();) {
        const auto share = left.first(shareOf(left));
        left = left.subspan(share.size());
        TRY_VOID(conversation.send(share, sending));
    }
    return ok();
}

} // namespace

Result<workflow::ImageTransfer> store(const Destination &peer,
                                      const QStringList &files,
                                      const workflow::TransferProgress &progress,
                                      std::stop_token stop,
                                      const workflow::FileSent &sent)
{
    Sending sending(progress, sent, files.size());
    // A file that is sent may be anybody's: it is parsed where it can do no harm.
    dicom::DecoderPool decoders({.program = dicom::decoderBesideProgram()});
    Conversation conversation(peer, stop);
    for (std::span<const QString> left(files.constData(), std::size_t(files.size())); !left.empty();) {
        const auto some = left.first(std::min(left.size(), std::size_t(kLookedInto)));
        left = left.subspan(some.size());
        const auto ended = sendSome(some, decoders, conversation, sending, stop);
        if (!ended && !conversation.hasBegun())
            return ended.error();
        if (!ended) {
            sending.endedBy(ended.error());
            return sending.transfer();
        }
    }
    if (const auto ended = conversation.finish(); !ended)
        sending.endedBy(ended.error());
    return sending.transfer();
}

} // namespace simiao::dimse
