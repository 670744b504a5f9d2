// bench_store search [PATIENTS] | sign [VISITS] | record [VISITS] | audit [EVENTS]
// Each prints JSON lines with medians and, where there is a floor, the ratio to it in the same run.
// Works in a folder below SIMIAO_BENCH_DIR (default: the current one), which must be a real disk for `sign`.

#include "bench/bare_visits.h"
#include "bench/bench_clinic.h"
#include "bench/measure.h"
#include "records/models/history.h"
#include "sqlite/sqlite_backend.h"
#include "sqlite/sqlite_connector.h"
#include "storage/executor/sql_thread.h"
#include "support/world.h"
#include "workflow/consultation/open_record.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace simiao;
using namespace simiao::bench;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
T await(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(logLine(result.error())));
    return *std::move(result);
}

struct Place
{
    QTemporaryDir folder{qEnvironmentVariable("SIMIAO_BENCH_DIR", u"."_s) + u"/bench-XXXXXX"_s};
    sdk::Backend backend = must(sqlite::openBackend(
        {folder.path(), folder.path(), qEnvironmentVariable("SIMIAO_RESOURCES") + u"/sql"_s, {}}));
};

constexpr int kBatch = 5000;

const QStringList &surnames()
{
    static const QStringList list{u"王"_s, u"李"_s, u"张"_s, u"刘"_s, u"陈"_s, u"杨"_s, u"赵"_s, u"黄"_s,
                                  u"周"_s, u"吴"_s, u"徐"_s, u"孙"_s, u"胡"_s, u"朱"_s, u"高"_s, u"欧阳"_s};
    return list;
}
const QStringList &pinyin()
{
    static const QStringList list{u"wang"_s, u"li"_s,    u"zhang"_s, u"liu"_s,   u"chen"_s, u"yang"_s,
                                  u"zhao"_s, u"huang"_s, u"zhou"_s,  u"wu"_s,    u"xu"_s,   u"sun"_s,
                                  u"hu"_s,   u"zhu"_s,   u"gao"_s,   u"ouyang"_s};
    return list;
}

/// The i-th person of a made-up town: distinct numbers, names as often shared as real ones.
administration::Patient person(const workflow::Context &context, int i)
{
    static const QString kGiven = u"伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰建国文辉力"_s;
    const auto at = std::size_t(i) * 2654435761U;
    const auto surname = qsizetype(at % std::size_t(surnames().size()));
    const QChar first = kGiven.at(qsizetype((at >> 5) % std::size_t(kGiven.size())));
    const QChar second = kGiven.at(qsizetype((at >> 11) % std::size_t(kGiven.size())));
    administration::Patient patient;
    patient.id = context.newId<administration::Patient>();
    patient.mrn = u"3%1"_s.arg(i, 8, 10, QLatin1Char('0'));
    patient.name = surnames().at(surname) + first + second;
    patient.namePinyin = pinyin().at(surname) + u"a%1"_s.arg(char('a' + i % 26)) + u"bc"_s;
    patient.nameInitials = pinyin().at(surname).left(1) + QChar(u'a' + char16_t(i % 26)) + u'b';
    patient.birthDate = *Date::parse(u"19%1-0%2-1%3"_s.arg(30 + i % 70).arg(1 + i % 9).arg(i % 9));
    patient.phone = u"104%1"_s.arg(at % 100'000'000, 8, 10, QLatin1Char('0'));
    return patient;
}

void fill(const test::World &world, int patients)
{
    for (int done = 0; done < patients;) {
        auto work = world.context.begin(world.context.newCommand(), u"bench.fill"_s);
        for (int i = 0; i < kBatch && done < patients; ++i, ++done)
            work.insert(person(world.context, done));
        must(await(world.context.store->commit(std::move(work))));
    }
}

Timing searches(const test::World &world, const std::function<QString(int)> &typed, int times = 300)
{
    return measure(times, [&](int i) {
        must(await(workflow::find(world.context.store, workflow::query::patientSearch, typed(i), 50)));
    });
}

/// The same question as people write it without an index: a scan of every name.
Timing likeScans(const QString &database)
{
    const auto connection =
        must(sqlite::openPlain(database, qEnvironmentVariable("SIMIAO_RESOURCES") + u"/sql"_s));
    return measure(5, [&](int i) {
        QSqlQuery query(connection->database());
        query.prepare(u"SELECT * FROM patient WHERE name LIKE ? ORDER BY name LIMIT 50"_s);
        query.addBindValue(u"%%1%"_s.arg(QString(u"伟芳娜敏静"_s.at(i))) + u"zz%"_s);
        query.exec();
        while (query.next()) {}
    });
}

void benchSearch(int patients)
{
    Place place;
    const auto world = test::aWorld(place.backend.store);
    QElapsedTimer timer;
    timer.start();
    fill(world, patients);
    report(u"fill"_s, {{u"patients"_s, patients}, {u"ms"_s, Json(timer.elapsed())}});
    const QString given = u"伟芳娜敏静丽强磊军洋"_s;
    const std::vector<std::pair<QString, std::function<QString(int)>>> kinds{
        {u"name"_s, [&](int i) { return surnames().at(i % surnames().size()) + given.at(i % 10); }},
        {u"one character"_s, [&](int i) { return surnames().at(i % surnames().size()); }},
        {u"initials"_s, [&](int i) { return pinyin().at(i % 16).left(1) + QChar(u'a' + char16_t(i % 26)); }},
        {u"pinyin"_s, [&](int i) { return pinyin().at(i % 16) + u'a'; }},
        {u"mrn"_s, [&](int i) { return u"3%1"_s.arg(i * 37, 8, 10, QLatin1Char('0')); }},
        {u"phone tail"_s, [&](int i) { return u"%1"_s.arg((i * 7919) % 10000, 4, 10, QLatin1Char('0')); }},
        {u"inner name"_s, [&](int i) { return QString(given.at(i % 10)) + given.at((i + 3) % 10); }}};
    double inner = 0;
    for (const auto &[kind, typed] : kinds) {
        const auto timing = searches(world, typed);
        auto figures = figuresOf(timing);
        figures.insert({u"kind"_s, kind});
        figures.insert({u"patients"_s, patients});
        report(u"search"_s, figures);
        inner = timing.median();
    }
    place.backend.store->close();
    const auto like = likeScans(sqlite::SqliteFiles(place.folder.path()).database);
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
    BareVisits bare(sqlite::SqliteFiles(recorded.folder.path()).database,
                    recorded.folder.filePath(u"bare.db"_s), visits);
    const Place place;
    test::BenchClinic clinic(place.backend.store, visits);
    Timing ours;
    Timing floor;
    for (int i = 0; i < visits; ++i) { // in turn: the disk is in the same mood for both
        ours.add([&] { clinic.sign(i); });
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
        benchSearch(size > 0 ? size : 1'000'000);
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
