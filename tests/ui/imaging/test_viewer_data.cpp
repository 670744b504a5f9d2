#include "imaging/models/counted_series.h"
#include "imaging/models/hanging_words.h"
#include "imaging/models/layout_memory.h"
#include "imaging/models/screen_measures.h"
#include "imaging/models/screen_plan.h"
#include "imaging/models/viewer_data_reader.h"
#include "placed_series.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace simiao;
using namespace simiao::viewer;
using namespace Qt::StringLiterals;
using test::aPlacedSeries;
using test::Lie;

namespace {

Json json(const QByteArray &text)
{
    return Json::parse(text).value();
}

QString whereOf(const auto &result)
{
    return result ? u"no error"_s : result.error().detail;
}

const QByteArray kProtocol =
    R"({"title": {"en": "a", "zh": "b"}, "match": {"modalities": ["CT"]}, "layout": "1x2", "viewports": []})";

QByteArray replaced(QByteArray text, const QByteArray &from, const QByteArray &to)
{
    return text.replace(from, to);
}

workflow::ImageSeries ofStudy(const QString &uid,
                              const QString &study,
                              const QString &date,
                              const QString &part = u"CHEST"_s)
{
    auto series = aPlacedSeries(uid, Lie::Axial, 0, 5, 3);
    series.studyInstanceUid = study;
    series.studyDate = date;
    series.bodyPart = part;
    return series;
}

/// A mammogram of two pictures in one series.
workflow::ImageSeries mammogram(const QString &uid, const QString &side, const QStringList &views)
{
    auto series = test::aSeries(uid, static_cast<int>(views.size()));
    series.modality = u"MG"_s;
    series.studyInstanceUid = u"s1"_s;
    for (qsizetype i = 0; i < views.size(); ++i) {
        series.instances[std::size_t(i)].laterality = side;
        series.instances[std::size_t(i)].view = views[i];
    }
    return series;
}

HangingProtocol protocol(const QString &id, const QStringList &parts, int priors)
{
    return {.id = id, .title = {}, .modalities = {u"CT"_s}, .bodyParts = parts, .priors = priors};
}

} // namespace

/// The data files of the viewer, and which protocol is chosen by them.
class TestViewerData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileOfTheProgramReads();
    void everyPresetOfAProtocolIsThere();
    void saysWhereAProtocolIsWrong_data();
    void saysWhereAProtocolIsWrong();
    void saysWhereAPresetIsWrong_data();
    void saysWhereAPresetIsWrong();
    void aCornerLayoutNamesThePatient();
    void aBadFileIsLeftOutAndTold();
    void presetsOfTheBodyPartComeFirst();
    void aPresetIsForItsUnitOnly();
    void aPartOfTheValuesIsAWindow();
    void theMostCloselyMeantProtocolIsChosen();
    void priorsAreOfTheSameKindLatestFirst();
    void anyStudyIsHungWithItsOwnPriors();
    void anXrayIsPriorOfAnXrayOfTheSameDay();
    void aViewportFindsItsSeries();
    void viewportsStandOnTheScreensThatAreThere();
    void cellsMoveTogether();
    void localizersDoNotCount();
    void aFewSlicesAcrossEachOtherAreALocalizer();
    void theOtherSideIsNoPrior();
    void aWindowInSuvIsForScansThatSayIt();
    void aDosePageDoesNotCount();
    void ofAPriorTheSeriesCalledAlikeIsHung();
    void imagesAreFoundBySideAndView();
    void viewsAreWantedBeforeAProtocolFits();
    void breastsStandBackToBack_data();
    void breastsStandBackToBack();
    void saysHowLongAgoAPriorIs();
    void remembersHowLargeAScreenIs();
    void remembersALayoutForEachModality();
};

void TestViewerData::everyFileOfTheProgramReads()
{
    const auto data = readViewerData(qEnvironmentVariable("SIMIAO_RESOURCES"));

    for (const auto &fault : data.faults)
        QFAIL(qPrintable(fault.code + u' ' + fault.detail));
    QVERIFY(data.presets.size() >= 5);
    QCOMPARE(data.presets.front().id, u"lung"_s);
    QCOMPARE(data.presets.front().center, -600.0);
    QVERIFY(!data.corners.empty());
    QVERIFY(data.protocols.size() >= 5);
}

