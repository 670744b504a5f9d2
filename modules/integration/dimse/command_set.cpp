#include "integration/dimse/command_set.h"

#include "core/try.h"

#include <QMap>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

/// Elements of group 0000 (PS3.7 E.1).
enum Element : quint16 {
    GroupLength = 0x0000,
    AffectedSopClassUid = 0x0002,
    RequestedSopClassUid = 0x0003,
    CommandFieldElement = 0x0100,
    MessageId = 0x0110,
    MessageIdBeingRespondedTo = 0x0120,
    MoveDestination = 0x0600,
    Priority = 0x0700,
    CommandDataSetType = 0x0800,
    Status = 0x0900,
    ErrorComment = 0x0902,
    AffectedSopInstanceUid = 0x1000,
    RequestedSopInstanceUid = 0x1001,
    EventTypeId = 0x1002,
    ActionTypeId = 0x1008,
    NumberOfRemaining = 0x1020,
    NumberOfCompleted = 0x1021,
    NumberOfFailed = 0x1022,
    NumberOfWarning = 0x1023,
};

constexpr quint16 kNoDataSet = 0x0101;
constexpr quint16 kSomeDataSet = 0x0001;
constexpr qsizetype kElementHeader = 8;

constexpr std::array kFields{
    CommandField::CStoreRq,  CommandField::CGetRq,          CommandField::CFindRq,    CommandField::CMoveRq,
    CommandField::CEchoRq,   CommandField::NEventReportRq,  CommandField::NActionRq,  CommandField::CCancelRq,
    CommandField::CStoreRsp, CommandField::CGetRsp,         CommandField::CFindRsp,   CommandField::CMoveRsp,
    CommandField::CEchoRsp,  CommandField::NEventReportRsp, CommandField::NActionRsp, CommandField::NGetRq,
    CommandField::NSetRq,    CommandField::NCreateRq,       CommandField::NDeleteRq,  CommandField::NGetRsp,
    CommandField::NSetRsp,   CommandField::NCreateRsp,      CommandField::NDeleteRsp,
};

using Elements = QMap<quint16, QByteArray>;

