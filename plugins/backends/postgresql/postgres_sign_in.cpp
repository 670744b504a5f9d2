// Who works at the desk: the part of the store that is workflow::SignIn.

#include "core/try.h"
#include "postgres_store.h"
#include "stored_receipt.h"

#include <QTimer>

#include <chrono>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

/// How long the session of who has logged out may still store.
constexpr std::chrono::seconds kLeaving{5};

} // namespace

Task<Result<QString>> PostgresStore::saltFor(QString loginName)
{
    return called<QString>([loginName](Connection &connection) -> Result<QString> {
        TRY(const auto salt, valueOf(connection, u"store/salt_for"_s, {{u"login_name"_s, loginName}}));
        return QString::fromUtf8(salt);
    });
}

/// In two transactions, as the server demands: the first counts. A sign-in whose answer was lost has perhaps begun a session, with a token
/// that nobody will use.
Task<Result<bool>> PostgresStore::signIn(QString loginName, QByteArray key)
{
    return called<bool>([this, loginName, key](Connection &connection) -> Result<bool> {
        const QString token = ActingPerson::freshToken();
        TRY(const auto offered,
            valueOf(connection, u"store/offer_proof"_s,
                    {{u"login_name"_s, loginName},
                     {u"desk"_s, m_setup.desk},
                     {u"token"_s, token},
                     {u"proof"_s, ActingPerson::proof(key, token, loginName, m_setup.desk)}}));
        TRY(const auto account, valueOf(connection, u"store/sign_in"_s, {{u"token"_s, token}}));
        if (account.isEmpty())
            return false;
        TRY(const auto id, Uuid::parse(QString::fromLatin1(account)));
        m_setup.person->become(id, token);
        return true;
    });
}

/// A little later: what she began before she went is still stored, in her name.
Task<Result<void>> PostgresStore::signOut()
{
    QTimer::singleShot(kLeaving, &m_changes, [this, token = m_setup.person->current()] {
        if (!token.isEmpty())
            static_cast<void>(endSession(token));
    });
    co_return ok();
}

/// Behind what is stored in her name, and also where the server does not hear of it.
Task<Result<void>> PostgresStore::endSession(QString token)
{
    return m_thread.run<void>([this, token, deadline = callDeadline()] {
        m_setup.person->leave(token);
        return onLine<void>(deadline, [&token](Connection &connection) -> Result<void> {
            TRY(const auto ended, valueOf(connection, u"store/sign_out"_s, {{u"token"_s, token}}));
            return ok();
        });
    });
}

} // namespace simiao::postgresql
