#pragma once

#include "postgres_connector.h"

#include <chrono>
#include <functional>
#include <optional>

namespace simiao::postgresql {

/// A connection to the server that is made when it is needed and made anew when it is lost.
/// \thread  one, that may wait
class ServerLine
{
public:
    /// \param whenOpen  what each new connection is looked at with, before it is used; an error ends it
    using WhenOpen = std::function<Result<void>(storage::Connection &connection)>;

    /// How a server that is away is looked for.
    enum class Search {
        Eager,  ///< somebody waits
        Patient ///< now and then, and at once when another connection of this desk has found it: many desks that all come twice keep each other out
    };

    explicit ServerLine(ServerSetup setup, WhenOpen whenOpen = {}, Search search = Search::Eager);

    /// A connection for work that ends at `deadline`; until then it is tried again.
    /// \returns what openServer() said last; what `whenOpen` says
    /// \param agent  whose act it is; without one it is asked for who signed in last
    Result<storage::Connection *> ready(QDeadlineTimer deadline, const std::optional<Uuid> &agent = {});
    Wire &wire() { return *m_server.wire; }
    bool isOpen() const { return m_server.connection != nullptr; }

    /// After an error: a connection that is gone, or that nobody knows the state of, is not used again.
    void dropAfter(const Error &error);
    void drop();

private:
    static constexpr std::chrono::milliseconds kFirstPause{20};

    Result<void> look();
    void tellOrFollow();
    void goWhere(PrimaryHost::Finding finding);
    void toNextHost();
    void pause(QDeadlineTimer deadline, PrimaryHost::Finding before) const;

    ServerSetup m_setup;
    const ServerAddress m_address;      ///< in the order in which hosts are named
    qsizetype m_host = 0;               ///< of those the one that m_setup has first
    PrimaryHost::Finding m_finding = 0; ///< that was followed
    WhenOpen m_whenOpen;
    const Search m_search;
    OpenServer m_server;
    QString m_shown; ///< token that the connection shows; not of one that is lent
    std::chrono::milliseconds m_pause = kFirstPause; ///< before the next attempt
};

} // namespace simiao::postgresql