QByteArray littleEndian(quint16 number)
{
    QByteArray bytes(2, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

void putNumber(Elements &elements, Element element, const std::optional<quint16> &number)
{
    if (number)
        elements.insert(element, littleEndian(*number));
}

void putText(Elements &elements, Element element, const QString &text, char padding)
{
    if (text.isEmpty())
        return;
    QByteArray bytes = text.toLatin1();
    if (bytes.size() % 2 != 0)
        bytes.append(padding);
    elements.insert(element, bytes);
}

/// The services with normalised operations ask about an object that is there, the composite ones and N-CREATE bring theirs.
bool namesRequestedObject(CommandField field)
{
    using enum CommandField;
    return field == NActionRq || field == NGetRq || field == NSetRq || field == NDeleteRq;
}

Elements elementsOf(const Command &command)
{
    Elements elements;
    const bool isRequested = namesRequestedObject(command.field);
    putText(elements, isRequested ? RequestedSopClassUid : AffectedSopClassUid, command.sopClass, '\0');
    putText(elements, isRequested ? RequestedSopInstanceUid : AffectedSopInstanceUid, command.sopInstance,
            '\0');
    putNumber(elements, CommandFieldElement, static_cast<quint16>(command.field));
    const bool isAnswer = !command.isRequest() || command.field == CommandField::CCancelRq;
    putNumber(elements, isAnswer ? MessageIdBeingRespondedTo : MessageId, command.messageId);
    putText(elements, MoveDestination, command.moveDestination, ' ');
    putNumber(elements, Priority, command.priority);
    putNumber(elements, CommandDataSetType, command.hasDataSet ? kSomeDataSet : kNoDataSet);
    putNumber(elements, Status, command.status);
    putText(elements, ErrorComment, command.errorComment, ' ');
    putNumber(elements, EventTypeId, command.eventType);
    putNumber(elements, ActionTypeId, command.actionType);
    putNumber(elements, NumberOfRemaining, command.remaining);
    putNumber(elements, NumberOfCompleted, command.completed);
    putNumber(elements, NumberOfFailed, command.failed);
    putNumber(elements, NumberOfWarning, command.warning);
    return elements;
}

QByteArray elementBytes(quint16 element, const QByteArray &value)
{
    QByteArray bytes(kElementHeader, '\0');
    qToLittleEndian(element, bytes.data() + 2);
    qToLittleEndian(static_cast<quint32>(value.size()), bytes.data() + 4);
    return bytes + value;
}

/// UIDs between backslashes, and the padding of the last.
QStringList listOf(QByteArrayView value)
{
    auto text = QString::fromLatin1(value);
    text.remove(QChar(QChar::Null));
    QStringList list;
    for (const auto &part : text.split(u'\\', Qt::SkipEmptyParts))
        list.append(part.trimmed());
    return list;
}

Error misread(const QString &words)
{
    return {
        .kind = ErrorKind::Invalid, .code = u"archive.answer"_s, .detail = u"command set: %1"_s.arg(words)};
}

/// A status in more words, behind the command: what of it is known, as far as it can be read.
QStringList failedInstancesIn(QByteArrayView detail)
{
    constexpr quint32 kFailedSopInstanceUidList = 0x00080058;
    while (detail.size() >= kElementHeader) {
        const quint32 tag = (quint32(qFromLittleEndian<quint16>(detail.data())) << 16)
            | qFromLittleEndian<quint16>(detail.data() + 2);
        const auto length = qint64(qFromLittleEndian<quint32>(detail.data() + 4));
        detail = detail.sliced(kElementHeader);
        if (length > detail.size())
            return {};
        if (tag == kFailedSopInstanceUidList)
            return listOf(detail.first(length));
        detail = detail.sliced(length);
    }
    return {};
}

struct Parts
{
    Elements elements;
    QStringList failedInstances;
};

Result<Parts> partsOf(const QByteArray &bytes)
{
    Elements elements;
    qsizetype at = 0;
    while (at < bytes.size()) {
        if (bytes.size() - at < kElementHeader)
            return misread(u"it ends inside an element at byte %1"_s.arg(at));
        const auto group = qFromLittleEndian<quint16>(bytes.constData() + at);
        if (group != 0 && !elements.isEmpty())
            return Parts{elements, failedInstancesIn(QByteArrayView(bytes).sliced(at))};
        const auto element = qFromLittleEndian<quint16>(bytes.constData() + at + 2);
        const auto length = qFromLittleEndian<quint32>(bytes.constData() + at + 4);
        at += kElementHeader;
        if (group != 0 || qint64(length) > bytes.size() - at)
            return misread(u"(%1,%2) at byte %3 is no element of it"_s.arg(group, 4, 16, QChar(u'0'))
                               .arg(element, 4, 16, QChar(u'0'))
                               .arg(at - kElementHeader));
        elements.insert(element, bytes.mid(at, qsizetype(length)));
        at += qsizetype(length);
    }
    return Parts{elements, {}};
}

std::optional<quint16> numberOf(const Elements &elements, Element element)
{
    const auto found = elements.constFind(element);
    if (found == elements.constEnd() || found->size() != 2)
        return std::nullopt;
    return qFromLittleEndian<quint16>(found->constData());
}

QString textOf(const Elements &elements, Element element)
{
    auto bytes = elements.value(element);
    while (bytes.endsWith('\0'))
        bytes.chop(1);
    return QString::fromLatin1(bytes).trimmed();
}

QString eitherOf(const Elements &elements, Element first, Element second)
{
    return elements.contains(first) ? textOf(elements, first) : textOf(elements, second);
}

} // namespace

QByteArray encoded(const Command &command)
{
    QByteArray body;
    const auto elements = elementsOf(command);
    for (auto element = elements.cbegin(); element != elements.cend(); ++element)
        body += elementBytes(element.key(), element.value());
    QByteArray length(4, '\0');
    qToLittleEndian(static_cast<quint32>(body.size()), length.data());
    return elementBytes(GroupLength, length) + body;
}

Result<Command> decodedCommand(const QByteArray &bytes)
{
    TRY(const auto parts, partsOf(bytes));
    const auto &elements = parts.elements;
    const auto field = numberOf(elements, CommandFieldElement);
    if (!field || std::ranges::find(kFields, CommandField(*field)) == kFields.end())
        return misread(u"no command field that is known (0000,0100)"_s);

    Command command{.field = CommandField(*field)};
    const bool isAnswer = !command.isRequest() || command.field == CommandField::CCancelRq;
    const auto id = numberOf(elements, isAnswer ? MessageIdBeingRespondedTo : MessageId);
    const auto dataSetType = numberOf(elements, CommandDataSetType);
    if (!id || !dataSetType)
        return misread(u"no message id or data set type (0000,0110), (0000,0120), (0000,0800)"_s);
    command.messageId = *id;
    command.hasDataSet = *dataSetType != kNoDataSet;
    command.sopClass = eitherOf(elements, AffectedSopClassUid, RequestedSopClassUid);
    command.sopInstance = eitherOf(elements, AffectedSopInstanceUid, RequestedSopInstanceUid);
    command.priority = numberOf(elements, Priority);
    command.status = numberOf(elements, Status);
    command.eventType = numberOf(elements, EventTypeId);
    command.actionType = numberOf(elements, ActionTypeId);
    command.remaining = numberOf(elements, NumberOfRemaining);
    command.completed = numberOf(elements, NumberOfCompleted);
    command.failed = numberOf(elements, NumberOfFailed);
    command.warning = numberOf(elements, NumberOfWarning);
    command.moveDestination = textOf(elements, MoveDestination);
    command.errorComment = textOf(elements, ErrorComment);
    command.failedInstances = parts.failedInstances;
    if (!command.isRequest() && !command.status)
        return misread(u"an answer without status (0000,0900)"_s);
    return command;
}

} // namespace simiao::dimse
