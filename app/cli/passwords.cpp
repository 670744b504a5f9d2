#include "cli/passwords.h"

#include "core/try.h"

#include <QFile>

#include <cstdio>

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

QString firstLine(QFile &file)
{
    QString line = QString::fromUtf8(file.readLine());
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

/// From `path`, else the next line of standard input.
Result<QString> readLine(const QString &path, QFile &input)
{
    if (path.isEmpty()) {
        if (!input.isOpen() && !input.open(stdin, QIODevice::ReadOnly))
            return Error{ErrorKind::NotFound, u"disk.open"_s, u"stdin"_s};
        return firstLine(input);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, u"disk.open"_s, path};
    return firstLine(file);
}

bool setsPassword(const CommandLine &line)
{
    const QString &words = line.command->words;
    const bool makesAccounts = words == "import staff"_L1 && !line.invocation.isDryRun;
    return makesAccounts || words == "db grant"_L1 || words == "db remember"_L1 || words == "user add"_L1
        || words == "user password"_L1;
}

} // namespace

Result<Passwords> readPasswords(const CommandLine &line)
{
    QFile input;
    Passwords passwords;
    if (!line.invocation.user.isEmpty()) {
        TRY(passwords.user, readLine(line.passwordFile, input));
    }
    if (setsPassword(line)) {
        TRY(passwords.fresh, readLine(line.newPasswordFile, input));
    }
    return passwords;
}

} // namespace simiao::cli
