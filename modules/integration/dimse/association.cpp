#include "integration/dimse/association.h"

#include "core/try.h"
#include "integration/dimse/wire.h"

#include <dcmtk/dcmnet/cond.h>
#include <dcmtk/dcmnet/dul.h>

#include <algorithm>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

/// A command has a handful of elements; the longest is a list of a few UIDs.
constexpr qint64 kLargestCommand = 64 * 1024;

Error misread(const QString &detail)
{
    return {.kind = ErrorKind::Invalid, .code = u"archive.answer"_s, .detail = detail};
}

OFCondition write(T_ASC_Association &association, quint8 context, DUL_DATAPDV type, const QByteArray &bytes)
{
    const auto longest = static_cast<qsizetype>(association.sendPDVLength);
    qsizetype at = 0;
    OFCondition condition;
    do {
        const auto length = std::min(longest, bytes.size() - at);
        DUL_PDV pdv;
        pdv.fragmentLength = static_cast<unsigned long>(length);
        pdv.presentationContextID = context;
        pdv.pdvType = type;
        pdv.lastPDV = at + length == bytes.size();
        pdv.data = const_cast<char *>(bytes.constData() + at); // it is read only
        DUL_PDVLIST list{};
        list.count = 1;
        list.pdv = &pdv;
        condition = DUL_WritePDVs(&association.DULassociation, &list);
        at += length;
    } while (condition.good() && at < bytes.size());
    return condition;
}

/// The next fragment, from the PDU at hand or a new one.
OFCondition nextFragment(T_ASC_Association &association, DUL_PDV &pdv)
{
    if (DUL_NextPDV(&association.DULassociation, &pdv).good())
        return EC_Normal;
    const auto condition = DUL_ReadPDVs(&association.DULassociation, nullptr, DUL_BLOCK, 0);
    if (condition != DUL_PDATAPDUARRIVED)
        return condition.good() ? OFCondition(DUL_NOPDVS) : condition;
    return DUL_NextPDV(&association.DULassociation, &pdv);
}

} // namespace

Association::Association(std::unique_ptr<Wire> wire)
    : m_wire(std::move(wire))
{
}

Association::~Association() = default;

const std::vector<AcceptedContext> &Association::contexts() const
{
    return m_wire->contexts;
}

std::optional<AcceptedContext> Association::contextOf(const QString &sopClass) const
{
    const auto found = std::ranges::find(m_wire->contexts, sopClass, &AcceptedContext::sopClass);
    return found == m_wire->contexts.end() ? std::nullopt : std::optional(*found);
}

Result<AcceptedContext> Association::needed(const QString &sopClass) const
{
    if (const auto context = contextOf(sopClass))
        return *context;
    return Error{.kind = ErrorKind::Forbidden, .code = u"archive.service-refused"_s, .detail = sopClass};
}

QString Association::peerAe() const
{
    return m_wire->peerAe;
}

QString Association::peerProgram() const
{
    return QString::fromLatin1(m_wire->association->params->theirImplementationVersionName).trimmed();
}

QString Association::protocol() const
{
    return m_wire->protocol;
}

quint16 Association::nextMessageId()
{
    return ++m_wire->lastMessageId;
}

std::function<void()> Association::renewal() const
{
    return [guard = m_wire->guard] { guard->renew(); };
}

Result<void> Association::send(const AcceptedContext &context, const Command &command, const QByteArray &data)
{
    m_wire->guard->renew(m_wire->patience.answering);
    auto condition = write(*m_wire->association, context.id, DUL_COMMANDPDV, encoded(command));
    if (condition.good() && command.hasDataSet)
        condition = write(*m_wire->association, context.id, DUL_DATASETPDV, data);
    if (condition.bad())
        return m_wire->errorOf(condition);
    return ok();
}

Result<std::optional<Message>> Association::receive()
{
    m_wire->guard->renew(m_wire->patience.answering);
    QByteArray commandBytes;
    std::optional<Message> message;
    while (true) {
        DUL_PDV pdv{};
        const auto condition = nextFragment(*m_wire->association, pdv);
        if (condition == DUL_PEERREQUESTEDRELEASE && commandBytes.isEmpty() && !message) {
            ASC_acknowledgeRelease(m_wire->association);
            m_wire->isOver = true;
            return std::optional<Message>();
        }
        if (condition.bad()) {
            m_wire->isOver = m_wire->isOver || condition == DUL_PEERABORTEDASSOCIATION;
            return m_wire->errorOf(condition);
        }

        // What a length of less than its own two bytes becomes in the toolkit.
        if (pdv.fragmentLength > WatchedConnection::kLargestPdu)
            return misread(u"a PDV without bounds"_s);
        const bool isCommand = pdv.pdvType == DUL_COMMANDPDV;
        if (isCommand == message.has_value())
            return misread(isCommand ? u"a command where its data set is due"_s
                                     : u"a data set without its command"_s);
        auto &bytes = isCommand ? commandBytes : message->data;
        const auto largest = isCommand ? kLargestCommand : kLargestDataSet;
        if (qint64(pdv.fragmentLength) > largest - bytes.size())
            return misread(
                u"%1 of more than %2 bytes"_s.arg(isCommand ? u"a command"_s : u"a data set"_s).arg(largest));
        if (message && message->context.id != pdv.presentationContextID)
            return misread(u"a data set in another presentation context than its command"_s);
        bytes.append(static_cast<const char *>(pdv.data), qsizetype(pdv.fragmentLength));
        if (!pdv.lastPDV)
            continue;
        if (!isCommand)
            return message;

        const auto context =
            std::ranges::find(m_wire->contexts, quint8(pdv.presentationContextID), &AcceptedContext::id);
        if (context == m_wire->contexts.end())
            return misread(u"presentation context %1 was not agreed"_s.arg(pdv.presentationContextID));
        TRY(auto command, decodedCommand(commandBytes));
        message = Message{.context = *context, .command = std::move(command), .data = {}};
        if (!message->command.hasDataSet)
            return message;
    }
}

Result<Message> Association::receiveAnswer()
{
    TRY(auto message, receive());
    if (!message)
        return Error{.kind = ErrorKind::Unavailable,
                     .code = u"archive.cut"_s,
                     .detail = u"released before the answer"_s};
    return *std::move(message);
}

void Association::release()
{
    if (m_wire->isOver)
        return;
    constexpr std::chrono::seconds kGoodBye{3};
    m_wire->guard->renew(std::min<std::chrono::milliseconds>(kGoodBye, m_wire->patience.answering));
    m_wire->isOver = ASC_releaseAssociation(m_wire->association).good();
}

} // namespace simiao::dimse
