#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>

namespace simiao::dimse {

/// How a connection is proved and kept secret. The peer's certificate is always verified; there is no way to accept any.
struct Tls
{
    bool isOn = false;
    QString authorities = {}; ///< PEM file with the certificates that vouch for the peer
    QString peerName = {};    ///< that its certificate must bear; empty: the host
    QString certificate = {}; ///< PEM file, of this workstation; empty where the peer asks for none
    QString key = {};         ///< PEM file of its private key

    bool operator==(const Tls &) const = default;
};

/// How long each kind of silence is borne.
struct Patience
{
    std::chrono::milliseconds connecting{10'000}; ///< name, connection, handshake and association together
    std::chrono::milliseconds answering{30'000};  ///< until the next PDU of the peer

    bool operator==(const Patience &) const = default;
};

/// How images are brought.
enum class Way {
    Get,  ///< C-GET, over the connection that asks
    Move, ///< C-MOVE, the archive connects to our listener
};

/// An archive or worklist server, and who we are to it.
struct Destination
{
    QString name = {}; ///< for people
    QString host = {}; ///< name or IPv4 address
    quint16 port = 104;
    QString calledAe = {};
    QString callingAe = {};
    QStringList callers = {}; ///< titles under which it may call us, beside `calledAe`
    Way way = Way::Get;
    /// At most so many at a time for a retrieval, 1 … 8.
    int associations = 4;
    /// Specific Character Set (0008,0005) in which questions are put.
    QString characterSet = QStringLiteral("ISO_IR 192");
    /// How long the report of storage commitment is waited for after sending; zero: it is not asked for.
    std::chrono::seconds commitment{0};
    Tls tls = {};
    Patience patience = {};

    /// All titles under which it may call us.
    QStringList callingBack() const { return QStringList{calledAe} + callers; }
    /// "dicom://CALLED@host:port": what the address is called in messages.
    QString address() const;

    bool operator==(const Destination &) const = default;
};

/// At most 16 characters of the default repertoire without backslash and control characters, not only blanks (PS3.5 6.2).
bool isAeTitle(const QString &title);

} // namespace simiao::dimse
