#include "admin/models/package_files.h"

#include "core/atomic_file.h"
#include "core/task_of.h"
#include "workflow/administration/package_rules.h"

#include <QFile>
#include <QtConcurrentRun>

namespace simiao::admin {

namespace {

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, QStringLiteral("disk.open"), path};
    if (file.size() > workflow::kLargestPackage)
        return Error{ErrorKind::Invalid, QStringLiteral("package.too-large"), path};
    return file.readAll();
}

} // namespace

Task<Result<QByteArray>> readPackageFile(QString path)
{
    return taskOf(QtConcurrent::run([path = std::move(path)] { return contentOf(path); }));
}

Task<Result<void>> writePackageFile(QString path, QByteArray content)
{
    return taskOf(QtConcurrent::run([path = std::move(path), content = std::move(content)] {
        return AtomicFile(systemDisk()).write(path, content);
    }));
}

} // namespace simiao::admin
