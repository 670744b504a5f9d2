#include "shell/display_request.h"

#include "link/profile_link.h"
#include "sdk/desk.h"

#include <QFileInfo>

#include <cstdio>

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

constexpr int kUnreachable = 3;

int refuse(const QString &words)
{
    std::fprintf(stderr, "simiao: %s\n", qUtf8Printable(words));
    return kUnreachable;
}

} // namespace

int requestDisplay(const bootstrap::StartOptions &options, const QString &name)
{
    const auto folders = bootstrap::foldersFor(options);
    link::Request request;
    request.display = name;
    const auto reply = link::askOwner(folders, request);
    if (reply) {
        std::fputs(reply->err.constData(), stderr);
        return reply->exitCode;
    }
    if (reply.error().code != "link.nobody"_L1)
        return refuse(sdk::errorText(reply.error()));
    return refuse(
        u"no workstation has the profile in %1 open. Start simiao there, then ask for the display again."_s
            .arg(QFileInfo(folders.lockFile).absolutePath()));
}

} // namespace simiao::shell
