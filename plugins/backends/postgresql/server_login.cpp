#include "server_login.h"

#include "core/try.h"

#include <QRegularExpression>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using Kind = sdk::ServerLogin::Kind;

namespace {

/// A desk has four at most and its display as many, and what broke may still be there beside what takes its place.
constexpr qsizetype kConnectionsOfADesk = 12;

/// Of what is one desk's or person's. One that desks share, as behind a pooler, has as many as there are.
QByteArray connectionLimit(const sdk::ServerLogin &login)
{
    const auto places = login.kind == Kind::Person ? 1 : login.desks.size();
    return places == 0 ? "-1" : QByteArray::number(places * kConnectionsOfADesk);
}

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

/// It is what `group` says and nothing that it was before, and has no settings of its own: whoever has it may set some that end its sessions or
/// make them wait.
Result<void> makeAnew(const OpenServer &server, const QString &login, const QString &group)
{
    TRY(const auto others,
        server.connection->readColumn(
            u"SELECT CAST(g.rolname AS text) FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid "
            "JOIN pg_roles l ON l.oid = m.member WHERE l.rolname = '%1' AND g.rolname <> '%2' "
            "AND g.rolname LIKE 'simiao\\_%'"_s.arg(login, group)));
    for (const auto &other : others) {
        TRY_VOID(server.wire->runText("REVOKE \"" + other.toUtf8() + "\" FROM \"" + login.toUtf8() + '"'));
    }
    TRY(const auto rows, server.connection->run(u"keeper/unbind_login"_s, {{u"login"_s, login}}));
    TRY_VOID(rows->next());
    TRY_VOID(server.wire->runText("ALTER ROLE \"" + login.toUtf8() + "\" RESET ALL"));
    TRY(const auto database, server.connection->readColumn(u"SELECT quote_ident(current_database())"_s));
    TRY_VOID(server.wire->runText("ALTER ROLE \"" + login.toUtf8() + "\" IN DATABASE "
                                  + database.value(0).toUtf8() + " RESET ALL"));
    return ok();
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

/// It stands at these desks and no others.
Result<void> bindToDesks(const OpenServer &server, const QString &login, const QStringList &desks)
{
    for (const auto &desk : desks) {
        TRY(const auto rows,
            server.connection->run(u"keeper/bind_desk"_s, {{u"login"_s, login}, {u"workstation"_s, desk}}));
        TRY_VOID(rows->next());
    }
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
    if (login.kind == Kind::Program && (!login.person.isEmpty() || !login.desks.isEmpty()))
        return Error{ErrorKind::Invalid, u"server.program-login"_s, login.name};
    const QByteArray name = login.name.toUtf8(); // plain: nothing in it ends a name or a literal
    TRY(const auto verifier, server.wire->passwordVerifier(name, login.password.toUtf8()));
    TRY_VOID(server.wire->runText("BEGIN"));
    const auto made = [&]() -> Result<void> {
        const QString group = login.kind == Kind::Program ? u"simiao_service"_s : u"simiao_desk"_s;
        TRY_VOID(server.wire->runText(making(name, group.toUtf8())));
        TRY_VOID(makeAnew(server, login.name, group));
        TRY_VOID(bindToDesks(server, login.name, login.desks));
        // A verifier is base64, colons and dollars: nothing that ends a literal.
        TRY_VOID(server.wire->runText("ALTER ROLE \"" + name + "\" LOGIN CONNECTION LIMIT "
                                      + connectionLimit(login) + " PASSWORD '" + verifier + '\''));
        return login.kind == Kind::Person ? bind(server, login.name, login.person) : ok();
    }();
    TRY_VOID(server.wire->runText(made ? "COMMIT" : "ROLLBACK"));
    return made;
}

} // namespace simiao::postgresql
