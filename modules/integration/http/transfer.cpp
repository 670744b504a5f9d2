#include "integration/http/transfer.h"

#include "core/try.h"
#include "integration/http/curl_error.h"

#include <QFile>

#include <algorithm>
#include <new>

namespace simiao::http {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostHeaderBytes = 256 * 1024;
constexpr qint64 kMostWordsOfRefusal = 64 * 1024;
/// A peer that sends less a second says nothing, however long it goes on.
constexpr long kSilentBytesPerSecond = 64;
constexpr long kBufferBytes = 512 * 1024;
constexpr long kUploadBufferBytes = 256 * 1024;

QByteArray protocolOf(QByteArrayView statusLine)
{
    return statusLine.first(std::max<qsizetype>(statusLine.indexOf(' '), 0)).toByteArray();
}

} // namespace

Transfer::Transfer(Request request, std::stop_token stop, std::function<void()> woken)
    : m_request(std::move(request))
    , m_stop(stop)
    , m_handle(curl_easy_init())
    , m_stopped(std::move(stop), std::move(woken))
{
    m_promise.start();
}

Transfer::~Transfer()
{
    if (!m_promise.future().isFinished())
        end(cancelled());
}

Result<void> Transfer::prepare(const ClientSettings &settings)
{
    if (!m_handle)
        return Error{ErrorKind::Internal, u"http.library"_s, originOf(m_request.url)};
    const bool isHttp = m_request.url.scheme() == "https"_L1 || m_request.url.scheme() == "http"_L1;
    if (!m_request.url.isValid() || !isHttp || !m_request.url.userInfo().isEmpty())
        return Error{ErrorKind::Invalid, u"http.url"_s, originOf(m_request.url)};
    TRY_VOID(setHeaders());
    setUp(settings);
    setMethod();
    setTrust(settings);
    setCredentials(settings);
    return ok();
}

void Transfer::setUp(const ClientSettings &settings)
{
    CURL *handle = m_handle.get();
    const bool isSecure = m_request.url.scheme() == "https"_L1;
    const auto &deadlines = m_request.deadlines;
    curl_easy_setopt(handle, CURLOPT_PRIVATE, this);
    curl_easy_setopt(handle, CURLOPT_URL, m_request.url.toEncoded().constData());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, isSecure ? "https" : "http,https");
    curl_easy_setopt(handle, CURLOPT_MAXREDIRS, 3L);
    curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, m_words.data());
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    // A name server that is silent would else be waited for when a request is given up.
    curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(handle, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(handle, CURLOPT_BUFFERSIZE, kBufferBytes);
    curl_easy_setopt(handle, CURLOPT_UPLOAD_BUFFERSIZE, kUploadBufferBytes);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(deadlines.connect.count()));
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(deadlines.silence.count()));
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, kSilentBytesPerSecond);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(deadlines.whole.count()));
    // Both as empty texts keep the environment's proxies out.
    curl_easy_setopt(handle, CURLOPT_PROXY, settings.proxy.toEncoded().constData());
    curl_easy_setopt(handle, CURLOPT_NOPROXY, "");
    curl_easy_setopt(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (m_request.mayBePacked)
        curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, this);
}

void Transfer::setMethod()
{
    CURL *handle = m_handle.get();
    const auto &body = m_request.body;
    switch (m_request.method) {
    case Method::Get:
        // What is sent is not sent on: it may be images, and the new place was never configured.
        curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
        return;
    case Method::Delete: curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, "DELETE"); return;
    case Method::Put:
        curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(body ? body->size() : 0));
        break;
    case Method::Post:
        curl_easy_setopt(handle, CURLOPT_POST, 1L);
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE,
                         static_cast<curl_off_t>(body ? body->size() : 0));
        break;
    }
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, &Transfer::onRead);
    curl_easy_setopt(handle, CURLOPT_READDATA, this);
    curl_easy_setopt(handle, CURLOPT_SEEKFUNCTION, &Transfer::onSeek);
    curl_easy_setopt(handle, CURLOPT_SEEKDATA, this);
}

