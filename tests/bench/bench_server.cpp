// bench_server book [BOOKERS [SLOTS [SECONDS [POOL]]]] | oversold [ATTEMPTS [BOOKERS]] | sign [VISITS] | hear [DESKS [CHANGES]]
// POOL: the desks work through a PgBouncer with so many connections to the server; the floor stays direct.
// Against a real PostgreSQL that flushes, in a folder of the system's temporary place. Floors are bare libpq in the same run, taking turns.

#include "bench/measure.h"
#include "contract/store/postgres_database.h"
#include "postgresql/work_text.h"
#include "support/pgbouncer.h"
#include "support/signed_visit.h"

#include <QCoreApplication>

#include <libpq-fe.h>

#include <atomic>
#include <thread>

using namespace simiao;
using namespace simiao::bench;
using namespace Qt::StringLiterals;

namespace {

struct Hospital
{
    test::PostgresServer server;
    test::HospitalDatabase database{server};
    test::PgBouncer pooler;

    /// \param pool  connections of a pooler that stands before the server; 0: none does
    explicit Hospital(int pool = 0)
    {
        const bool isStarted =
            server.start({.values = {{u"max_connections"_s, u"600"_s}}, .isFlushed = true});
        const auto trouble = isStarted ? database.make() : server.log();
        if (!trouble.isEmpty())
            qFatal("%s", qPrintable(trouble));
        if (pool == 0)
            return;
        if (!pooler.start(server.port(), {{u"program_1"_s, u"of-program-1"_s}},
                          {{u"default_pool_size"_s, QString::number(pool)}}))
            qFatal("%s", qPrintable(pooler.log()));
        database.comeThrough({pooler.port()});
    }
    std::shared_ptr<workflow::Store> open()
    {
        auto backend = database.open(u"hospital"_s);
        if (!backend)
            qFatal("%s", qPrintable(logLine(backend.error())));
        return backend->store;
    }
    QString psql(const QString &sql) { return server.psql(sql, u"hospital"_s).trimmed(); }
    QByteArray conninfo() { return server.conninfo(u"hospital"_s).toUtf8(); }
};

/// A bare connection.
class Bare
{
public:
    explicit Bare(const QByteArray &conninfo)
        : m_connection(PQconnectdb(conninfo.constData()), &PQfinish)
    {
        if (PQstatus(m_connection.get()) != CONNECTION_OK)
            qFatal("%s", PQerrorMessage(m_connection.get()));
    }
    void prepare(const char *sql) { PQclear(PQprepare(m_connection.get(), "floor", sql, 0, nullptr)); }
    void run(const std::vector<QByteArray> &values)
    {
        std::vector<const char *> pointers;
        for (const auto &value : values)
            pointers.push_back(value.constData());
        auto *result = PQexecPrepared(m_connection.get(), "floor", int(values.size()), pointers.data(),
                                      nullptr, nullptr, 0);
        if (const auto status = PQresultStatus(result);
            status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            qFatal("%s", PQerrorMessage(m_connection.get()));
        PQclear(result);
    }

private:
    std::unique_ptr<PGconn, decltype(&PQfinish)> m_connection;
};

/// Slots, usually with room for everybody.
std::vector<scheduling::Slot> manySlots(const test::World &world, int count, int capacity = 1'000'000)
{
    std::vector<scheduling::Slot> slots;
    auto work = world.context.begin(world.context.newCommand(), u"bench"_s);
    for (int i = 0; i < count; ++i) {
        auto slot = world.slot;
        slot.id = world.context.newId<scheduling::Slot>();
        slot.capacity = capacity;
        work.insert(slot);
        slots.push_back(slot);
    }
    if (!QCoro::waitFor(world.context.store->commit(std::move(work))))
        qFatal("no slots");
    return slots;
}

/// One for each who books.
std::vector<Id<administration::Patient>> manyPatients(const test::World &world, int count)
{
    std::vector<Id<administration::Patient>> patients;
    auto work = world.context.begin(world.context.newCommand(), u"bench"_s);
    for (int i = 0; i < count; ++i) {
        auto patient = world.patient;
        patient.id = world.context.newId<administration::Patient>();
        patient.mrn = u"B%1"_s.arg(i);
        patient.identityNumber.clear();
        work.insert(patient);
        patients.push_back(patient.id);
    }
    if (!QCoro::waitFor(world.context.store->commit(std::move(work))))
        qFatal("no patients");
    return patients;
}

double floorBookings(Hospital &hospital, const std::vector<scheduling::Slot> &slots, int bookers, int seconds)
{
    std::atomic<qint64> booked = 0;
    std::atomic<bool> isOver = false;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < bookers; ++i) {
            threads.emplace_back([&, i, conninfo = hospital.conninfo()] {
                Bare bare(conninfo);
                bare.prepare("WITH s AS (UPDATE floor_slot SET booked = booked + 1 WHERE id = $1 AND booked "
                             "< capacity RETURNING id) "
                             "INSERT INTO floor_appointment (slot) SELECT id FROM s");
                for (auto at = std::size_t(i); !isOver; at += 7) {
                    bare.run({slots[at % slots.size()].id.toString().toLatin1()});
                    ++booked;
                }
            });
        }
        std::this_thread::sleep_for(std::chrono::seconds(seconds));
        isOver = true;
    }
    return double(booked) / seconds;
}

