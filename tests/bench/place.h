#pragma once

#include "core/result.h"
#include "sqlite/sqlite_backend.h"

#include <QCoroTask>
#include <QDir>
#include <QTemporaryDir>

namespace simiao::bench {

template <typename T>
T await(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(logLine(result.error())));
    return *std::move(result);
}

/// A database below SIMIAO_BENCH_DIR (else the current folder) that goes with this, or one in a folder that stays.
struct Place
{
    explicit Place(const QString &kept = {})
        : path(kept.isEmpty() ? folder.path() : kept)
    {
        QDir().mkpath(path);
        backend = must(sqlite::openBackend(
            {path, path, qEnvironmentVariable("SIMIAO_RESOURCES") + QStringLiteral("/sql"), {}}));
    }

    QTemporaryDir folder{qEnvironmentVariable("SIMIAO_BENCH_DIR", QStringLiteral("."))
                         + QStringLiteral("/bench-XXXXXX")};
    QString path;
    sdk::Backend backend;
};

} // namespace simiao::bench
