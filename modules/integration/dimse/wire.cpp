#include "integration/dimse/wire.h"

#include "integration/dicom/toolkit.h"
#include "integration/dimse/services.h"

#include <dcmtk/dcmnet/cond.h>
#include <dcmtk/dcmnet/dul.h>

#include <csignal>
#include <mutex>
#include <utility>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

Error unavailable(const QString &code, const QString &detail)
{
    return {.kind = ErrorKind::Unavailable, .code = code, .detail = detail};
}

QString nameOf(const char *text)
{
    return QString::fromLatin1(text).trimmed();
}

/// PS3.8 9.3.4: who refused, and why.
QString rejectionOf(T_ASC_Association *association)
{
    if (association == nullptr || association->params == nullptr)
        return {};
    T_ASC_RejectParameters reasons;
    if (ASC_getRejectParameters(association->params, &reasons).bad())
        return {};
    OFString text;
    return nameOf(ASC_printRejectParameters(text, &reasons).c_str()).replace(u'\n', u' ');
}

} // namespace

void nameOurselves(T_ASC_Parameters &parameters)
{
    qstrncpy(parameters.ourImplementationClassUID, kImplementationClassUid.data(), sizeof(DIC_UI));
    qstrncpy(parameters.ourImplementationVersionName, kImplementationVersion.data(), sizeof(DIC_SH));
}

void ensureNetwork()
{
    dicom::ensureToolkit();
    static std::once_flag once;
    std::call_once(once, [] {
        // A name server that does not answer must not hold a listener.
        dcmDisableGethostbyaddr.set(OFTrue);
        // Seconds for one attempt: it cannot be stopped from outside, so it is short and made again.
        dcmConnectionTimeout.set(1);
        // It would end each silence after a minute; the guard ends it, at the time that people have set. 0: never.
        dcmSocketReceiveTimeout.set(0);
        dcmSocketSendTimeout.set(0);
        std::signal(SIGPIPE, SIG_IGN);
    });
}

Association::Wire::Wire(std::stop_token stop, const Patience &patienceOfPeer)
    : guard(std::make_shared<SocketGuard>(std::move(stop), patienceOfPeer.connecting))
    , patience(patienceOfPeer)
{
    ensureNetwork();
}

Association::Wire::~Wire()
{
    if (association != nullptr) {
        if (!isOver) {
            // A peer that does not even read that gets no more of our time.
            guard->renew(std::chrono::seconds(1));
            ASC_abortAssociation(association);
        }
        ASC_destroyAssociation(&association);
    }
    if (network != nullptr)
        ASC_dropNetwork(&network);
}

void Association::Wire::readContexts(bool weRequested)
{
    auto *parameters = association->params;
    for (int i = 0; i < ASC_countPresentationContexts(parameters); ++i) {
        T_ASC_PresentationContext context;
        if (ASC_getPresentationContext(parameters, i, &context).bad()
            || context.resultReason != ASC_P_ACCEPTANCE)
            continue;
        const bool isProvider =
            context.acceptedRole == ASC_SC_ROLE_SCP || context.acceptedRole == ASC_SC_ROLE_SCUSCP;
        contexts.push_back({.id = context.presentationContextID,
                            .sopClass = nameOf(context.abstractSyntax),
                            .transferSyntax = nameOf(context.acceptedTransferSyntax),
                            .role = isProvider ? Role::Provider : Role::User});
    }
    const auto &parts = parameters->DULparams;
    peerAe = nameOf(weRequested ? parts.calledAPTitle : parts.callingAPTitle);
}

Error Association::Wire::errorOf(const OFCondition &condition) const
{
    const QString words = nameOf(condition.text());
    switch (guard->verdict()) {
    case SocketGuard::Verdict::Stopped: return cancelled();
    case SocketGuard::Verdict::Silent:
        return unavailable(u"archive.silent"_s,
                           facts->wasConnected ? u"no answer in time"_s : u"no connection in time"_s);
    case SocketGuard::Verdict::None: break;
    }
    if (facts->isTooLong)
        return {.kind = ErrorKind::Invalid, .code = u"archive.answer"_s, .detail = u"a PDU without bounds"_s};
    if (facts->isHandshakeCut)
        return unavailable(u"archive.cut"_s, u"in the TLS handshake: "_s + facts->handshakeFault);
    if (!facts->handshakeFault.isEmpty() || condition.code() == DULC_TLSERROR)
        return {.kind = ErrorKind::Forbidden, .code = u"archive.certificate"_s, .detail = words};
    if (condition == DUL_ASSOCIATIONREJECTED)
        return {
            .kind = ErrorKind::Forbidden, .code = u"archive.refused"_s, .detail = rejectionOf(association)};
    if (!facts->wasConnected)
        return unavailable(u"archive.unreachable"_s, words);
    return unavailable(u"archive.cut"_s, words);
}

} // namespace simiao::dimse
