#include "cli_session.h"

#include <QFile>

#include <cstdio>

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

Result<QString> readPassword(const QString &path)
{
    QFile file(path);
    const bool isOpen =
        path.isEmpty() ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return Error{ErrorKind::NotFound, u"disk.open"_s, path};
    QString line = QString::fromUtf8(file.readLine());
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

} // namespace

Task<Result<workflow::Context>> logIn(const bootstrap::ApplicationGraph *graph, Invocation invocation)
{
    if (invocation.user.isEmpty())
        co_return Error{ErrorKind::Invalid, u"cli.user-missing"_s};
    CO_TRY(const auto password, readPassword(invocation.passwordFile));
    auto loggingIn = security::logIn(graph->loginPorts(), invocation.user, password);
    CO_TRY(const auto session, co_await loggingIn);
    co_return graph->contextFor(session);
}

} // namespace simiao::cli