struct Tally
{
    qint64 booked = 0;
    qint64 refused = 0; ///< the slot was full

    qint64 all() const { return booked + refused; }
};

/// Each desk books one after the other, all at once, until `isOver`.
Tally book(const test::World &world,
           const std::vector<Id<administration::Patient>> &patients,
           const std::vector<std::shared_ptr<workflow::Store>> &stores,
           const std::vector<scheduling::Slot> &slots,
           const std::function<bool(const Tally &so)> &isOver)
{
    Tally tally;
    int running = int(stores.size());
    const std::function<void(std::size_t, std::size_t)> next = [&](std::size_t booker, std::size_t at) {
        auto context = world.context;
        context.session.workstation = u"DESK-%1"_s.arg(booker);
        scheduling::Appointment appointment;
        appointment.id = context.newId<scheduling::Appointment>();
        appointment.patient = patients[booker]; // who stands at the counter
        appointment.slot = slots[at % slots.size()].id;
        auto work = context.begin(context.newCommand(), u"appointment.book"_s, appointment.patient);
        work.insert(appointment).apply(workflow::effect::bookSlot, appointment.slot);
        QCoro::connect(stores[booker]->commit(std::move(work)), qApp,
                       [&, booker, at](const Result<workflow::Receipt> &receipt) {
                           if (!receipt && receipt.error().code != "slot.full"_L1)
                               qFatal("%s", qPrintable(logLine(receipt.error())));
                           ++(receipt ? tally.booked : tally.refused);
                           if (isOver(tally))
                               --running;
                           else
                               next(booker, at + 7);
                       });
    };
    for (std::size_t booker = 0; booker < stores.size(); ++booker)
        next(booker, booker);
    while (running > 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return tally;
}

double ourBookings(const test::World &world,
                   const std::vector<Id<administration::Patient>> &patients,
                   const std::vector<std::shared_ptr<workflow::Store>> &stores,
                   const std::vector<scheduling::Slot> &slots,
                   int seconds)
{
    QElapsedTimer time;
    time.start();
    const auto tally =
        book(world, patients, stores, slots, [&](const Tally &) { return time.hasExpired(seconds * 1000); });
    return double(tally.booked) * 1000 / double(time.elapsed());
}

/// Slots whose number of bookings is not what they say, or more than they have places for.
QString wrongSlots(Hospital &hospital)
{
    return hospital.psql(u"SELECT count(*) FROM simiao.slot s WHERE booked <> (SELECT count(*) FROM "
                         u"simiao.appointment a WHERE a.slot = s.id) OR booked > capacity"_s);
}

std::vector<std::shared_ptr<workflow::Store>> openAll(Hospital &hospital, int desks)
{
    std::vector<std::shared_ptr<workflow::Store>> stores;
    for (int i = 0; i < desks; ++i)
        stores.push_back(hospital.open());
    return stores;
}

void benchBooking(int bookers, int slotCount, int seconds, int pool)
{
    Hospital hospital(pool);
    const auto stores = openAll(hospital, bookers);
    const auto world = test::aWorld(stores.front());
    const auto slots = manySlots(world, slotCount);
    const auto patients = manyPatients(world, bookers);
    hospital.psql(u"CREATE TABLE floor_slot AS SELECT id, capacity, 0::bigint AS booked FROM simiao.slot; "
                  u"ALTER TABLE floor_slot ADD "
                  u"PRIMARY KEY (id); CREATE TABLE floor_appointment (id bigint GENERATED ALWAYS AS IDENTITY "
                  u"PRIMARY KEY, slot uuid "
                  u"REFERENCES floor_slot (id))"_s);
    Timing floor;
    Timing ours;
    for (int turn = 0; turn < 3; ++turn) {
        floor.us.push_back(floorBookings(hospital, slots, bookers, seconds));
        ours.us.push_back(ourBookings(world, patients, stores, slots, seconds));
    }
    report(u"server-book"_s,
           {{u"bookers"_s, bookers},
            {u"slots"_s, slotCount},
            {u"pool"_s, pool},
            {u"floorPerSecond"_s, number(floor.median())},
            {u"oursPerSecond"_s, number(ours.median())},
            {u"ratio"_s, number(ours.median() / floor.median())},
            {u"slotsWithAnotherCount"_s, wrongSlots(hospital)}});
    for (const auto &store : stores)
        store->close();
}

/// Twice as many attempts as there are places, in 1 000 slots: each place is given once, and everybody else is refused.
void proveNoneOversold(int attempts, int bookers)
{
    constexpr int kSlots = 1'000;
    Hospital hospital;
    const auto stores = openAll(hospital, bookers);
    const auto world = test::aWorld(stores.front());
    const int capacity = std::max(attempts / (2 * kSlots), 1);
    const auto slots = manySlots(world, kSlots, capacity);
    const auto patients = manyPatients(world, bookers);
    const auto appointments = [&hospital] {
        return hospital.psql(u"SELECT count(*) FROM simiao.appointment"_s).toLongLong();
    };
    const auto before = appointments();
    const auto tally =
        book(world, patients, stores, slots, [&](const Tally &so) { return so.all() >= attempts; });
    const auto wrong = wrongSlots(hospital);
    const auto stored = appointments() - before;
    report(u"server-oversold"_s,
           {{u"bookers"_s, bookers},
            {u"attempts"_s, number(double(tally.all()))},
            {u"places"_s, kSlots * capacity},
            {u"acknowledged"_s, number(double(tally.booked))},
            {u"stored"_s, number(double(stored))},
            {u"slotsWithAnotherCount"_s, wrong}});
    for (const auto &store : stores)
        store->close();
    if (wrong != "0"_L1 || stored != tally.booked || tally.booked > qint64(kSlots) * capacity)
        qFatal("oversold");
}

void benchSigning(int visits)
{
    Hospital hospital;
    const auto store = hospital.open();
    const auto world = test::aWorld(store);
    hospital.psql(u"CREATE FUNCTION floor_sign(work text) RETURNS void LANGUAGE plpgsql AS $$ DECLARE step "
                  u"json; BEGIN FOR step IN SELECT "
                  u"json_array_elements(work::json -> 'steps') LOOP EXECUTE format('INSERT INTO simiao.%I "
                  u"SELECT * FROM "
                  u"json_populate_record(NULL::simiao.%I, ($1::jsonb || ''{\"row_hash\": \"\"}'')::json)', "
                  u"step ->> 'table', step ->> "
                  u"'table') USING step ->> 'row'; END LOOP; END $$"_s);
    Bare bare(hospital.conninfo());
    bare.prepare("SELECT floor_sign($1)");
    Timing floor;
    Timing ours;
    for (int i = 0; i < visits; ++i) {
        const auto text =
            postgresql::workText(test::aSignedVisit(world, world.context.newCommand())).toUtf8();
        floor.add([&] { bare.run({text}); });
        auto work = test::aSignedVisit(world, world.context.newCommand());
        ours.add([&] {
            if (const auto stored = QCoro::waitFor(store->commit(std::move(work))); !stored)
                qFatal("%s", qPrintable(logLine(stored.error())));
        });
    }
    report(u"server-sign"_s,
           {{u"visits"_s, visits},
            {u"floorUs"_s, number(floor.median())},
            {u"oursUs"_s, number(ours.median())},
            {u"ratio"_s, number(ours.median() / floor.median())}});
    store->close();
}

/// From the answer of the one who saved to the signal on the other desks.
void benchHearing(int desks, int changes)
{
    Hospital hospital;
    const auto stores = openAll(hospital, desks);
    const auto world = test::aWorld(stores.front());
    Timing heard;
    QElapsedTimer time;
    Uuid awaited;
    int missing = 0;
    for (std::size_t desk = 1; desk < stores.size(); ++desk) {
        QObject::connect(stores[desk]->changes(), &workflow::ChangeFeed::committed, qApp,
                         [&](const workflow::Receipt &receipt) {
                             if (receipt.command != awaited)
                                 return;
                             heard.us.push_back(double(time.nsecsElapsed()) / 1000);
                             --missing;
                         });
    }
    for (int i = 0; i < changes; ++i) {
        auto work = test::aSignedVisit(world, world.context.newCommand());
        awaited = work.command();
        missing = desks - 1;
        time.start();
        if (!QCoro::waitFor(stores.front()->commit(std::move(work))))
            qFatal("not stored");
        while (missing > 0)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    report(u"server-hear"_s,
           {{u"desks"_s, desks},
            {u"changes"_s, changes},
            {u"p50Ms"_s, number(heard.median() / 1000)},
            {u"p99Ms"_s, number(heard.quantile(0.99) / 1000)}});
    for (const auto &store : stores)
        store->close();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication program(argc, argv);
    const auto arguments = program.arguments();
    const auto given = [&arguments](int at, int usual) {
        return arguments.size() > at ? arguments[at].toInt() : usual;
    };
    const QString what = arguments.value(1);
    if (what == "book"_L1)
        benchBooking(given(2, 64), given(3, 1), given(4, 4), given(5, 0));
    else if (what == "oversold"_L1)
        proveNoneOversold(given(2, 1'000'000), given(3, 64));
    else if (what == "sign"_L1)
        benchSigning(given(2, 300));
    else if (what == "hear"_L1)
        benchHearing(given(2, 200), given(3, 50));
    else
        return 1;
    return 0;
}
