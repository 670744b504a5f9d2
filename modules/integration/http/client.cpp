#include "integration/http/client.h"

#include "core/task_of.h"
#include "core/try.h"
#include "integration/http/transfer.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <new>
#include <thread>
#include <vector>

namespace simiao::http {

namespace {

constexpr int kIdleMs = 1000;
constexpr int kPausedMs = 50;
constexpr long kKeptConnections = 8;

struct CloseMulti
{
    void operator()(CURLM *multi) const { curl_multi_cleanup(multi); }
};
using Multi = std::unique_ptr<CURLM, CloseMulti>;

CURLM *newMulti()
{
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    CURLM *multi = started == CURLE_OK ? curl_multi_init() : nullptr;
    if (!multi)
        throw std::bad_alloc(); // nothing else makes them fail
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, kKeptConnections);
    return multi;
}

} // namespace

/// The thread on which all requests of a client run.
class Client::Loop
{
public:
    explicit Loop(ClientSettings settings)
        : m_settings(std::move(settings))
        , m_multi(newMulti())
        , m_thread([this] { run(); })
    {
    }
    ~Loop()
    {
        m_isEnding = true;
        wake();
        m_thread.join();
    }
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    QFuture<Result<Response>> start(Request request, std::stop_token stop)
    {
        auto transfer = std::make_unique<Transfer>(std::move(request), std::move(stop), [this] { wake(); });
        auto future = transfer->future();
        if (auto prepared = transfer->prepare(m_settings); !prepared) {
            transfer->end(std::move(prepared).error());
            return future;
        }
        {
            const std::scoped_lock lock(m_mutex);
            m_waiting.push_back(std::move(transfer));
        }
        wake();
        return future;
    }

    void wake() { curl_multi_wakeup(m_multi.get()); }

private:
    void run()
    {
        while (!m_isEnding) {
            admit();
            dropStopped();
            int running = 0;
            curl_multi_perform(m_multi.get(), &running);
            collect();
            const bool isPaused = resumePaused();
            curl_multi_poll(m_multi.get(), nullptr, 0, isPaused ? kPausedMs : kIdleMs, nullptr);
        }
        for (const auto &transfer : m_running)
            curl_multi_remove_handle(m_multi.get(), transfer->handle());
        m_running.clear(); // their ends say Cancelled
    }

    void admit()
    {
        std::vector<std::unique_ptr<Transfer>> fresh;
        {
            const std::scoped_lock lock(m_mutex);
            fresh.swap(m_waiting);
        }
        for (auto &transfer : fresh) {
            curl_multi_add_handle(m_multi.get(), transfer->handle());
            m_running.push_back(std::move(transfer));
        }
    }

    void dropStopped()
    {
        std::erase_if(m_running, [this](const auto &transfer) {
            const bool isStopped = transfer->isStopped(); // asked once: it changes under us
            if (isStopped)
                curl_multi_remove_handle(m_multi.get(), transfer->handle());
            return isStopped;
        });
    }

    void collect()
    {
        int left = 0;
        while (const auto *message = curl_multi_info_read(m_multi.get(), &left)) {
            if (message->msg != CURLMSG_DONE)
                continue;
            CURL *handle = message->easy_handle;
            const CURLcode code = message->data.result;
            curl_multi_remove_handle(m_multi.get(), handle);
            finish(handle, code);
        }
    }

    void finish(CURL *handle, CURLcode code)
    {
        std::erase_if(m_running, [handle, code](const auto &transfer) {
            if (transfer->handle() == handle)
                transfer->end(code);
            return transfer->handle() == handle;
        });
    }

    /// \returns whether some still wait
    bool resumePaused()
    {
        std::erase_if(m_running, [this](const auto &transfer) {
            const CURLcode code = transfer->resume();
            if (code != CURLE_OK) { // libcurl does not end it by itself then
                curl_multi_remove_handle(m_multi.get(), transfer->handle());
                transfer->end(code);
            }
            return code != CURLE_OK;
        });
        return std::ranges::any_of(m_running, [](const auto &transfer) { return transfer->isPaused(); });
    }

    const ClientSettings m_settings;
    Multi m_multi;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Transfer>> m_waiting;
    std::vector<std::unique_ptr<Transfer>> m_running; ///< the thread's own
    std::atomic<bool> m_isEnding = false;
    std::thread m_thread; ///< last: it uses all of the above
};

Client::Client(std::unique_ptr<Loop> loop)
    : m_loop(std::move(loop))
{
}

Client::~Client() = default;

Result<std::unique_ptr<Client>> Client::create(ClientSettings settings)
{
    TRY_VOID(checked(settings));
    return std::unique_ptr<Client>(new Client(std::make_unique<Loop>(std::move(settings))));
}

QFuture<Result<Response>> Client::start(Request request, std::stop_token stop)
{
    return m_loop->start(std::move(request), std::move(stop));
}

Task<Result<Response>> Client::send(Request request, std::stop_token stop)
{
    return taskOf(start(std::move(request), std::move(stop)));
}

void Client::wake()
{
    m_loop->wake();
}

} // namespace simiao::http
