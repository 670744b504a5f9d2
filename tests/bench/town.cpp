#include "bench/town.h"

#include "bench/measure.h"
#include "support/world.h"

namespace simiao::bench {

using namespace Qt::StringLiterals;

namespace {

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

bool isSettled(const Place &place)
{
    return !must(await(workflow::find(place.backend.store, workflow::query::accounts))).empty();
}

} // namespace

void settle(const Place &place, int patients)
{
    if (isSettled(place))
        return;
    const auto world = test::aWorld(place.backend.store);
    QElapsedTimer timer;
    timer.start();
    fill(world, patients);
    report(u"fill"_s, {{u"patients"_s, patients}, {u"ms"_s, Json(timer.elapsed())}});
}

const std::vector<std::pair<QString, std::function<QString(int)>>> &kindsOfSearch()
{
    static const QString kGiven = u"伟芳娜敏静丽强磊军洋"_s;
    static const std::vector<std::pair<QString, std::function<QString(int)>>> kinds{
        {u"name"_s, [](int i) { return surnames().at(i % surnames().size()) + kGiven.at(i % 10); }},
        {u"one character"_s, [](int i) { return surnames().at(i % surnames().size()); }},
        {u"initials"_s, [](int i) { return pinyin().at(i % 16).left(1) + QChar(u'a' + char16_t(i % 26)); }},
        {u"pinyin"_s, [](int i) { return pinyin().at(i % 16) + u'a'; }},
        {u"mrn"_s, [](int i) { return u"3%1"_s.arg(i * 37, 8, 10, QLatin1Char('0')); }},
        {u"phone tail"_s, [](int i) { return u"%1"_s.arg((i * 7919) % 10000, 4, 10, QLatin1Char('0')); }},
        {u"inner name"_s, [](int i) { return QString(kGiven.at(i % 10)) + kGiven.at((i + 3) % 10); }}};
    return kinds;
}

} // namespace simiao::bench
