#include "core/try.h"
#include "integration/dimse/transport_layer.h"
#include "integration/dimse/wire.h"

#include <dcmtk/dcmnet/dul.h>
#include <unistd.h>

#include <algorithm>
#include <mutex>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

Error refused(const QString &detail)
{
    return {.kind = ErrorKind::Forbidden, .code = u"archive.refused"_s, .detail = detail};
}

bool isWanted(const QString &sopClass, const Acceptance &acceptance)
{
    return std::ranges::any_of(acceptance.sopClasses, [&](const QString &wanted) {
        return wanted.endsWith(u'.') ? sopClass.startsWith(wanted) : sopClass == wanted;
    });
}

/// The first syntax of the proposal that we know: who proposes puts first what he has.
void answerContext(T_ASC_Parameters *parameters,
                   const T_ASC_PresentationContext &context,
                   const Acceptance &acceptance)
{
    const auto id = context.presentationContextID;
    if (!isWanted(QString::fromLatin1(context.abstractSyntax), acceptance)) {
        ASC_refusePresentationContext(parameters, id, ASC_P_ABSTRACTSYNTAXNOTSUPPORTED);
        return;
    }
    for (int i = 0; i < context.transferSyntaxCount; ++i) {
        const char *syntax = context.proposedTransferSyntaxes[i];
        if (!acceptance.transferSyntaxes.contains(QString::fromLatin1(syntax)))
            continue;
        ASC_acceptPresentationContext(parameters, id, syntax, context.proposedRole);
        return;
    }
    ASC_refusePresentationContext(parameters, id, ASC_P_TRANSFERSYNTAXESNOTSUPPORTED);
}

/// Empty, or why the caller is sent away, after having told him.
QString sentAway(T_ASC_Association *association, const Acceptance &acceptance)
{
    const auto &parts = association->params->DULparams;
    const auto title = [](const char *text) { return QString::fromLatin1(text).trimmed(); };
    T_ASC_RejectParameters reasons{ASC_RESULT_REJECTEDPERMANENT, ASC_SOURCE_SERVICEUSER,
                                   ASC_REASON_SU_CALLEDAETITLENOTRECOGNIZED};
    QString words;
    if (title(parts.calledAPTitle) != acceptance.ownAe) {
        words = u"called as %1"_s.arg(title(parts.calledAPTitle));
    } else if (!acceptance.callingAes.contains(title(parts.callingAPTitle))) {
        words = u"%1 is not allowed to call"_s.arg(title(parts.callingAPTitle));
        reasons.reason = ASC_REASON_SU_CALLINGAETITLENOTRECOGNIZED;
    }
    if (!words.isEmpty())
        ASC_rejectAssociation(association, &reasons);
    return words;
}

} // namespace

Result<std::unique_ptr<Association>> Association::accept(int socket,
                                                         const Acceptance &acceptance,
                                                         std::stop_token stop)
{
    auto wire = std::make_unique<Wire>(std::move(stop), acceptance.patience);
    auto layer = transportLayer(Side::Acceptor, acceptance.tls, {}, wire->guard, wire->facts);
    if (!layer) {
        ::close(socket);
        return layer.error();
    }
    OFCondition condition;
    {
        // The toolkit takes a socket that is connected already through a variable of the process.
        static std::mutex oneAtATime;
        const std::scoped_lock lock(oneAtATime);
        dcmExternalSocketHandle.set(socket);
        condition = ASC_initializeNetwork(NET_ACCEPTOR, 0, 1, &wire->network);
        if (condition.good()) {
            ASC_setTransportLayer(wire->network, std::move(layer).value().release(), 1);
            condition = ASC_receiveAssociation(wire->network, &wire->association, ASC_MAXIMUMPDUSIZE, nullptr,
                                               nullptr, acceptance.tls.isOn ? OFTrue : OFFalse, DUL_BLOCK, 1);
        }
        dcmExternalSocketHandle.set(-1);
    }
    if (!wire->facts->wasConnected)
        ::close(socket);
    if (condition.bad())
        return wire->errorOf(condition);

    if (const auto words = sentAway(wire->association, acceptance); !words.isEmpty()) {
        wire->isOver = true;
        return refused(words);
    }
    auto *parameters = wire->association->params;
    nameOurselves(*parameters);
    for (int i = 0; i < ASC_countPresentationContexts(parameters); ++i) {
        T_ASC_PresentationContext context;
        if (ASC_getPresentationContext(parameters, i, &context).good())
            answerContext(parameters, context, acceptance);
    }
    condition = ASC_acknowledgeAssociation(wire->association);
    if (condition.bad())
        return wire->errorOf(condition);
    wire->guard->renew(acceptance.patience.answering);
    wire->readContexts(false);
    return std::unique_ptr<Association>(new Association(std::move(wire)));
}

} // namespace simiao::dimse
