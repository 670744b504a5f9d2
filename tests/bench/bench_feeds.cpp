// bench_feeds [DESKS [CHANGES]]
// How soon as many desks hear of a save, each by a real feed of its own: a session of the server that listens, reads what is new and
// keeps presence. One desk saves. Everything is on one machine: what the feeds take of it is missing to the server.

#include "bench/measure.h"
#include "contract/store/postgres_database.h"
#include "postgresql/change_listener.h"
#include "support/signed_visit.h"

#include <QCoreApplication>

using namespace simiao;
using namespace simiao::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int kOtherSessions = 50;

/// Some desks that do nothing but hear.
class Feeds
{
public:
    Feeds(test::HospitalDatabase &database, int count)
        : m_environment(database.environment(u"hospital"_s))
    {
        for (int i = 0; i < count; ++i)
            m_listeners.push_back(makeOne());
    }

    /// Waits until each has heard of `work`, which `save` stores. \returns how long each took from when it was given, microseconds
    std::vector<double> hear(Uuid command, const std::function<void()> &save)
    {
        m_awaited = command;
        m_heard.clear();
        m_time.start();
        save();
        while (m_heard.size() < m_listeners.size())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return m_heard;
    }

private:
    std::unique_ptr<postgresql::ChangeListener> makeOne()
    {
        const auto setup = postgresql::setupOf(m_environment);
        if (!setup)
            qFatal("%s", qPrintable(logLine(setup.error())));
        return std::make_unique<postgresql::ChangeListener>(
            setup->forSession(), postgresql::ServerLine::WhenOpen{}, QByteArray(), qApp,
            [this](const workflow::Receipt &receipt) {
                if (receipt.command == m_awaited)
                    m_heard.push_back(double(m_time.nsecsElapsed()) / 1000);
            },
            [](bool) {},
            std::make_shared<postgresql::PresenceBoard>(Uuid(), std::make_shared<postgresql::ActingPerson>(),
                                                        postgresql::PresenceBoard::Take{}));
    }

    sdk::BackendEnvironment m_environment;
    Uuid m_awaited;
    QElapsedTimer m_time;
    std::vector<double> m_heard;
    std::vector<std::unique_ptr<postgresql::ChangeListener>> m_listeners;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication program(argc, argv);
    const int desks = argc > 1 ? std::atoi(argv[1]) : 500;
    const int changes = argc > 2 ? std::atoi(argv[2]) : 20;
    test::PostgresServer server;
    test::HospitalDatabase database(server);
    const auto sessions = QString::number(desks + kOtherSessions);
    const bool isStarted = server.start({.values = {{u"max_connections"_s, sessions}}, .isFlushed = true});
    if (const auto trouble = isStarted ? database.make() : server.log(); !trouble.isEmpty())
        qFatal("%s", qPrintable(trouble));
    const auto backend = database.open(u"hospital"_s);
    if (!backend)
        qFatal("%s", qPrintable(logLine(backend.error())));
    const auto world = test::aWorld(backend->store);
    Feeds feeds(database, desks);
    Timing heard;
    for (int i = 0; i <= changes; ++i) {
        auto work = test::aSignedVisit(world, world.context.newCommand());
        const auto took = feeds.hear(work.command(), [&] {
            if (!QCoro::waitFor(backend->store->commit(std::move(work))))
                qFatal("not stored");
        });
        if (i > 0) // the first waits until all are there
            heard.us.insert(heard.us.end(), took.begin(), took.end());
    }
    const auto open = server.psql(
        u"SELECT count(*) FROM pg_stat_activity WHERE datname = 'hospital' AND backend_type = 'client backend'"_s);
    report(u"server-feeds"_s,
           {{u"desks"_s, desks},
            {u"changes"_s, changes},
            {u"sessions"_s, open.trimmed()},
            {u"p50Ms"_s, number(heard.median() / 1000)},
            {u"p99Ms"_s, number(heard.quantile(0.99) / 1000)}});
    backend->store->close();
    return 0;
}
