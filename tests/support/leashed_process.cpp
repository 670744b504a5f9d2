#include "support/leashed_process.h"

#include "support/process_tree.h"
#include "support/server_account.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <csignal>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 30'000;
constexpr int kKillAgainMs = 20;

/// T: stopped, Z: dead. Gone is as good.
bool isStanding(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return true;
    const auto stat = file.readAll();
    return QByteArrayView("TZX").contains(stat.mid(stat.lastIndexOf(')') + 2, 1));
}

void tell(const QList<qint64> &pids, int signal)
{
    for (const auto pid : pids)
        ::kill(pid_t(pid), signal);
}

} // namespace

LeashedProcess::~LeashedProcess()
{
    kill9();
}

bool LeashedProcess::start(const QString &program,
                           const QStringList &arguments,
                           const QString &logFile,
                           const QString &folder)
{
    QStringList all;
    if (const auto account = serverAccount())
        all << u"--as"_s << u"%1:%2"_s.arg(account->user).arg(account->group);
    all << u"--remove"_s << folder << u"--"_s << program << arguments;
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(logFile, QIODevice::Append);
    m_process.setWorkingDirectory(u"/"_s);
    m_process.start(QStringLiteral(SIMIAO_TEST_LEASH), all);
    return m_process.waitForStarted();
}

bool LeashedProcess::isRunning()
{
    if (m_process.state() == QProcess::NotRunning)
        return false;
    m_process.waitForFinished(0);
    return m_process.state() != QProcess::NotRunning;
}

QList<qint64> LeashedProcess::pids() const
{
    if (m_process.processId() == 0)
        return {};
    const auto found = processesBelow(pid_t(m_process.processId()));
    return {found.begin(), found.end()};
}

void LeashedProcess::freeze()
{
    // Again while one goes: the first may just have started it, unseen, before it stood itself.
    const auto areStanding = [this] {
        const auto all = pids();
        tell(all, SIGSTOP);
        return std::ranges::all_of(all, isStanding);
    };
    if (!QTest::qWaitFor(areStanding, kPatienceMs))
        qFatal("the server cannot be frozen");
}

void LeashedProcess::thaw()
{
    tell(pids(), SIGCONT);
}

void LeashedProcess::kill9()
{
    while (isRunning()) {
        tell(pids(), SIGKILL);
        m_process.waitForFinished(kKillAgainMs);
    }
}

bool LeashedProcess::end(qint64 pid, int signal, int withinMs)
{
    if (!isRunning())
        return true;
    tell({pid}, signal);
    return m_process.waitForFinished(withinMs);
}

} // namespace simiao::test
