#include "core/try.h"
#include "integration/dimse/host_address.h"
#include "integration/dimse/transport_layer.h"
#include "integration/dimse/wire.h"

#include <QRegularExpression>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;

/// A connection attempt that took this long was not answered; a refusal comes at once.
constexpr std::chrono::milliseconds kUnanswered{900};

void addContext(T_ASC_Parameters *parameters, int index, const ProposedContext &context)
{
    std::vector<QByteArray> names;
    for (const auto &syntax : context.transferSyntaxes)
        names.push_back(syntax.toLatin1());
    std::vector<const char *> list;
    for (const auto &name : names)
        list.push_back(name.constData());
    const auto role = context.role == Role::Provider ? ASC_SC_ROLE_SCP : ASC_SC_ROLE_DEFAULT;
    ASC_addPresentationContext(parameters, static_cast<T_ASC_PresentationContextID>(2 * index + 1),
                               context.sopClass.toLatin1().constData(), list.data(),
                               static_cast<int>(list.size()), role);
}

T_ASC_Parameters *parametersFor(const Destination &peer,
                                const QString &address,
                                const std::vector<ProposedContext> &contexts)
{
    T_ASC_Parameters *parameters = nullptr;
    ASC_createAssociationParameters(&parameters, ASC_MAXIMUMPDUSIZE);
    nameOurselves(*parameters);
    ASC_setAPTitles(parameters, peer.callingAe.toLatin1().constData(), peer.calledAe.toLatin1().constData(),
                    nullptr);
    ASC_setTransportLayerType(parameters, peer.tls.isOn ? OFTrue : OFFalse);
    const auto called = u"%1:%2"_s.arg(address).arg(peer.port).toLatin1();
    ASC_setPresentationAddresses(parameters, "localhost", called.constData());
    for (std::size_t i = 0; i < contexts.size() && i < Association::kMostContexts; ++i)
        addContext(parameters, static_cast<int>(i), contexts[i]);
    return parameters;
}

/// "DIMSE", "DIMSE, TLSv1.3": the toolkit tells the version among other lines.
QString protocolOf(T_ASC_Association *association, bool isTls)
{
    if (!isTls)
        return u"DIMSE"_s;
    OFString words;
    const auto text = QString::fromLatin1(ASC_dumpConnectionParameters(words, association).c_str());
    static const QRegularExpression protocol(u"Protocol\\s*:\\s*(\\S+)"_s);
    const auto version = protocol.match(text).captured(1);
    return u"DIMSE, %1"_s.arg(version.isEmpty() ? u"TLS"_s : version);
}

/// Nothing of what was proposed is talked about.
Error noContext(const std::vector<ProposedContext> &proposed)
{
    QString detail;
    if (!proposed.empty()) {
        const auto &first = proposed.front();
        const bool isStored = first.transferSyntaxes.size() == 1; // as a file has it, with no other to choose
        detail =
            isStored ? u"%1 in %2"_s.arg(first.sopClass, first.transferSyntaxes.front()) : first.sopClass;
    }
    return {.kind = ErrorKind::Forbidden, .code = u"archive.service-refused"_s, .detail = detail};
}

} // namespace

Result<std::unique_ptr<Association>> Association::request(const Destination &peer,
                                                          const std::vector<ProposedContext> &contexts,
                                                          std::stop_token stop)
{
    auto wire = std::make_unique<Wire>(stop, peer.patience);
    TRY(const auto address, addressOf(peer.host, peer.patience.connecting, stop));
    if (const auto condition = ASC_initializeNetwork(NET_REQUESTOR, 0, kToolkitSeconds, &wire->network);
        condition.bad())
        return wire->errorOf(condition);
    TRY(auto layer, transportLayer(Side::Requestor, peer.tls, peer.host, wire->guard, wire->facts));
    ASC_setTransportLayer(wire->network, layer.release(), 1);

    OFCondition condition;
    for (bool isUnanswered = true; isUnanswered;) {
        const auto began = Clock::now();
        auto *parameters = parametersFor(peer, address, contexts);
        condition = ASC_requestAssociation(wire->network, parameters, &wire->association);
        isUnanswered = condition.bad() && !wire->facts->wasConnected && !wire->guard->isOver()
            && Clock::now() - began >= kUnanswered;
        if (isUnanswered && wire->association != nullptr)
            ASC_destroyAssociation(&wire->association);
    }
    if (condition.bad()) {
        wire->isOver = true;
        return wire->errorOf(condition);
    }
    wire->guard->renew(peer.patience.answering);
    wire->readContexts(true);
    wire->protocol = protocolOf(wire->association, peer.tls.isOn);
    if (wire->contexts.empty())
        return noContext(contexts);
    return std::unique_ptr<Association>(new Association(std::move(wire)));
}

} // namespace simiao::dimse
