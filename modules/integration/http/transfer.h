#pragma once

#include "integration/http/client_settings.h"
#include "integration/http/message.h"

#include <QFuture>
#include <QPromise>

#include <curl/curl.h>

#include <array>
#include <functional>
#include <memory>
#include <stop_token>

namespace simiao::http {

/// One request on its way, as libcurl's easy handle.
/// \thread  made on any, then the client's
class Transfer
{
public:
    /// \param woken  called on any thread when `stop` is asked for
    Transfer(Request request, std::stop_token stop, std::function<void()> woken);
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;
    ~Transfer();

    QFuture<Result<Response>> future() { return m_promise.future(); }

    /// Tells libcurl all about it. `http.url`, `http.header`
    Result<void> prepare(const ClientSettings &settings);
    CURL *handle() const { return m_handle.get(); }

    bool isStopped() const { return m_stop.stop_requested(); }
    bool isPaused() const { return m_isPaused; }
    /// Goes on if the sink can take more. \returns what ended it
    CURLcode resume();

    /// The end, once.
    void end(CURLcode code);
    void end(Error error);

private:
    struct CloseHandle
    {
        void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    };
    struct FreeList
    {
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };

    void setUp(const ClientSettings &settings);
    void setMethod();
    void setTrust(const ClientSettings &settings);
    void setCredentials(const ClientSettings &settings);
    Result<void> setHeaders();

    static std::size_t onHeader(char *bytes, std::size_t size, std::size_t count, void *self);
    static std::size_t onBody(char *bytes, std::size_t size, std::size_t count, void *self);
    static std::size_t onRead(char *room, std::size_t size, std::size_t count, void *self);
    static int onSeek(void *self, curl_off_t offset, int origin);

    bool takeHeader(QByteArrayView line);
    bool beginAnswer();
    std::size_t takeBody(QByteArrayView bytes);
    void keep(QByteArrayView bytes);
    bool refuse(Error error);
    bool refuseTooLarge();

    Request m_request;
    std::stop_token m_stop;
    QPromise<Result<Response>> m_promise;
    std::unique_ptr<CURL, CloseHandle> m_handle;
    std::unique_ptr<curl_slist, FreeList> m_headerList;
    std::array<char, CURL_ERROR_SIZE> m_words{};
    Response m_response;
    std::optional<Error> m_refusal; ///< why we ended it
    qint64 m_headerBytes = 0;
    qint64 m_bodyBytes = 0;
    bool m_isHeadWhole = false;
    bool m_hasBegun = false;
    bool m_isPaused = false;
    std::stop_callback<std::function<void()>> m_stopped;
};

} // namespace simiao::http
