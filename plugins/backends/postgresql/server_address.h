#pragma once

#include "core/result.h"

#include <QMap>
#include <QString>

namespace simiao::postgresql {

/// Where the server is and how it is reached: the parameters of libpq (PostgreSQL manual, "Connection Strings").
struct ServerAddress
{
    QMap<QString, QString> parameters;
    /// Of the server behind, where `parameters` are those of a pooler; else empty.
    QMap<QString, QString> direct = {};
    QString password = {}; ///< of a key store; apart, so that nothing that is shown or logged has it

    /// Whether a pooler lends each transaction a connection: nothing that is set or prepared is there for the next.
    bool isPooled() const { return !direct.isEmpty(); }
    /// Where a session of one's own is had: for the change feed, reading everything, keeping the database.
    ServerAddress session() const
    {
        return isPooled() ? ServerAddress{.parameters = direct, .password = password} : *this;
    }
    /// For Qt's driver: `key='value' …`.
    QString connectOptions() const;
    /// How many hosts are named.
    qsizetype hosts() const;
    /// The place of a host in the order in which they are named, from 0; -1 where it is none of them.
    qsizetype placeOf(const QString &host, const QString &port) const;
    /// The same hosts, each with its port, tried from the second on.
    ServerAddress fromNextHost() const;
    /// What people are shown: the database.
    QString shown() const;
};

/// Reads `postgresql://host1,host2/database?…` (or `kingbase://`) and adds what a desk needs: a server that takes writes, UTF-8,
/// limits on the server's side, and TLS with a verified name for each host that is not this machine. Beside libpq's parameters there is
/// `direct=host3:port,host4:port`: the hosts of the address are then poolers in transaction mode (PgBouncer), these the servers.
/// Nothing else decides where the way goes: what libpq would take from its surroundings is taken from this process (server_surroundings.h).
/// \param desk  name of the workstation, for the server's list of sessions
/// \returns Invalid `server.address` (what libpq says of it), `server.password-in-address`, `server.service-in-address`,
///          `server.tls-required` (sslmode or gssencmode)
Result<ServerAddress> parseAddress(const QString &address, const QString &desk);

} // namespace simiao::postgresql
