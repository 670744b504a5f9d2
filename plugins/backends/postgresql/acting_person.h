#pragma once

#include "core/id.h"
#include "storage/sql/connection.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <mutex>

namespace simiao::postgresql {

/// Whom the connections of a desk act for: tokens of sessions, which the server knows by their hashes. Questions are asked in the name
/// of who signed in last; what somebody decided is stored in her own, also when another works at the desk by then.
/// \thread  any
class ActingPerson
{
public:
    /// A token of 32 random bytes, in hexadecimal digits.
    static QString freshToken();
    /// What shows the server that who begins a session with `token` has the key of the password (offer_proof() of acting.sql).
    static QByteArray proof(const QByteArray &key,
                            const QString &token,
                            const QString &loginName,
                            const QString &desk);

    void become(const Uuid &account, const QString &token);
    /// Forgets a session that has ended.
    void leave(const QString &token);
    /// Of who signed in last; empty: nobody.
    QString current() const;
    /// Of this person, where she has signed in here; else current().
    QString tokenOf(const Uuid &account) const;

    /// Sets `token` on a connection that shows another one.
    /// \param shown  what the connection shows; changed with it
    static Result<void> show(const QString &token, storage::Connection &connection, QString &shown);

private:
    mutable std::mutex m_mutex;
    QString m_current;
    std::map<Uuid, QString> m_tokens; ///< by account
};

} // namespace simiao::postgresql
