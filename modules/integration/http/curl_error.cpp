#include "integration/http/curl_error.h"

namespace simiao::http {

using namespace Qt::StringLiterals;

namespace {

struct Meaning
{
    ErrorKind kind;
    QString code;
};

/// A server that wants a certificate of us says so after the handshake (TLS 1.3).
bool isAboutCertificate(const QString &words)
{
    return words.contains("alert"_L1) && words.contains("certificate"_L1);
}

Meaning meaningOf(CURLcode code, const QString &words, bool isConnected)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_PROXY: return {ErrorKind::Unavailable, u"http.unreachable"_s};
    case CURLE_OPERATION_TIMEDOUT:
        return {ErrorKind::Unavailable, isConnected ? u"http.silent"_s : u"http.unreachable"_s};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_CLIENTCERT: return {ErrorKind::Forbidden, u"http.certificate"_s};
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
    case CURLE_USE_SSL_FAILED:
        return {ErrorKind::Forbidden, isAboutCertificate(words) ? u"http.certificate"_s : u"http.tls"_s};
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        if (isAboutCertificate(words))
            return {ErrorKind::Forbidden, u"http.certificate"_s};
        return {ErrorKind::Unavailable, u"http.cut"_s};
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_FAIL_REWIND:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM: return {ErrorKind::Unavailable, u"http.cut"_s};
    case CURLE_TOO_MANY_REDIRECTS:
    case CURLE_UNSUPPORTED_PROTOCOL: return {ErrorKind::Forbidden, u"http.redirected"_s};
    case CURLE_URL_MALFORMAT: return {ErrorKind::Invalid, u"http.url"_s};
    case CURLE_FILESIZE_EXCEEDED: return {ErrorKind::Invalid, u"http.too-large"_s};
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING: return {ErrorKind::Invalid, u"http.answer"_s};
    default: return {ErrorKind::Internal, u"http.library"_s};
    }
}

} // namespace

Error errorOf(CURLcode code, const QString &origin, const QString &words, bool isConnected)
{
    const auto meaning = meaningOf(code, words, isConnected);
    const QString said = words.isEmpty() ? QString::fromUtf8(curl_easy_strerror(code)) : words;
    return {meaning.kind, meaning.code, u"%1: %2"_s.arg(origin, said)};
}

} // namespace simiao::http
