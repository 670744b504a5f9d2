#include "starter.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>

namespace simiao::test {

namespace {

constexpr int kHangIsNoticedMs = 15'000;

} // namespace

void PluginTree::add(const QString &file, const QString &kind)
{
    const QDir folder(m_folder.filePath(kind));
    folder.mkpath(QStringLiteral("."));
    if (!QFile::copy(file, folder.filePath(QFileInfo(file).fileName())))
        qFatal("cannot copy %s", qPrintable(file));
}

Start PluginTree::start(const QString &point) const
{
    QProcess starter;
    starter.start(QCoreApplication::applicationDirPath() + QStringLiteral("/plugin_starter"),
                  {m_folder.path(), guardFile(), switchesFile(), point});
    starter.waitForFinished();
    const auto lines =
        QString::fromUtf8(starter.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const bool isWell = starter.exitStatus() == QProcess::NormalExit && starter.exitCode() == 0;
    Start start{{}, !isWell};
    for (const auto &line : lines)
        start.lines.append(line.trimmed());
    return start;
}

QString PluginTree::startUntilItHangs() const
{
    QProcess starter;
    starter.start(QCoreApplication::applicationDirPath() + QStringLiteral("/plugin_starter"),
                  {m_folder.path(), guardFile(), switchesFile(), {}});
    starter.setReadChannel(QProcess::StandardError);
    QString line;
    while (!line.startsWith(QLatin1String("plugin.hangs")) && starter.waitForReadyRead(kHangIsNoticedMs)) {
        while (starter.canReadLine() && !line.startsWith(QLatin1String("plugin.hangs")))
            line = QString::fromUtf8(starter.readLine()).trimmed();
    }
    starter.kill();
    starter.waitForFinished();
    return line;
}

void PluginTree::killWhileItLoads(const QString &id) const
{
    QProcess starter;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SIMIAO_SAMPLE_WAITS"), QStringLiteral("1"));
    starter.setProcessEnvironment(environment);
    starter.start(QCoreApplication::applicationDirPath() + QStringLiteral("/plugin_starter"),
                  {m_folder.path(), guardFile(), switchesFile(), {}});
    const auto isLoading = [&] {
        QFile guard(guardFile());
        return guard.open(QIODevice::ReadOnly) && guard.readAll().startsWith(id.toUtf8() + '\n');
    };
    while (!isLoading()) {
        if (starter.waitForFinished(1))
            qFatal("%s is not loaded", qPrintable(id));
    }
    starter.kill();
    starter.waitForFinished();
}

} // namespace simiao::test
