#include "idle_checkpoint.h"

#include "core/log.h"
#include "storage/sql/connection.h"

#include <QFileInfo>
#include <QTimer>

#include <chrono>
#include <memory>

namespace simiao::sqlite {

namespace {

constexpr std::chrono::milliseconds kQuiet{300};

void checkpoint(storage::Connection *connection)
{
    if (const auto moved = connection->readColumn(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")); !moved)
        log::error(moved.error()); // the log keeps what it has; the next commit asks again
}

} // namespace

std::function<void()> idleCheckpoint(storage::Connection *connection, const QString &databasePath)
{
    const auto timer = std::make_shared<QTimer>();
    timer->setSingleShot(true);
    QObject::connect(timer.get(), &QTimer::timeout, timer.get(), [connection] { checkpoint(connection); });
    return [timer, wal = databasePath + QStringLiteral("-wal")] {
        // Never here: this is still the save that somebody waits for.
        timer->start(QFileInfo(wal).size() > kLogLimit ? std::chrono::milliseconds{0} : kQuiet);
    };
}

} // namespace simiao::sqlite
