#include "integration/http/status_error.h"

#include "integration/http/client_settings.h"

namespace simiao::http {

using namespace Qt::StringLiterals;

namespace {

struct Meaning
{
    ErrorKind kind;
    QString code;
};

Meaning meaningOf(int status)
{
    switch (status) {
    case 401:
    case 403:
    case 407: return {ErrorKind::Forbidden, u"http.refused"_s};
    case 404:
    case 410: return {ErrorKind::NotFound, u"http.not-found"_s};
    case 409:
    case 412: return {ErrorKind::Conflict, u"http.conflict"_s};
    case 408:
    case 425:
    case 429:
    case 503: return {ErrorKind::Unavailable, u"http.busy"_s};
    default: break;
    }
    if (status >= 500)
        return {ErrorKind::Unavailable, u"http.server"_s};
    return {ErrorKind::Invalid, status >= 400 ? u"http.request"_s : u"http.redirected"_s};
}

} // namespace

Result<void> accepted(const Response &response, const QUrl &url)
{
    if (response.isSuccess())
        return ok();
    const auto meaning = meaningOf(response.status);
    return Error{meaning.kind, meaning.code, u"%1 %2"_s.arg(response.status).arg(originOf(url))};
}

std::optional<std::chrono::seconds> retryAfter(const Response &response)
{
    bool isNumber = false;
    const int seconds = valueOf(response.headers, "Retry-After").toInt(&isNumber);
    if (!isNumber || seconds < 0)
        return {};
    return std::chrono::seconds(seconds);
}

} // namespace simiao::http