void TestViewerData::everyPresetOfAProtocolIsThere()
{
    const auto data = readViewerData(qEnvironmentVariable("SIMIAO_RESOURCES"));

    for (const auto &each : data.protocols) {
        for (const auto &viewport : each.viewports)
            QVERIFY2(viewport.preset.isEmpty() || data.preset(viewport.preset), qPrintable(each.id));
    }
}

void TestViewerData::saysWhereAProtocolIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    QTest::newRow("layout") << replaced(kProtocol, "1x2", "7x7") << u"hanging/x.json: layout"_s;
    QTest::newRow("modalities") << replaced(kProtocol, R"(["CT"])", "[]")
                                << u"hanging/x.json: match.modalities"_s;
    QTest::newRow("title") << replaced(kProtocol, R"("zh": "b")", R"("de": "b")")
                           << u"hanging/x.json: title.zh"_s;
    QTest::newRow("too many") << replaced(kProtocol, R"("viewports": [])", R"("viewports": [{}, {}, {}])")
                              << u"hanging/x.json: viewports"_s;
    QTest::newRow("plane") << replaced(kProtocol, R"("viewports": [])",
                                       R"("viewports": [{}, {"plane": "tilted"}])")
                           << u"hanging/x.json: viewports[1].plane"_s;
    QTest::newRow("number") << replaced(kProtocol, R"("viewports": [])", R"("viewports": [{"number": 0}])")
                            << u"hanging/x.json: viewports[0].number"_s;
    QTest::newRow("localizer") << replaced(kProtocol, R"("viewports": [])",
                                           R"("viewports": [{"localizer": "yes"}])")
                               << u"hanging/x.json: viewports[0].localizer"_s;
    QTest::newRow("side") << replaced(kProtocol, R"("viewports": [])",
                                      R"("viewports": [{"side": "right", "view": "CC"}])")
                          << u"hanging/x.json: viewports[0].side"_s;
    QTest::newRow("chest wall") << replaced(kProtocol, R"("viewports": [])",
                                            R"("viewports": [{"chestWall": "R"}])")
                                << u"hanging/x.json: viewports[0].chestWall"_s;
    QTest::newRow("screen") << replaced(kProtocol, R"("viewports": [])", R"("viewports": [{"screen": 0}])")
                            << u"hanging/x.json: viewports[0].screen"_s;
    QTest::newRow("nothing left in the panel")
        << replaced(kProtocol, R"("viewports": [])", R"("viewports": [{"screen": 2}, {"screen": 3}])")
        << u"hanging/x.json: viewports"_s;
    QTest::newRow("priors") << replaced(kProtocol, R"(["CT"])", R"(["CT"], "priors": -1)")
                            << u"hanging/x.json: match.priors"_s;
    QTest::newRow("link") << replaced(kProtocol, R"("layout")", R"("linkScrolling": "yes", "layout")")
                          << u"hanging/x.json: linkScrolling"_s;
}

void TestViewerData::saysWhereAProtocolIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, where);

    QVERIFY(parseProtocol(json(kProtocol), u"hanging/x.json"_s, u"x"_s));
    QCOMPARE(whereOf(parseProtocol(json(text), u"hanging/x.json"_s, u"x"_s)), where);
}

void TestViewerData::saysWhereAPresetIsWrong_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<QString>("where");
    const QByteArray good =
        R"({"id": "a", "title": {"en": "A", "zh": "A"}, "modalities": ["CT"], "unit": "HU", "center": 40, "width": 400})";
    QTest::newRow("width") << replaced(good, "400", "0") << u"f: presets[0].width"_s;
    QTest::newRow("centre") << replaced(good, "40,", "\"forty\",") << u"f: presets[0].center"_s;
    QTest::newRow("modalities") << replaced(good, R"(["CT"])", "[]") << u"f: presets[0].modalities"_s;
    QTest::newRow("percentiles") << replaced(good, R"("unit")",
                                             R"("percentiles": {"from": 50, "to": 20}, "unit")")
                                 << u"f: presets[0].percentiles.to"_s;
    QTest::newRow("twice") << good + ", " + good << u"f: presets[1].id"_s;
}

void TestViewerData::saysWhereAPresetIsWrong()
{
    QFETCH(QByteArray, preset);
    QFETCH(QString, where);

    QCOMPARE(whereOf(parsePresets(json("{\"presets\": [" + preset + "]}"), u"f"_s)), where);
}

