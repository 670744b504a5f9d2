#include "tour/import_terminology.h"

#include "core/try.h"
#include "tour/child_process.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

namespace simiao::tour {

namespace {

using namespace Qt::StringLiterals;

QString sharedFolder(const QString &tourFolder)
{
    const auto named = qEnvironmentVariable("SIMIAO_SHARED");
    return named.isEmpty() ? QDir::cleanPath(tourFolder + u"/../../../shared"_s) : named;
}

Result<void> write(QTemporaryFile &file, const QString &text)
{
    if (!file.open() || file.write(text.toUtf8()) < 0 || !file.flush())
        return Error{ErrorKind::Unavailable, u"tour.import"_s, file.errorString()};
    return ok();
}

} // namespace

QString importedFile(const Import &import, const QString &tourFolder)
{
    auto file = import.file;
    file.replace(u"${SIMIAO_SHARED}"_s, sharedFolder(tourFolder));
    return QFileInfo(file).isFile() ? file : QString();
}

Result<void> importTerminology(const Import &import, const QString &file, const QString &profile)
{
    QTemporaryFile password; // readable by its owner only
    TRY_VOID(write(password, import.password));
    Launch launch;
    launch.program = QFileInfo(ownProgramPath()).absolutePath() + u"/simiao-cli"_s;
    launch.arguments =
        QStringList{u"--profile"_s,      profile,     u"--user"_s, import.user, u"--password-file"_s,
                    password.fileName(), u"import"_s, import.kind, file};
    TRY(const auto exit, runToEnd(launch));
    if (!exit.isClean())
        return Error{ErrorKind::Invalid, u"tour.import"_s, u"simiao-cli import: %1"_s.arg(exit.toString())};
    return ok();
}

} // namespace simiao::tour