void Transfer::setTrust(const ClientSettings &settings)
{
    CURL *handle = m_handle.get();
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!settings.caFile.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_CAINFO, QFile::encodeName(settings.caFile).constData());
        curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
    }
    if (!settings.certificate || originOf(m_request.url) != originOf(settings.server))
        return;
    const auto &own = *settings.certificate;
    curl_easy_setopt(handle, CURLOPT_SSLCERT, QFile::encodeName(own.certificateFile).constData());
    curl_easy_setopt(handle, CURLOPT_SSLKEY, QFile::encodeName(own.keyFile).constData());
    if (!own.keyPassword.isEmpty())
        curl_easy_setopt(handle, CURLOPT_KEYPASSWD, own.keyPassword.toUtf8().constData());
}

void Transfer::setCredentials(const ClientSettings &settings)
{
    if (originOf(m_request.url) != originOf(settings.server))
        return;
    // By libcurl's own options, which it drops when a redirection leaves the host, the port or the scheme.
    CURL *handle = m_handle.get();
    if (const auto *basic = std::get_if<BasicCredentials>(&settings.credentials)) {
        curl_easy_setopt(handle, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        curl_easy_setopt(handle, CURLOPT_USERNAME, basic->user.toUtf8().constData());
        curl_easy_setopt(handle, CURLOPT_PASSWORD, basic->password.toUtf8().constData());
    } else if (const auto *bearer = std::get_if<BearerToken>(&settings.credentials)) {
        curl_easy_setopt(handle, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
        curl_easy_setopt(handle, CURLOPT_XOAUTH2_BEARER, bearer->token.constData());
    }
}

Result<void> Transfer::setHeaders()
{
    for (const auto &header : m_request.headers) {
        // Credentials in a header would go wherever a redirection leads.
        if (!isSendable(header) || header.name.compare("Authorization", Qt::CaseInsensitive) == 0)
            return Error{ErrorKind::Invalid, u"http.header"_s, QString::fromLatin1(header.name.left(40))};
        auto *longer = curl_slist_append(m_headerList.get(), (header.name + ": " + header.value).constData());
        static_cast<void>(m_headerList.release());
        m_headerList.reset(longer);
    }
    curl_easy_setopt(m_handle.get(), CURLOPT_HTTPHEADER, m_headerList.get());
    return ok();
}

std::size_t Transfer::onHeader(char *bytes, std::size_t size, std::size_t count, void *self)
{
    const auto length = size * count;
    const QByteArrayView line(bytes, static_cast<qsizetype>(length));
    return static_cast<Transfer *>(self)->takeHeader(line) ? length : 0;
}

std::size_t Transfer::onBody(char *bytes, std::size_t size, std::size_t count, void *self)
{
    auto &transfer = *static_cast<Transfer *>(self);
    try {
        return transfer.takeBody({bytes, static_cast<qsizetype>(size * count)});
    } catch (const std::bad_alloc &) { // must not cross the library
        transfer.refuse({ErrorKind::Unavailable, u"http.memory"_s, originOf(transfer.m_request.url)});
        return 0;
    }
}

std::size_t Transfer::onRead(char *room, std::size_t size, std::size_t count, void *self)
{
    auto &transfer = *static_cast<Transfer *>(self);
    if (!transfer.m_request.body)
        return 0;
    auto read = transfer.m_request.body->read({room, size * count});
    if (read)
        return static_cast<std::size_t>(*read);
    transfer.refuse(std::move(read).error());
    return CURL_READFUNC_ABORT;
}

int Transfer::onSeek(void *self, curl_off_t offset, int origin)
{
    auto &transfer = *static_cast<Transfer *>(self);
    if (offset != 0 || origin != SEEK_SET || !transfer.m_request.body)
        return CURL_SEEKFUNC_CANTSEEK;
    auto rewound = transfer.m_request.body->rewind();
    if (rewound)
        return CURL_SEEKFUNC_OK;
    transfer.refuse(std::move(rewound).error());
    return CURL_SEEKFUNC_FAIL;
}

bool Transfer::takeHeader(QByteArrayView line)
{
    m_headerBytes += line.size();
    if (m_headerBytes > kMostHeaderBytes)
        return refuse({ErrorKind::Invalid, u"http.too-large"_s, originOf(m_request.url)});
    const auto text = line.trimmed();
    m_isHeadWhole = text.isEmpty();
    if (text.isEmpty())
        return true;
    // Each answer of a chain of redirections, and each 1xx before an answer, begins anew.
    if (text.startsWith("HTTP/"))
        m_response = Response{.protocol = protocolOf(text)};
    else
        appendLine(m_response.headers, text);
    return true;
}

bool Transfer::beginAnswer()
{
    if (m_hasBegun)
        return true;
    m_hasBegun = true;
    long status = 0;
    curl_easy_getinfo(m_handle.get(), CURLINFO_RESPONSE_CODE, &status);
    m_response.status = static_cast<int>(status);
    curl_off_t length = -1;
    curl_easy_getinfo(m_handle.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    if (m_response.isSuccess() && length > m_request.mostBytes)
        return refuseTooLarge();
    if (!m_response.isSuccess() || !m_request.sink)
        return true;
    auto begun = m_request.sink->begin(m_response);
    return begun || refuse(std::move(begun).error());
}

std::size_t Transfer::takeBody(QByteArrayView bytes)
{
    if (!beginAnswer())
        return 0;
    const bool isForSink = m_response.isSuccess() && m_request.sink;
    if (isForSink && !m_request.sink->isReady()) {
        m_isPaused = true;
        return CURL_WRITEFUNC_PAUSE;
    }
    m_bodyBytes += bytes.size();
    if (m_response.isSuccess() && m_bodyBytes > m_request.mostBytes && !refuseTooLarge())
        return 0;
    const auto size = static_cast<std::size_t>(bytes.size());
    if (!isForSink) {
        keep(bytes);
        return size;
    }
    auto taken = m_request.sink->take(bytes);
    return taken || refuse(std::move(taken).error()) ? size : 0;
}

void Transfer::keep(QByteArrayView bytes)
{
    const qint64 most = m_response.isSuccess() ? m_request.mostBytes : kMostWordsOfRefusal;
    m_response.body.append(bytes.first(std::min<qsizetype>(bytes.size(), most - m_response.body.size())));
}

bool Transfer::refuse(Error error)
{
    m_refusal = std::move(error);
    return false;
}

bool Transfer::refuseTooLarge()
{
    return refuse({ErrorKind::Invalid, u"http.too-large"_s, originOf(m_request.url)});
}

CURLcode Transfer::resume()
{
    if (!m_isPaused || !m_request.sink->isReady())
        return CURLE_OK;
    m_isPaused = false;
    return curl_easy_pause(m_handle.get(), CURLPAUSE_CONT);
}

void Transfer::end(CURLcode code)
{
    if (m_refusal)
        return end(std::move(*m_refusal));
    // A connection that ends within the head is a good end to libcurl.
    if (code == CURLE_OK && !m_isHeadWhole)
        return end(CURLE_GOT_NOTHING);
    // An answer without a body never came to takeBody().
    if (code == CURLE_OK && !beginAnswer())
        return end(std::move(*m_refusal));
    if (code == CURLE_OK) {
        m_promise.addResult(Result<Response>(std::move(m_response)));
        m_promise.finish();
        return;
    }
    curl_off_t connected = 0;
    curl_easy_getinfo(m_handle.get(), CURLINFO_CONNECT_TIME_T, &connected);
    end(errorOf(code, originOf(m_request.url), QString::fromUtf8(m_words.data()), connected > 0));
}

void Transfer::end(Error error)
{
    m_promise.addResult(Result<Response>(std::move(error)));
    m_promise.finish();
}

} // namespace simiao::http
