#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace simiao::dimse {

/// What a message asks or answers (PS3.7 E.1-1, Command Field).
enum class CommandField : quint16 {
    CStoreRq = 0x0001,
    CGetRq = 0x0010,
    CFindRq = 0x0020,
    CMoveRq = 0x0021,
    CEchoRq = 0x0030,
    NEventReportRq = 0x0100,
    NGetRq = 0x0110,
    NSetRq = 0x0120,
    NActionRq = 0x0130,
    NCreateRq = 0x0140,
    NDeleteRq = 0x0150,
    CCancelRq = 0x0FFF,
    CStoreRsp = 0x8001,
    CGetRsp = 0x8010,
    CFindRsp = 0x8020,
    CMoveRsp = 0x8021,
    CEchoRsp = 0x8030,
    NEventReportRsp = 0x8100,
    NGetRsp = 0x8110,
    NSetRsp = 0x8120,
    NActionRsp = 0x8130,
    NCreateRsp = 0x8140,
    NDeleteRsp = 0x8150,
};

/// A command set (PS3.7 9.3, 10.3), as far as the services here use it. An answer carries the id of its request in `messageId`.
struct Command
{
    CommandField field = CommandField::CEchoRq;
    quint16 messageId = 0;
    QString sopClass = {};    ///< affected or requested
    QString sopInstance = {}; ///< as above
    bool hasDataSet = false;
    std::optional<quint16> priority = {};
    std::optional<quint16> status = {};
    std::optional<quint16> eventType = {};
    std::optional<quint16> actionType = {};
    std::optional<quint16> remaining = {}; ///< sub-operations
    std::optional<quint16> completed = {};
    std::optional<quint16> failed = {};
    std::optional<quint16> warning = {};
    QString moveDestination = {}; ///< AE title
    QString errorComment = {};    ///< the peer's words
    /// Failed SOP Instance UID List (0008,0058): belongs into the data set of the answer, and some put it behind the command.
    QStringList failedInstances = {};

    bool isRequest() const { return (static_cast<quint16>(field) & 0x8000) == 0; }
    bool isPending() const { return status && (*status == 0xFF00 || *status == 0xFF01); }

    bool operator==(const Command &) const = default;
};

/// As it goes over the wire: implicit VR little endian, with its group length.
QByteArray encoded(const Command &command);

/// Elements that are not known are stepped over; at the first of another group, with which some tell more of a status
/// (PS3.7 C), the command ends.
/// \returns Invalid `archive.answer` with the element that is wrong or missing
Result<Command> decodedCommand(const QByteArray &bytes);

} // namespace simiao::dimse
