#include "link/profile_link.h"

#include "core/hash.h"
#include "core/try.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>

namespace simiao::link {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestPath = 100; // of a socket's name: 108 bytes on Linux
constexpr int kConnectMs = 1000;

Json jsonOf(const QStringList &words)
{
    Json list{Json::Array{}};
    for (const auto &word : words)
        list.append(word);
    return list;
}

} // namespace

QString socketName(const bootstrap::ProfileFolders &folders)
{
    const QString root = QFileInfo(folders.lockFile).absolutePath();
    const QString path = root + u"/socket"_s;
    if (path.toUtf8().size() <= kLongestPath)
        return path;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return u"%1/simiao-%2"_s.arg(folder, QString::fromLatin1(sha256(root.toUtf8()).toHex().first(16)));
}

Json toJson(const Request &request)
{
    return Json(Json::Object{{u"arguments"_s, jsonOf(request.arguments)},
                             {u"folder"_s, request.folder},
                             {u"password"_s, request.password},
                             {u"newPassword"_s, request.newPassword},
                             {u"display"_s, request.display}});
}

Result<Request> requestFromJson(const Json &json)
{
    if (!json[u"arguments"_s].isArray())
        return Error{ErrorKind::Invalid, u"link.request"_s};
    Request request{{},
                    json[u"folder"_s].toString(),
                    json[u"password"_s].toString(),
                    json[u"newPassword"_s].toString(),
                    json[u"display"_s].toString()};
    for (const auto &word : json[u"arguments"_s].array())
        request.arguments.append(word.toString());
    return request;
}

Json toJson(const Reply &reply)
{
    return Json(Json::Object{{u"exitCode"_s, reply.exitCode},
                             {u"out"_s, QString::fromUtf8(reply.out)},
                             {u"err"_s, QString::fromUtf8(reply.err)}});
}

Result<Reply> replyFromJson(const Json &json)
{
    if (!json[u"exitCode"_s].isNumber())
        return Error{ErrorKind::Invalid, u"link.request"_s};
    return Reply{int(json[u"exitCode"_s].toInteger()), json[u"out"_s].toString().toUtf8(),
                 json[u"err"_s].toString().toUtf8()};
}

Result<Reply> askOwner(const bootstrap::ProfileFolders &folders, const Request &request)
{
    QLocalSocket socket;
    socket.connectToServer(socketName(folders));
    if (!socket.waitForConnected(kConnectMs))
        return Error{ErrorKind::NotFound, u"link.nobody"_s};
    socket.write(toJson(request).canonical() + '\n');
    QByteArray answer;
    while (!answer.endsWith('\n')) {
        if (!socket.waitForReadyRead(-1))
            return Error{ErrorKind::Unavailable, u"link.lost"_s};
        answer += socket.readAll();
    }
    TRY(const auto json, Json::parse(answer));
    return replyFromJson(json);
}

} // namespace simiao::link
