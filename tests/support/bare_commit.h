#pragma once

#include <QString>

#include <atomic>
#include <thread>

namespace simiao::test {

/// When a server takes a commit again, as bare libpq finds that asks all the time.
class BareCommit
{
public:
    enum class Way {
        Open, ///< on a connection that is there beforehand: the server itself
        Anew, ///< on a new one each time: what anybody needs who had one to a server that died
    };

    /// \param conninfo  of libpq: somebody who may do what `sql` does; of Open to a server that answers
    /// \param sql  what is committed; harmless when it is done again
    BareCommit(const QString &conninfo, Way way, const QString &sql = row());
    BareCommit(const BareCommit &) = delete;
    BareCommit &operator=(const BareCommit &) = delete;

    /// SQL of the table that it writes to, for whoever takes writes beforehand.
    static QString table() { return QStringLiteral("CREATE TABLE bare_commit (n int)"); }

    /// A row of it.
    static QString row() { return QStringLiteral("INSERT INTO bare_commit VALUES (1)"); }

    /// Ms since 1970 when it was first acknowledged; 0: not yet.
    qint64 when() const { return m_when; }

private:
    void ask(const std::stop_token &stop, const QByteArray &conninfo, Way way, const QByteArray &sql);

    std::atomic<qint64> m_when = 0;
    std::jthread m_thread;
};

} // namespace simiao::test
