#include "bootstrap/resources.h"

#include "core/try.h"

#include <QDir>
#include <QFile>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

namespace {

Error missing(const QString &what)
{
    return {ErrorKind::NotFound, u"resources.missing"_s, what};
}

bool isResources(const QString &folder)
{
    return QDir(folder).exists(u"rules"_s);
}

} // namespace

Result<QString> findResources(const QString &binFolder, const QString &configured)
{
    if (!configured.isEmpty())
        return isResources(configured) ? QDir::cleanPath(configured) : Result<QString>(missing(configured));
    QString folder;
    for (const auto &place : {u"../share/simiao/resources"_s, u"../../../resources"_s}) {
        folder = QDir::cleanPath(binFolder + u'/' + place);
        if (isResources(folder))
            return folder;
    }
    return missing(folder);
}

Result<QByteArray> readResource(const QString &folder, const QString &name)
{
    QFile file(QDir(folder).filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return missing(name);
    return file.readAll();
}

Result<Json> readJsonResource(const QString &folder, const QString &name)
{
    TRY(const auto bytes, readResource(folder, name));
    auto json = Json::parse(bytes);
    if (json)
        return json;
    return Error{json.error().kind, json.error().code, u"%1:%2"_s.arg(name, json.error().detail)};
}

} // namespace simiao::bootstrap
