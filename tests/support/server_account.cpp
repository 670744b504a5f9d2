#include "support/server_account.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>

#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

namespace simiao::test {

using namespace Qt::StringLiterals;

std::optional<ServerAccount> serverAccount()
{
    if (::geteuid() != 0)
        return {};
    for (const auto *name : {"postgres", "nobody"})
        if (const auto *account = ::getpwnam(name))
            return ServerAccount{account->pw_uid, account->pw_gid};
    return ServerAccount{65534, 65534};
}

bool giveToServerAccount(const QString &path)
{
    const auto account = serverAccount();
    if (!account)
        return true;
    const auto give = [&](const QString &what) {
        return ::lchown(QFile::encodeName(what).constData(), account->user, account->group) == 0;
    };
    bool isGiven = give(path);
    QDirIterator all(path, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext())
        isGiven = give(all.next()) && isGiven;
    return isGiven;
}

ProgramEnd runAsServerAccount(const QString &program, const QStringList &arguments, int withinMs)
{
    auto variables = QProcessEnvironment::systemEnvironment();
    for (const auto &name : variables.keys())
        if (name.startsWith("PG"_L1))
            variables.remove(name);
    variables.insert(u"HOME"_s, u"/nonexistent"_s); // certificates and passwords of whoever runs the test
    QProcess process;
    process.setProcessEnvironment(variables);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(u"/"_s);
    process.setChildProcessModifier([account = serverAccount()] {
        if (account
            && (::setgroups(0, nullptr) != 0 || ::setgid(account->group) != 0
                || ::setuid(account->user) != 0))
            ::_exit(127);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    });
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(withinMs)) {
        process.kill();
        process.waitForFinished();
        return {-1,
                u"no end of %1 within %2 ms: "_s.arg(program).arg(withinMs)
                    + QString::fromUtf8(process.readAll()) + process.errorString()};
    }
    auto text = QString::fromUtf8(process.readAll());
    if (text.endsWith(u'\n'))
        text.chop(1);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, text};
}

} // namespace simiao::test
