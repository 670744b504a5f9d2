#pragma once

#include "integration/dimse/association.h"

#include <atomic>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace simiao::dimse {

/// Where archives may call us.
struct ListeningPlace
{
    QString address = {}; ///< of this workstation, without brackets; 0.0.0.0 is all of IPv4, :: all
    quint16 port = 0;     ///< 0: one that is free

    bool operator==(const ListeningPlace &) const = default;
};

/// Deals with one message of somebody who called. An error ends his association.
using Answering = std::function<Result<void>(Association &association, const Message &message)>;

/// Takes calls for as long as it lives. Whoever is not in the acceptance, or too many at once, is sent away.
/// \thread `answering` runs on threads of its own, several at a time
class Listener
{
public:
    /// Unavailable `archive.listener` where the place cannot be had.
    static Result<std::unique_ptr<Listener>> create(const ListeningPlace &place,
                                                    Acceptance acceptance,
                                                    Answering answering,
                                                    std::stop_token stop);
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;
    /// Ends all calls.
    ~Listener();

    quint16 port() const { return m_port; }
    /// Of calls from now on.
    void accept(Acceptance acceptance);
    /// Ends all calls; nothing is answered any more once it returns. \returns lastFault()
    std::optional<Error> finish();
    /// Why the last call came to nothing, for an archive that never gets through to us.
    std::optional<Error> lastFault() const;

private:
    static constexpr std::size_t kMostCalls = 64;
    static constexpr std::ptrdiff_t kMostOfOne = 16; ///< of one address

    struct Call
    {
        QByteArray address;
        std::atomic<bool> isOver = false;
        std::jthread thread;
    };

    Listener(int socket, quint16 port, Acceptance acceptance, Answering answering);

    void listen(const std::stop_token &stop);
    std::optional<Error> serve(int socket, const std::stop_token &stop);
    Acceptance acceptance() const;

    const int m_socket;
    const quint16 m_port;
    const Answering m_answering;
    std::stop_source m_stop;
    mutable std::mutex m_mutex;
    Acceptance m_acceptance;
    std::optional<Error> m_lastFault;
    std::list<Call> m_calls;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
    std::jthread m_listening;
};

/// `error`, and in its detail why the last call came to nothing, if one did: an archive that gets no further says less.
Error withLastFault(Error error, const std::optional<Error> &fault);

} // namespace simiao::dimse
