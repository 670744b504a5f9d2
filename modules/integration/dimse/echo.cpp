#include "integration/dimse/echo.h"

#include "core/try.h"
#include "integration/dimse/services.h"

#include <QElapsedTimer>

#include <utility>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

Result<void> exchangeEcho(Association &association)
{
    TRY(const auto context, association.needed(kVerification));
    const auto id = association.nextMessageId();
    TRY_VOID(association.send(context,
                              {.field = CommandField::CEchoRq, .messageId = id, .sopClass = kVerification}));
    TRY(const auto answer, association.receiveAnswer());
    TRY_VOID(checkAnswers(answer.command, CommandField::CEchoRsp, id));
    if (answer.command.status != 0)
        return Error{
            .kind = ErrorKind::Forbidden, .code = u"archive.refused"_s, .detail = statusText(answer.command)};
    return ok();
}

QStringList noticesOf(const Association &association, const std::vector<WantedService> &services)
{
    QStringList notices;
    for (const auto &service : services) {
        if (!association.contextOf(service.sopClass))
            notices.append(service.notice);
    }
    return notices;
}

} // namespace

Result<workflow::ArchiveProof> echo(const Destination &peer,
                                    const std::vector<WantedService> &services,
                                    std::stop_token stop)
{
    QElapsedTimer clock;
    clock.start();
    std::vector<ProposedContext> contexts{proposed(kVerification)};
    for (const auto &service : services)
        contexts.push_back(proposed(service.sopClass));
    TRY(const auto association, Association::request(peer, contexts, std::move(stop)));
    TRY_VOID(exchangeEcho(*association));
    const auto program = association->peerProgram();
    workflow::ArchiveProof proof{.peer = program.isEmpty() ? peer.address()
                                                           : u"%1 (%2)"_s.arg(peer.calledAe, program),
                                 .protocol = association->protocol(),
                                 .notices = noticesOf(*association, services)};
    association->release();
    proof.milliseconds = static_cast<int>(clock.elapsed());
    return proof;
}

Result<workflow::ArchiveProof> echo(const Destination &peer, std::stop_token stop)
{
    return echo(peer,
                {{kStudyRootFind, u"archive.no-find"_s},
                 {kStudyRootGet, u"archive.no-get"_s},
                 {kStudyRootMove, u"archive.no-move"_s}},
                std::move(stop));
}

} // namespace simiao::dimse
