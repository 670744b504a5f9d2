#include "core/log.h"

#include <QDir>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace simiao::log {

namespace {

constexpr std::size_t kFileBytes = 5 * 1024 * 1024;
constexpr std::size_t kFiles = 5;

std::shared_ptr<spdlog::logger> &current()
{
    static auto logger = [] {
        auto stderrSink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
        stderrSink->set_level(spdlog::level::warn);
        return std::make_shared<spdlog::logger>("simiao", stderrSink);
    }();
    return logger;
}

void write(spdlog::level::level_enum level, const QString &message)
{
    current()->log(level, "{}", message.toStdString());
}

} // namespace

void start(const QString &directory)
{
    static QString started;
    if (started == directory)
        return;
    started = directory;
    QDir().mkpath(directory);
    const std::string path = QDir(directory).filePath(QStringLiteral("simiao.log")).toStdString();
    try {
        current()->sinks().push_back(
            std::make_shared<spdlog::sinks::rotating_file_sink_mt>(path, kFileBytes, kFiles));
    } catch (const spdlog::spdlog_ex &failure) {
        // Without a log file the program still works; the person at the terminal learns it.
        warning(QStringLiteral("log.file-unavailable: %1").arg(QString::fromUtf8(failure.what())));
    }
    current()->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    current()->flush_on(spdlog::level::warn);
}

void debug(const QString &message)
{
    write(spdlog::level::debug, message);
}

void info(const QString &message)
{
    write(spdlog::level::info, message);
}

void warning(const QString &message)
{
    write(spdlog::level::warn, message);
}

void error(const QString &message)
{
    write(spdlog::level::err, message);
}

void error(const Error &failure)
{
    error(logLine(failure));
}

void flush()
{
    current()->flush();
}

} // namespace simiao::log
