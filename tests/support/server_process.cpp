#include "support/server_process.h"

#include "support/free_port.h"

#include <QTest>

#include <csignal>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

#include <algorithm>

namespace simiao::test {

namespace {

constexpr int kStartMs = 60'000;

} // namespace

ServerProcess::~ServerProcess()
{
    stop();
}

bool ServerProcess::start(const QString &program,
                          const QStringList &arguments,
                          const QList<quint16> &ports,
                          const QStringList &environment)
{
    auto variables = QProcessEnvironment::systemEnvironment();
    for (const auto &one : environment)
        variables.insert(one.section(u'=', 0, 0), one.section(u'=', 1));
    m_process.setProcessEnvironment(variables);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
    m_process.start(program, arguments);
    if (!m_process.waitForStarted())
        return false;
    const auto isReady = [&] {
        return m_process.state() != QProcess::Running || std::ranges::all_of(ports, isListening);
    };
    return QTest::qWaitFor(isReady, kStartMs) && m_process.state() == QProcess::Running;
}

void ServerProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

QByteArray ServerProcess::output()
{
    return m_process.readAll();
}

} // namespace simiao::test
