#include "core/try.h"
#include "integration/dimse/transport_layer.h"
#include "integration/dimse/wire.h"

#include <dcmtk/dcmnet/dul.h>
#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <optional>

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

/// The toolkit takes a socket that is connected already through a variable of the process: whose turn it is may set it.
class Turn
{
public:
    explicit Turn(int socket)
        : m_lock(s_oneAtATime)
    {
        dcmExternalSocketHandle.set(socket);
    }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;
    ~Turn() { dcmExternalSocketHandle.set(-1); }

private:
    static inline std::mutex s_oneAtATime;
    const std::scoped_lock<std::mutex> m_lock;
};

/// What the toolkit makes of a call.
struct Call
{
    OFCondition condition;
    T_ASC_Network *network = nullptr;
    T_ASC_Association *association = nullptr;
};

/// Lets the toolkit take the socket and hear what the caller proposes. Others have their turn as soon as it has taken it: a caller may be
/// slow.
Call called(int socket, std::unique_ptr<DcmTransportLayer> layer, bool isTls, WireFacts &facts)
{
    std::optional<Turn> turn(socket);
    Call call;
    call.condition = ASC_initializeNetwork(NET_ACCEPTOR, 0, kToolkitSeconds, &call.network);
    if (call.condition.bad())
        return call;
    ASC_setTransportLayer(call.network, layer.release(), 1);
    facts.onConnection = [&turn] { turn.reset(); };
    call.condition = ASC_receiveAssociation(call.network, &call.association, ASC_MAXIMUMPDUSIZE, nullptr,
                                            nullptr, isTls ? OFTrue : OFFalse, DUL_BLOCK, kToolkitSeconds);
    facts.onConnection = [] {};
    return call;
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
    auto call = called(socket, std::move(layer).value(), acceptance.tls.isOn, *wire->facts);
    wire->network = call.network;
    wire->association = call.association;
    auto condition = call.condition;
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