/// Else a picture could be taken for another patient's.
void TestViewerData::aCornerLayoutNamesThePatient()
{
    const QByteArray good =
        R"({"layouts": [{"modalities": [], "topLeft": ["patientName"], "topRight": [], "bottomLeft": ["slice window"], "bottomRight": []}]})";

    QVERIFY(parseCorners(json(good), u"f"_s));
    QCOMPARE(whereOf(parseCorners(json(replaced(good, "patientName", "patientId")), u"f"_s)),
             u"f: layouts[0].topLeft"_s);
    QCOMPARE(whereOf(parseCorners(json(replaced(good, "slice window", "window")), u"f"_s)),
             u"f: layouts[0].bottomLeft"_s);
    QCOMPARE(whereOf(parseCorners(json(replaced(good, "slice window", "slice wind")), u"f"_s)),
             u"f: layouts[0].bottomLeft[0]"_s);
}

void TestViewerData::aBadFileIsLeftOutAndTold()
{
    const QTemporaryDir folder;
    QDir(folder.path()).mkpath(u"hanging"_s);
    const auto write = [&folder](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(u"hanging/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write(u"a.json"_s, "{ no json");
    write(u"b.json"_s, kProtocol);
    write(u"c.json"_s, replaced(kProtocol, "1x2", "0x0"));

    const auto data = readViewerData(folder.path());

    QCOMPARE(data.protocols.size(), 1U);
    QCOMPARE(data.protocols.front().id, u"b"_s);
    QCOMPARE(data.faults.size(), 4U); // presets and corners are missing
    QVERIFY(data.faults[2].detail.startsWith(u"hanging/a.json:1:"_s));
    QCOMPARE(data.faults[3].detail, u"hanging/c.json: layout"_s);
}

void TestViewerData::presetsOfTheBodyPartComeFirst()
{
    const auto data = readViewerData(qEnvironmentVariable("SIMIAO_RESOURCES"));

    const auto head = presetsFor(data.presets, u"CT"_s, u"HEAD"_s);
    const auto chest = presetsFor(data.presets, u"CT"_s, u"CHEST"_s);

    QCOMPARE(head.front()->id, u"stroke"_s);
    QCOMPARE(chest.front()->id, u"lung"_s);
    QVERIFY(head.size() <= 9);
    QVERIFY(presetsFor(data.presets, u"SR"_s, {}).empty());
}

void TestViewerData::aPresetIsForItsUnitOnly()
{
    const ViewerPreset lung{.id = u"lung"_s,
                            .title = {},
                            .modalities = {u"CT"_s},
                            .unit = u"HU"_s,
                            .center = -600,
                            .width = 1500};
    auto facts = test::aFrame()->facts();
    const std::vector<std::byte> pixels(8 * 8 * 2);
    facts.modality.unit = u"BQML"_s;
    const auto counts = *imaging::Frame::create(facts, pixels);
    facts.modality.unit = u"HU"_s;
    const auto hounsfield = *imaging::Frame::create(facts, pixels);

    QVERIFY(!lung.windowOn(*counts));
    QCOMPARE(lung.windowOn(*hounsfield)->width, 1500.0);
    QCOMPARE(lung.windowOn(*test::aFrame())->center, -600.0);
}

void TestViewerData::aPartOfTheValuesIsAWindow()
{
    const auto geometry = imaging::FrameGeometry::create(100, 1, 1, imaging::SampleType::U8);
    std::vector<std::byte> values(100);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::byte(i);
    const auto frame = *imaging::Frame::create({.geometry = *geometry}, values);
    ViewerPreset preset;
    preset.percentiles = {10, 90};

    const auto window = *preset.windowOn(*frame);

    QCOMPARE(window.fraction(10), 0.0);
    QCOMPARE(window.fraction(89), 1.0);
    QVERIFY(window.fraction(50) > 0.4 && window.fraction(50) < 0.6);
}

void TestViewerData::theMostCloselyMeantProtocolIsChosen()
{
    const std::vector<HangingProtocol> all{
        protocol(u"any"_s, {}, 0), protocol(u"prior"_s, {}, 1), protocol(u"chest"_s, {u"CHEST"_s}, 0),
        protocol(u"chest-prior"_s, {u"CHEST"_s}, 1), protocol(u"two"_s, {}, 2)};
    const auto chosen = [&all](const std::vector<workflow::ImageSeries> &series) {
        const auto *best = bestProtocol(all, series);
        return best ? best->id : QString();
    };
    const auto now = ofStudy(u"1"_s, u"s1"_s, u"2026-11-22"_s);
    const auto before = ofStudy(u"2"_s, u"s2"_s, u"2026-01-05"_s);

    QCOMPARE(chosen({now}), u"chest"_s);
    QCOMPARE(chosen({before, now}), u"chest-prior"_s);
    QCOMPARE(chosen({ofStudy(u"1"_s, u"s1"_s, u"2026-11-22"_s, u"HEAD"_s)}), u"any"_s);
    auto mr = now;
    mr.modality = u"MR"_s;
    QCOMPARE(chosen({mr}), QString());
    QCOMPARE(chosen({}), QString());
}

void TestViewerData::priorsAreOfTheSameKindLatestFirst()
{
    auto mr = ofStudy(u"5"_s, u"s5"_s, u"2026-05-05"_s);
    mr.modality = u"MR"_s;
    const auto studies =
        studiesToHang({ofStudy(u"1"_s, u"s1"_s, u"2024-01-01"_s), ofStudy(u"2"_s, u"s2"_s, u"2026-11-22"_s),
                       ofStudy(u"3"_s, u"s3"_s, u"2026-01-01"_s),
                       ofStudy(u"4"_s, u"s4"_s, u"2026-02-01"_s, u"HEAD"_s), mr});

    QCOMPARE(studies.size(), 3U);
    QCOMPARE(studies[0].studyInstanceUid, u"s2"_s);
    QCOMPARE(studies[1].studyInstanceUid, u"s3"_s);
    QCOMPARE(studies[2].studyInstanceUid, u"s1"_s);
}

void TestViewerData::anyStudyIsHungWithItsOwnPriors()
{
    const std::vector<workflow::ImageSeries> series{
        ofStudy(u"1"_s, u"s1"_s, u"2024-01-01"_s), ofStudy(u"2"_s, u"s2"_s, u"2025-01-01"_s, u"THORAX"_s),
        ofStudy(u"3"_s, u"s3"_s, u"2025-06-01"_s), ofStudy(u"4"_s, u"s4"_s, u"2026-11-22"_s)};
    const auto hung = [&series](const StudyRelation &relation) {
        QStringList uids;
        for (const auto &study : studiesToHang(series, relation, u"s3"_s))
            uids.append(study.studyInstanceUid);
        return uids;
    };

    QCOMPARE(hung({}), (QStringList{u"s3"_s, u"s1"_s}));
    QCOMPARE(hung({.bodyParts = {u"CHEST"_s, u"THORAX"_s}}), (QStringList{u"s3"_s, u"s2"_s, u"s1"_s}));
}

void TestViewerData::anXrayIsPriorOfAnXrayOfTheSameDay()
{
    HungStudy first{.studyInstanceUid = u"a"_s, .date = u"2026-11-22"_s, .modality = u"CR"_s};
    first.time = u"08:00:00"_s;
    HungStudy second = first;
    second.modality = u"DX"_s;
    second.time = u"10:00:00"_s;

    QVERIFY(isPriorOf(first, second));
    QVERIFY(!isPriorOf(second, first));
    second.modality = u"CT"_s;
    QVERIFY(!isPriorOf(first, second));
    QVERIFY(isPriorOf(first, second, {.modalities = {u"CR"_s, u"CT"_s}}));
}

void TestViewerData::aViewportFindsItsSeries()
{
    auto coronal = aPlacedSeries(u"2"_s, Lie::Coronal, 0, 5, 3);
    coronal.studyInstanceUid = u"s1"_s;
    coronal.studyDate = u"2026-11-22"_s;
    coronal.bodyPart = u"CHEST"_s;
    coronal.seriesDescription = u"Coronal Bone"_s;
    const std::vector<workflow::ImageSeries> series{ofStudy(u"1"_s, u"s1"_s, u"2026-11-22"_s), coronal,
                                                    ofStudy(u"3"_s, u"s3"_s, u"2026-01-01"_s)};
    const auto studies = studiesToHang(series);
    const auto found = [&](const SeriesRule &rule) {
        const auto image = imageFor(rule, studies, series);
        return image ? std::optional(image->series) : std::nullopt;
    };

    QCOMPARE(found({}), 0);
    QCOMPARE(found({.number = 2}), 1);
    QVERIFY(!found({.number = 3}));
    QCOMPARE(found({.plane = SeriesRule::Plane::Coronal}), 1);
    QCOMPARE(found({.description = u"bone"_s}), 1);
    QCOMPARE(found({.prior = 1}), 2);
    QVERIFY(!found({.prior = 2}));
    QVERIFY(!found({.modalities = {u"MR"_s}}));
}

/// Numbered first, as a scanner does, in both studies.
void TestViewerData::localizersDoNotCount()
{
    const auto scoutOf = [](const QString &uid, const QString &study, const QString &date) {
        auto scout = ofStudy(uid, study, date);
        for (auto &instance : scout.instances)
            instance.role = workflow::ImageRole::Localizer;
        return scout;
    };
    const std::vector series{
        scoutOf(u"1"_s, u"s1"_s, u"2026-11-22"_s), ofStudy(u"2"_s, u"s1"_s, u"2026-11-22"_s),
        scoutOf(u"3"_s, u"s3"_s, u"2026-01-01"_s), ofStudy(u"4"_s, u"s3"_s, u"2026-01-01"_s),
        scoutOf(u"5"_s, u"s5"_s, u"2025-01-01"_s)};
    const auto studies = studiesToHang(series);

    QCOMPARE(imageFor({}, studies, series), (HungImage{1}));
    QVERIFY(!imageFor({.number = 2}, studies, series));
    QCOMPARE(imageFor({.prior = 1}, studies, series), (HungImage{3}));
    QCOMPARE(imageFor({.prior = 2}, studies, series), (HungImage{4})); // it has nothing else
    QCOMPARE(imageFor({.isLocalizerCounted = true}, studies, series), (HungImage{0}));
    auto two = protocol(u"two"_s, {}, 0);
    two.leastSeries = 2;
    QVERIFY(!fitOf(two, studies, series).isFitting);
}

void TestViewerData::aDosePageDoesNotCount()
{
    auto page = test::aSeries(u"1"_s, 1);
    page.instances.front().role = workflow::ImageRole::Secondary;
    auto reformat = test::aSeries(u"2"_s, 3);
    for (auto &instance : reformat.instances)
        instance.role = workflow::ImageRole::Secondary;

    QCOMPARE(countedSeries({0, 1}, {page, reformat}), std::vector{1});
    QCOMPARE(countedSeries({0}, {page, reformat}), std::vector{0});
    // A film of two views, one of them stored as secondary.
    QCOMPARE(countedSeries({0, 1}, {page, test::aSeries(u"3"_s, 1)}), (std::vector{0, 1}));
}

void TestViewerData::ofAPriorTheSeriesCalledAlikeIsHung()
{
    const auto called = [](const QString &uid, const QString &study, const QString &name) {
        auto series = ofStudy(uid, study, study == u"s1" ? u"2026-11-22"_s : u"2026-01-01"_s);
        series.seriesDescription = name;
        return series;
    };
    const std::vector series{called(u"1"_s, u"s1"_s, u"Lung"_s), called(u"2"_s, u"s1"_s, u"Soft"_s),
                             called(u"3"_s, u"s1"_s, u"soft"_s), called(u"4"_s, u"s1"_s, u"New"_s),
                             called(u"5"_s, u"s2"_s, u"SOFT"_s), called(u"6"_s, u"s2"_s, u"Soft"_s),
                             called(u"7"_s, u"s2"_s, u"Lung"_s), called(u"8"_s, u"s2"_s, QString())};
    const auto studies = studiesToHang(series);
    const auto prior = [&](int number) { return imageFor({.prior = 1, .number = number}, studies, series); };

    QCOMPARE(prior(1), (HungImage{6}));
    QCOMPARE(prior(2), (HungImage{4}));
    QCOMPARE(prior(3), (HungImage{5}));
    QCOMPARE(prior(4), (HungImage{7})); // nothing is called so: by its number
}

/// Two studies of two views each, the earlier one on screens of its own.
void TestViewerData::viewportsStandOnTheScreensThatAreThere()
{
    HangingProtocol wanted{.leastWidth = 1200, .layout = {2, 3}};
    wanted.viewports = {{.screen = 1}, {.screen = 2}, {.screen = 3}, {.screen = 1}, {.screen = 2}};
    const auto words = [&wanted](int screens) {
        const auto plan = planScreens(wanted, screens);
        QStringList places;
        for (const auto &place : plan.away) {
            const auto part = place.part({1000, 0, 800, 600});
            places.append(u"%1 on %2 at %3,%4 %5x%6"_s.arg(place.cell)
                              .arg(place.screen)
                              .arg(part.x())
                              .arg(part.y())
                              .arg(part.width())
                              .arg(part.height()));
        }
        return u"%1 screens, %2 px: %3"_s.arg(plan.screens).arg(plan.leastWidth).arg(places.join(u"; "_s));
    };

    QCOMPARE(words(1), u"1 screens, 1200 px: "_s);
    QCOMPARE(words(0), u"1 screens, 1200 px: "_s);
    // What is not named stays in the panel: the last cell, and its column with it.
    QCOMPARE(words(3),
             u"3 screens, 800 px: 1 on 0 at 1000,0 800x300; 2 on 1 at 1000,0 800x600; "
             "4 on 0 at 1000,300 800x300"_s);
    QCOMPARE(words(2),
             u"2 screens, 800 px: 1 on 0 at 1000,0 400x300; 2 on 0 at 1400,0 400x300; "
             "4 on 0 at 1000,300 400x300"_s);
    QVERIFY(planScreens(wanted, 3).away[1].isAlone());
}

void TestViewerData::cellsMoveTogether()
{
    const GridPacking right({2, 3}, {1, 2, 5});

    QCOMPARE(right.size(), (GridSize{2, 2}));
    QCOMPARE(right.place(1, {101, 100}), QRect(0, 0, 50, 50));
    QCOMPARE(right.place(5, {101, 100}), QRect(50, 50, 51, 50));
    QVERIFY(right.hasRoom(4)); // its row and its column are there
    QVERIFY(!right.hasRoom(0));
    QVERIFY(!right.hasRoom(8));
}

/// Whatever their order, and whether a series holds one of them or all.
void TestViewerData::imagesAreFoundBySideAndView()
{
    auto right = mammogram(u"2"_s, u"R"_s, {u"MLO"_s, u"CC (Magnification)"_s, u"CC"_s, u"CC"_s});
    right.instances.front().frames = 40; // a tomosynthesis
    const std::vector series{mammogram(u"1"_s, u"L"_s, {u"MLO"_s}), right,
                             mammogram(u"3"_s, u"L"_s, {u"CC"_s})};
    const auto studies = studiesToHang(series);
    const auto found = [&](const QString &side, const QString &view, int number = 1) {
        return imageFor({.side = side, .view = view, .number = number}, studies, series);
    };

    QCOMPARE(found(u"R"_s, u"MLO"_s), (HungImage{1, 0}));
    QCOMPARE(found(u"R"_s, u"CC"_s), (HungImage{1, 41}));
    QCOMPARE(found(u"R"_s, u"CC"_s, 2), (HungImage{1, 42}));
    QVERIFY(!found(u"R"_s, u"CC"_s, 3));
    QCOMPARE(found(u"L"_s, u"CC"_s), (HungImage{2, 0}));
    QCOMPARE(found(u"L"_s, u"MLO"_s), (HungImage{0, 0}));
    QCOMPARE(found(u"L"_s, {}, 2), (HungImage{2, 0}));
    QVERIFY(!found(u"L"_s, u"ML"_s));
}

void TestViewerData::viewsAreWantedBeforeAProtocolFits()
{
    const auto data = readViewerData(qEnvironmentVariable("SIMIAO_RESOURCES"));
    const auto chosen = [&data](const std::vector<workflow::ImageSeries> &series) {
        const auto *best = bestProtocol(data.protocols, series);
        return best ? best->id : QString();
    };
    const std::vector four{mammogram(u"1"_s, u"R"_s, {u"CC"_s}), mammogram(u"2"_s, u"L"_s, {u"CC"_s}),
                           mammogram(u"3"_s, u"R"_s, {u"MLO"_s}), mammogram(u"4"_s, u"L"_s, {u"MLO"_s})};
    auto silent = four;
    for (auto &series : silent)
        series.instances.front().laterality.clear();
    auto both = four;
    for (auto series : four) {
        series.studyInstanceUid = u"s0"_s;
        series.studyDate = u"2024-11-22"_s;
        both.push_back(series);
    }

    QCOMPARE(chosen(four), u"mg-2-views"_s);
    QCOMPARE(chosen(silent), u"mg-1-four"_s);
    QCOMPARE(chosen({four[0], four[2]}), u"mg-2-views"_s); // of one breast
    QCOMPARE(chosen({four[0]}), QString());
    QCOMPARE(chosen(both), u"mg-3-views-prior"_s);
}

void TestViewerData::breastsStandBackToBack_data()
{
    QTest::addColumn<QString>("side");
    QTest::addColumn<QString>("rows"); // where they go
    QTest::addColumn<QString>("columns");
    QTest::addColumn<int>("quarters");
    QTest::addColumn<bool>("isMirrored");
    QTest::newRow("R CC as it should be stored") << u"R"_s << u"P"_s << u"L"_s << 0 << false;
    QTest::newRow("L CC as it should be stored") << u"L"_s << u"A"_s << u"R"_s << 0 << false;
    QTest::newRow("R MLO as it should be stored") << u"R"_s << u"P"_s << u"FL"_s << 0 << false;
    QTest::newRow("L MLO as it should be stored") << u"L"_s << u"A"_s << u"FR"_s << 0 << false;
    QTest::newRow("R CC turned round") << u"R"_s << u"A"_s << u"R"_s << 2 << false;
    QTest::newRow("R CC mirrored") << u"R"_s << u"A"_s << u"L"_s << 0 << true;
    QTest::newRow("L MLO upside down") << u"L"_s << u"P"_s << u"H"_s << 2 << false;
    QTest::newRow("L MLO mirrored") << u"L"_s << u"P"_s << u"F"_s << 0 << true;
    QTest::newRow("R MLO lying") << u"R"_s << u"H"_s << u"P"_s << 3 << false;
    QTest::newRow("it does not say") << u"R"_s << QString() << QString() << 0 << false;
    QTest::newRow("nonsense") << u"R"_s << u"A"_s << u"P"_s << 0 << false;
    QTest::newRow("seen from above, of no side") << QString() << u"A"_s << u"L"_s << 0 << false;
}

void TestViewerData::breastsStandBackToBack()
{
    QFETCH(QString, side);
    QFETCH(QString, rows);
    QFETCH(QString, columns);
    QFETCH(int, quarters);
    QFETCH(bool, isMirrored);
    auto facts = test::aFrame()->facts();
    facts.laterality = side;
    facts.edges = rows.isEmpty() ? imaging::EdgeLetters{} : imaging::edgeLetters(rows, columns);

    const auto turn = chestWallTurn(side == u"R" ? ChestWall::Right : ChestWall::Left, facts);

    QCOMPARE(turn, (imaging::Turn{quarters, isMirrored}));
}

void TestViewerData::saysHowLongAgoAPriorIs()
{
    QCOMPARE(priorText(u"2026-11-22"_s, u"2026-11-01"_s), QString());
    QCOMPARE(priorText(u"2026-11-22"_s, u"2026-11-22"_s), u"PRIOR 2026-11-22 (same day)"_s);
    QCOMPARE(priorText(u"2026-11-01"_s, u"2026-11-22"_s), u"PRIOR 2026-11-01 (21 days before)"_s);
    QCOMPARE(priorText(u"2026-03-22"_s, u"2026-11-22"_s), u"PRIOR 2026-03-22 (8 months before)"_s);
    QCOMPARE(priorText(u"2021-11-22"_s, u"2026-11-22"_s), u"PRIOR 2021-11-22 (5.0 years before)"_s);
    QCOMPARE(priorText(u"2021-11"_s, u"2026-11-22"_s), u"PRIOR 2021-11"_s);
}

void TestViewerData::remembersHowLargeAScreenIs()
{
    ScreenMeasures measures;
    QVERIFY(measures.remember(u"DP-1 (A B) 2560x1440"_s, 4.28));
    QVERIFY(!measures.remember(u"DP-1 (A B) 2560x1440"_s, 4.28));
    QVERIFY(!measures.remember(u"wall"_s, 0));

    const auto again = ScreenMeasures::fromText(measures.toText() + u";broken;x=;y=abc"_s);
    QCOMPARE(again.of(u"DP-1 (A B) 2560x1440"_s), 4.28);
    QVERIFY(!again.of(u"DP-1 (A B) 1920x1080"_s));
    QVERIFY(measures.remember(u"DP-1 (A B) 2560x1440"_s, std::nullopt));
    QCOMPARE(measures.toText(), QString());
}

void TestViewerData::remembersALayoutForEachModality()
{
    auto memory = LayoutMemory::fromText(u"CT=2x2;MR=9x9;=1x1;nonsense"_s);

    QCOMPARE(memory.of(u"CT"_s), (GridSize{2, 2}));
    QVERIFY(!memory.of(u"MR"_s));
    QVERIFY(memory.remember(u"MR"_s, {1, 2}));
    QVERIFY(!memory.remember(u"MR"_s, {1, 2}));
    QCOMPARE(memory.toText(), u"CT=2x2;MR=1x2"_s);
    QCOMPARE(LayoutMemory::fromText(memory.toText()).of(u"MR"_s), (GridSize{1, 2}));
}

/// Where nobody says LOCALIZER. What fans out is an examination.
void TestViewerData::aFewSlicesAcrossEachOtherAreALocalizer()
{
    const auto turned = [](const QString &uid, const std::vector<double> &degrees, int each) {
        auto series = ofStudy(uid, u"s1"_s, u"2026-11-22"_s);
        series.modality = u"MR"_s;
        const auto slice = series.instances.front();
        series.instances.clear();
        for (const double degree : degrees) {
            const double a = degree * std::numbers::pi / 180;
            for (int i = 0; i < each; ++i) {
                series.instances.push_back(slice);
                series.instances.back().plane->orientation =
                    imaging::ImageOrientation{{1, 0, 0}, {0, std::cos(a), std::sin(a)}};
            }
        }
        return series;
    };
    const auto counted = [&turned](const std::vector<double> &degrees, int each) {
        return countedSeries({0, 1}, {turned(u"1"_s, degrees, each), turned(u"2"_s, {0}, 20)}).size() == 2;
    };
    QVERIFY(!counted({0, 90}, 5));
    QVERIFY(!counted({0, 85, 2}, 3));
    QVERIFY(counted({0}, 9));
    QVERIFY(counted({0, 10, 15}, 4));               // blocks along the discs of a spine
    QVERIFY(counted({0, 30, 60, 90, 120, 150}, 1)); // radial
    QVERIFY(counted({0, 90}, 100));                 // too many to plan by
    QCOMPARE(countedSeries({0}, {turned(u"1"_s, {0, 90}, 5)}).size(), 1U); // there is nothing else
}

void TestViewerData::theOtherSideIsNoPrior()
{
    const auto knee = [](const QString &study, const QString &date, const QString &side) {
        auto series = ofStudy(study, study, date, u"KNEE"_s);
        for (auto &instance : series.instances)
            instance.laterality = side;
        return series;
    };
    const auto isPrior = [&knee](const QString &before, const QString &after) {
        const auto studies =
            studiesOf({knee(u"s1"_s, u"2025-01-01"_s, before), knee(u"s2"_s, u"2026-01-01"_s, after)});
        return isPriorOf(studies[0], studies[1]);
    };
    QVERIFY(isPrior(u"R"_s, u"R"_s));
    QVERIFY(!isPrior(u"L"_s, u"R"_s));
    QVERIFY(isPrior({}, u"R"_s));
    QVERIFY(isPrior(u"B"_s, u"R"_s));
    auto both = knee(u"s3"_s, u"2024-01-01"_s, u"L"_s);
    both.instances.front().laterality = u"R"_s;
    QCOMPARE(studiesOf({both}).front().side, QString());
}

void TestViewerData::aWindowInSuvIsForScansThatSayIt()
{
    const auto data = readViewerData(qEnvironmentVariable("SIMIAO_RESOURCES"));
    const auto *suv = data.preset(u"suv-6"_s);
    QVERIFY(suv && suv->isInverse);
    const auto plain = test::aFrame();
    const auto scan = [&plain](const imaging::PetFacts &pet) {
        auto facts = plain->facts();
        facts.modality.unit = u"Bq/ml"_s;
        facts.pet = pet;
        return *imaging::Frame::create(facts, {plain->bytes().begin(), plain->bytes().end()});
    };
    // By ADMIN nothing of 350 MBq is gone: 70 kg / 350 MBq = 2e-4 g/ml for a Bq/ml, so SUV 6 is 30000 Bq/ml.
    const imaging::PetFacts said{.units = u"BQML"_s,
                                 .correctedImage = {u"ATTN"_s, u"DECY"_s},
                                 .decayCorrection = u"ADMIN"_s,
                                 .weightKg = 70,
                                 .doseBq = 350e6};

    const auto window = suv->windowOn(*scan(said));
    QVERIFY(window);
    QVERIFY(std::abs(window->fraction(30'000) - 1) < 1e-9 && window->fraction(29'999) < 1);
    QVERIFY(window->fraction(0) == 0 && window->fraction(1) > 0);
    QVERIFY(suv->isOn(*scan(said), *window));

    auto unsaid = said;
    unsaid.weightKg.reset();
    QCOMPARE(suv->windowOn(*scan(unsaid)).error().code, u"imaging.suv-weight"_s);
    QCOMPARE(suv->windowOn(*plain).error().code, u"imaging.preset-unit"_s);
    QCOMPARE(presetsFor(data.presets, u"PT"_s, {}).front()->id, u"suv-6"_s);
}

QTEST_GUILESS_MAIN(TestViewerData)
#include "test_viewer_data.moc"
