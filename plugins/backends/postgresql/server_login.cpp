#include "server_login.h"

#include "core/try.h"

#include <QRegularExpression>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using Kind = sdk::ServerLogin::Kind;

namespace {

/// Makes the role where it is not there yet; one that is somebody else's, or may more than ours do, is refused.
QByteArray making(const QByteArray &name, const QByteArray &group)
{
    return "DO $$ BEGIN"
           " IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '"
        + name
        + "' AND (rolsuper OR rolcreaterole OR rolname = current_user"
          " OR rolname LIKE 'pg\\_%' OR rolname LIKE 'simiao\\_%')) THEN"
          " RAISE EXCEPTION USING ERRCODE = 'SM001', MESSAGE = 'server.login-name', DETAIL = '"
        + name
        + "'; END IF;"
          " CREATE ROLE \""
        + name + "\" LOGIN IN ROLE " + group
        + ";"
          " EXCEPTION WHEN duplicate_object THEN GRANT "
        + group + " TO \"" + name + "\"; END $$";
}

/// Binds a log-in to an account, with the server's roles of that account's roles and no other.
Result<void> bind(const OpenServer &server, const QString &login, const QString &person)
{
    TRY(const auto rows,
        server.connection->run(u"keeper/bind_login"_s, {{u"login"_s, login}, {u"person"_s, person}}));
    TRY_VOID(rows->next());
    if (rows->integer(0) == 0)
        return Error{ErrorKind::NotFound, u"server.no-person"_s, person};
    return ok();
}

} // namespace

Result<void> admit(const OpenServer &server, const sdk::ServerLogin &login)
{
    static const QRegularExpression plain(u"^[a-z][a-z0-9_]{0,62}$"_s);
    if (!plain.match(login.name).hasMatch())
        return Error{ErrorKind::Invalid, u"server.login-name"_s, login.name};
    if (login.password.isEmpty())
        return Error{ErrorKind::Invalid, u"server.login-password"_s, login.name};
    const QByteArray name = login.name.toUtf8(); // plain: nothing in it ends a name or a literal
    TRY(const auto verifier, server.wire->passwordVerifier(name, login.password.toUtf8()));
    TRY_VOID(server.wire->runText("BEGIN"));
    const auto made = [&]() -> Result<void> {
        TRY_VOID(server.wire->runText(
            making(name, login.kind == Kind::Program ? "simiao_service" : "simiao_desk")));
        // A verifier is base64, colons and dollars: nothing that ends a literal.
        TRY_VOID(server.wire->runText("ALTER ROLE \"" + name + "\" LOGIN PASSWORD '" + verifier + '\''));
        return login.kind == Kind::Person ? bind(server, login.name, login.person) : ok();
    }();
    TRY_VOID(server.wire->runText(made ? "COMMIT" : "ROLLBACK"));
    return made;
}

} // namespace simiao::postgresql
