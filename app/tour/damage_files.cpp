#include "tour/damage_files.h"

#include "core/try.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace simiao::tour {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kRuinedBytes = 8192;

Error damageError(const QString &why)
{
    return {ErrorKind::Invalid, u"tour.damage"_s, why};
}

/// The tour's profile may be a person's own (--profile): nothing outside it is touched, by whatever link.
Result<QString> ownFile(const QString &profile, const QString &name)
{
    const QFileInfo file(QDir(profile).filePath(name));
    const QString root = QFileInfo(profile).canonicalFilePath();
    if (!file.isFile() || file.isSymLink())
        return damageError(u"there is no file \"%1\" in the profile"_s.arg(name));
    if (!file.canonicalFilePath().startsWith(root + u'/'))
        return damageError(u"\"%1\" lies outside the profile"_s.arg(name));
    return file.canonicalFilePath();
}

bool overwrite(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    const QByteArray ruin(qsizetype(std::min(file.size(), kRuinedBytes)), 'x');
    return file.write(ruin) == ruin.size() && file.flush();
}

bool ruin(const QString &path, Damage::How how)
{
    switch (how) {
    case Damage::How::Overwrite: return overwrite(path);
    case Damage::How::Truncate: return QFile::resize(path, 0);
    case Damage::How::Remove: return QFile::remove(path);
    }
    return false;
}

} // namespace

bool isBelowProfile(const QString &file)
{
    const QString clean = QDir::cleanPath(file);
    return !file.isEmpty() && clean == file && QDir::isRelativePath(file) && file != ".."_L1 && file != "."_L1
        && !file.startsWith("../"_L1);
}

Result<void> damageFiles(const Damage &damage, const QString &profile)
{
    for (const auto &name : damage.files) {
        TRY(const auto path, ownFile(profile, name));
        if (!ruin(path, damage.how))
            return damageError(u"\"%1\" cannot be changed"_s.arg(name));
    }
    return ok();
}

} // namespace simiao::tour
