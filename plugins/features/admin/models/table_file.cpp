#include "admin/models/table_file.h"

#include "core/atomic_file.h"
#include "core/task_of.h"
#include "core/try.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace simiao::admin {

namespace {

constexpr qint64 kMostBytes = qint64(64) << 20;
const auto kUtf8Mark = QByteArrayLiteral("\xEF\xBB\xBF");

Result<CsvTable> tableIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, QStringLiteral("disk.open"), path};
    if (file.size() > kMostBytes)
        return Error{ErrorKind::Invalid, QStringLiteral("import.too-large"), QStringLiteral("64 MiB")};
    return parseCsv(file.readAll());
}

Result<QString> put(const QString &name, const QByteArray &text)
{
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QDir().mkpath(folder); // writing says what is wrong with it
    const auto path = folder + QLatin1Char('/') + name;
    TRY_VOID(AtomicFile(systemDisk()).write(path, text.startsWith(kUtf8Mark) ? text : kUtf8Mark + text));
    return path;
}

} // namespace

Task<Result<CsvTable>> readTable(QString path)
{
    return taskOf(QtConcurrent::run([path = std::move(path)] { return tableIn(path); }));
}

Task<Result<QString>> writeDocument(QString name, QByteArray text)
{
    return taskOf(
        QtConcurrent::run([name = std::move(name), text = std::move(text)] { return put(name, text); }));
}

} // namespace simiao::admin
