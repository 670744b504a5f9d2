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

QStringList noticesOf(const Association &association)
{
    constexpr std::pair<QLatin1StringView, QLatin1StringView> kServices[]{
        {kStudyRootFind, QLatin1StringView("archive.no-find")},
        {kStudyRootGet, QLatin1StringView("archive.no-get")},
        {kStudyRootMove, QLatin1StringView("archive.no-move")},
    };
    QStringList notices;
    for (const auto &[service, notice] : kServices) {
        if (!association.contextOf(service))
            notices.append(notice);
    }
    return notices;
}

} // namespace

Result<workflow::ArchiveProof> echo(const Destination &peer, std::stop_token stop)
{
    QElapsedTimer clock;
    clock.start();
    TRY(const auto association,
        Association::request(peer,
                             {proposed(kVerification), proposed(kStudyRootFind), proposed(kStudyRootGet),
                              proposed(kStudyRootMove)},
                             std::move(stop)));
    TRY_VOID(exchangeEcho(*association));
    const auto program = association->peerProgram();
    workflow::ArchiveProof proof{.peer = program.isEmpty() ? peer.address()
                                                           : u"%1 (%2)"_s.arg(peer.calledAe, program),
                                 .protocol = association->protocol(),
                                 .notices = noticesOf(*association)};
    association->release();
    proof.milliseconds = static_cast<int>(clock.elapsed());
    return proof;
}

} // namespace simiao::dimse
