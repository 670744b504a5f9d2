#include "integration/http/client_settings.h"

#include "core/try.h"
#include "integration/http/headers.h"

#include <QFileInfo>
#include <QHostAddress>

namespace simiao::http {

using namespace Qt::StringLiterals;

namespace {

Error invalid(const QString &code, const QString &detail)
{
    return {.kind = ErrorKind::Invalid, .code = code, .detail = detail};
}

Result<void> checkUrl(const QUrl &url)
{
    const bool isHttp = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isHttp || url.host().isEmpty() || !url.userInfo().isEmpty())
        return invalid(u"http.url"_s, originOf(url));
    return ok();
}

bool isThisMachine(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

Result<void> checkCredentials(const ClientSettings &settings)
{
    if (std::holds_alternative<std::monostate>(settings.credentials))
        return ok();
    const auto *basic = std::get_if<BasicCredentials>(&settings.credentials);
    const auto *bearer = std::get_if<BearerToken>(&settings.credentials);
    if (basic && (basic->user.contains(u':') || basic->user.isEmpty()))
        return invalid(u"http.credentials"_s, originOf(settings.server));
    if (bearer && (bearer->token.isEmpty() || !isSendable({"Authorization", bearer->token})))
        return invalid(u"http.credentials"_s, originOf(settings.server));
    if (settings.server.scheme() != "https"_L1 && !isThisMachine(settings.server))
        return Error{ErrorKind::Forbidden, u"http.plain-credentials"_s, originOf(settings.server)};
    return ok();
}

Result<void> checkFile(const QString &path)
{
    const QFileInfo file(path);
    if (!path.isEmpty() && !(file.isFile() && file.isReadable()))
        return invalid(u"http.trust-file"_s, path);
    return ok();
}

} // namespace

QString originOf(const QUrl &url)
{
    const int standard = url.scheme() == "https"_L1 ? 443 : 80;
    const int port = url.port(standard);
    const QString host = url.host().contains(u':') ? u"[%1]"_s.arg(url.host()) : url.host();
    const QString origin = url.scheme() + u"://"_s + host;
    return port == standard ? origin : origin + u':' + QString::number(port);
}

Result<void> checked(const ClientSettings &settings)
{
    TRY_VOID(checkUrl(settings.server));
    if (!settings.proxy.isEmpty()) {
        TRY_VOID(checkUrl(settings.proxy));
    }
    TRY_VOID(checkCredentials(settings));
    TRY_VOID(checkFile(settings.caFile));
    if (!settings.certificate)
        return ok();
    TRY_VOID(checkFile(settings.certificate->certificateFile));
    return checkFile(settings.certificate->keyFile);
}

} // namespace simiao::http
