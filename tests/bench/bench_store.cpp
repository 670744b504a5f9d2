// bench_store search [PATIENTS [FOLDER]] | sign [VISITS] | record [VISITS] | audit [EVENTS]
// Each prints JSON lines with medians and, where there is a floor, the ratio to it in the same run.
// FOLDER is filled once and kept for the next time.
// Works in a folder below SIMIAO_BENCH_DIR (default: the current one), which must be a real disk for `sign`.

#include "bench/bare_visits.h"
#include "bench/bench_clinic.h"
#include "bench/measure.h"
#include "bench/place.h"
#include "bench/town.h"
#include "records/models/history.h"
#include "sqlite/sqlite_connector.h"
#include "storage/executor/sql_thread.h"
#include "support/world.h"
#include "workflow/consultation/open_record.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QSqlQuery>

using namespace simiao;
using namespace simiao::bench;
using namespace Qt::StringLiterals;

namespace {

Timing searches(const std::shared_ptr<workflow::Store> &store,
                const std::function<QString(int)> &typed,
                int times = 300)
{
    return measure(times, [&](int i) {
        must(await(workflow::find(store, workflow::query::patientSearch, typed(i), kShownAtFirst)));
    });
}

/// The same question as people write it without an index: a scan of every name.
Timing likeScans(const QString &database)
{
    const auto connection =
        must(sqlite::openPlain(database, qEnvironmentVariable("SIMIAO_RESOURCES") + u"/sql"_s));
    return measure(5, [&](int i) {
        QSqlQuery query(connection->database());
        query.prepare(u"SELECT * FROM patient WHERE name LIKE ? ORDER BY name LIMIT %1"_s.arg(kShownAtFirst));
        query.addBindValue(u"%%1%"_s.arg(QString(u"伟芳娜敏静"_s.at(i))) + u"zz%"_s);
        query.exec();
        while (query.next()) {}
    });
}

void benchSearch(int patients, const QString &kept)
{
    const Place place(kept);
    settle(place, patients);
    double inner = 0;
    for (const auto &[kind, typed] : kindsOfSearch()) {
        const auto timing = searches(place.backend.store, typed);
        auto figures = figuresOf(timing);
        figures.insert({u"kind"_s, kind});
        figures.insert({u"patients"_s, patients});
        report(u"search"_s, figures);
        inner = timing.median();
    }
    place.backend.store->close();
    const auto like = likeScans(sqlite::SqliteFiles(place.path).database);
    report(u"search-vs-like"_s,
           {{u"likeP50Us"_s, number(like.median())}, {u"ratio"_s, number(like.median() / inner)}});
}

/// Signs visits once so that their rows are known.
void signAll(const Place &place, int visits)
{
    test::BenchClinic clinic(place.backend.store, visits);
    for (int i = 0; i < visits; ++i)
        clinic.sign(i);
    place.backend.store->close();
}

void benchSign(int visits)
{
    const Place recorded;
    signAll(recorded, visits);
    BareVisits bare(sqlite::SqliteFiles(recorded.path).database, recorded.path + u"/bare.db"_s, visits);
    const Place place;
    test::BenchClinic clinic(place.backend.store, visits);
    Timing ours;
    Timing floor;
    for (int i = 0; i < visits; ++i) { // in turn: the disk is in the same mood for both
        ours.add([&] { clinic.sign(i); });
        clinic.rest(); // what the store does after its answer must not slow the other
        floor.add([&] { bare.write(i); });
        if (i % 16 == 15)
            bare.rest();
    }
    auto figures = figuresOf(ours);
    figures.insert({u"rows"_s, Json(qint64(bare.rowsOf(0)))});
    figures.insert({u"floorP50Us"_s, number(floor.median())});
    figures.insert({u"floorP99Us"_s, number(floor.quantile(0.99))});
    figures.insert({u"ratio"_s, number(ours.median() / floor.median())});
    report(u"sign"_s, figures);
}

void benchRecord(int visits)
{
    Place place;
    test::BenchClinic clinic(place.backend.store, 1);
    clinic.giveHistory(visits);
    const auto timing = measure(15, [&](int) {
        const auto record = must(await(workflow::openPatientRecord(clinic.context(), clinic.patient(), {})));
        const auto history = records::historyOf(record, clinic.context().clock->zone());
        if (history.empty())
            qFatal("no history");
    });
    auto figures = figuresOf(timing);
    figures.insert({u"visits"_s, visits});
    report(u"open-record"_s, figures);
}

void benchAudit(int events)
{
    Place place;
    const auto world = test::aWorld(place.backend.store);
    for (int i = 0; i < events; ++i)
        must(await(world.context.store->commit(
            world.context.begin(world.context.newCommand(), u"bench.event"_s, world.patient.id))));
    const auto timing = measure(5, [&](int) { must(await(place.backend.maintenance->verifyAudit())); });
    report(u"audit"_s,
           {{u"records"_s, events}, {u"perSecond"_s, number(double(events) / timing.median() * 1e6)}});
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    const QString what = words.value(1);
    const int size = words.value(2).toInt();
    if (what == "search"_L1)
        benchSearch(size > 0 ? size : 1'000'000, words.value(3));
    else if (what == "sign"_L1)
        benchSign(size > 0 ? size : 200);
    else if (what == "record"_L1)
        benchRecord(size > 0 ? size : 2000);
    else if (what == "audit"_L1)
        benchAudit(size > 0 ? size : 20'000);
    else
        return 1;
    return 0;
}
