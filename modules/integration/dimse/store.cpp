#include "integration/dimse/store.h"

#include "core/try.h"
#include "integration/dicom/worker/decoder_pool.h"
#include "integration/dimse/outgoing_file.h"
#include "integration/dimse/services.h"

#include <algorithm>
#include <span>
#include <utility>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

/// Class and syntax: what one presentation context is for.
using Kind = std::pair<QString, QString>;

Kind kindOf(const OutgoingFile &file)
{
    return {file.sopClass, file.transferSyntax};
}

Error refused(const QString &detail)
{
    return {.kind = ErrorKind::Forbidden, .code = u"archive.store-refused"_s, .detail = detail};
}

std::optional<AcceptedContext> contextFor(const Association &association, const OutgoingFile &file)
{
    const auto &contexts = association.contexts();
    const auto found = std::ranges::find_if(contexts, [&](const AcceptedContext &context) {
        return context.sopClass == file.sopClass && context.transferSyntax == file.transferSyntax;
    });
    return found == contexts.end() ? std::nullopt : std::optional(*found);
}

/// Success and the warnings with which an object is kept all the same (PS3.4 table B.2-1).
bool isKept(quint16 status)
{
    return status == 0 || (status & 0xF000) == 0xB000;
}

class Sending
{
public:
    Sending(const workflow::TransferProgress &progress, qsizetype files)
        : m_progress(progress)
    {
        m_transfer.count.total = int(files);
    }

    void done()
    {
        ++m_transfer.count.done;
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
    const auto bytes = dataSetOf(file);
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
        sending.done();
    else
        sending.failed(file.sopInstance, refused(statusText(answer.command)));
    return ok();
}

std::vector<OutgoingFile> readable(const QStringList &files, Sending &sending)
{
    // A file that is sent may be anybody's: it is parsed where it can do no harm.
    dicom::DecoderPool decoders({.program = dicom::decoderBesideProgram()});
    std::vector<OutgoingFile> list;
    for (const auto &path : files) {
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
    std::size_t kinds = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        kinds += i == 0 || kindOf(files[i]) != kindOf(files[i - 1]) ? 1 : 0;
        if (kinds > Association::kMostContexts)
            return i;
    }
    return files.size();
}

std::vector<ProposedContext> contextsFor(std::span<const OutgoingFile> files)
{
    std::vector<ProposedContext> contexts;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (i == 0 || kindOf(files[i]) != kindOf(files[i - 1]))
            contexts.push_back(
                {.sopClass = files[i].sopClass, .transferSyntaxes = {files[i].transferSyntax}});
    }
    return contexts;
}

} // namespace

Result<workflow::ImageTransfer> store(const Destination &peer,
                                      const QStringList &files,
                                      const workflow::TransferProgress &progress,
                                      std::stop_token stop)
{
    Sending sending(progress, files.size());
    const auto list = readable(files, sending);
    if (list.empty())
        return sending.transfer();
    bool hasBegun = false;
    for (std::span<const OutgoingFile> left = list; !left.empty();) {
        const auto share = left.first(shareOf(left));
        left = left.subspan(share.size());
        const auto association = Association::request(peer, contextsFor(share), stop);
        if (!association && !hasBegun)
            return association.error();
        hasBegun = true;
        auto sent = association ? ok() : Result<void>(association.error());
        for (const auto &file : share) {
            if (!sent)
                break;
            sent = sendOne(**association, file, sending);
        }
        if (!sent) {
            sending.endedBy(sent.error());
            return sending.transfer();
        }
        (*association)->release();
    }
    return sending.transfer();
}

} // namespace simiao::dimse
