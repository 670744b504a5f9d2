#pragma once

#include <QStringList>

#include <sys/types.h>

#include <optional>

namespace simiao::test {

/// Whom a server runs as that refuses to run as root.
struct ServerAccount
{
    uid_t user;
    gid_t group;
};

/// An account without rights where the test is root; nothing where it is not: then servers run as the test does.
std::optional<ServerAccount> serverAccount();

/// Gives a file, or a folder with all in it, to serverAccount(). \returns false where that is refused
bool giveToServerAccount(const QString &path);

/// What a program said until it ended.
struct ProgramEnd
{
    int code = -1; ///< -1: was not started, crashed, or was killed at the end of its time
    QString text;  ///< of both its streams, without the last line end
};

/// Runs a program to its end as serverAccount(), without the PG... variables and the home of whoever runs the test.
ProgramEnd runAsServerAccount(const QString &program, const QStringList &arguments, int withinMs);

} // namespace simiao::test
