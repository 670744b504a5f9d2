#include "fake_image_source.h"
#include "imaging/models/corner_texts.h"
#include "imaging/models/identity_words.h"
#include "imaging/models/object_words.h"
#include "imaging/models/viewer_data_reader.h"
#include "imaging/models/window_words.h"

#include <QTest>
#include <QTranslator>

#include <functional>

using namespace simiao;
using namespace simiao::viewer;
using namespace Qt::StringLiterals;

namespace {

/// Says each concept in another language.
class OtherLanguage : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        const bool isConcept = QLatin1String(context) == QLatin1String("simiao::viewer::Concepts");
        return isConcept ? u'<' + QString::fromLatin1(source) + u'>' : QString();
    }
};

administration::Patient aPatient()
{
    administration::Patient patient;
    patient.name = u"张伟"_s;
    patient.mrn = u"100238"_s;
    patient.gender = administration::Gender::Male;
    patient.birthDate = *Date::parse(u"1981-03-14"_s);
    return patient;
}

CornerFacts someFacts()
{
    auto series = test::aSeries(u"1"_s, 40, aPatient());
    series.patientSex = u"M"_s;
    series.studyTime = u"09:30:00"_s;
    return {.series = series,
            .seriesIndex = 1,
            .seriesCount = 4,
            .slice = 22,
            .slices = 40,
            .frame = test::aFrame(),
            .display = {.window = {.center = -600, .width = 1500}},
            .zoom = 2.14,
            .mrn = u"100238"_s};
}

/// The same picture of which other things are known.
CornerFacts withFacts(CornerFacts facts, const std::function<void(imaging::FrameFacts &)> &change)
{
    auto changed = facts.frame->facts();
    change(changed);
    const auto bytes = facts.frame->bytes();
    facts.frame = imaging::Frame::create(changed, {bytes.begin(), bytes.end()}).value();
    return facts;
}

} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cornersSayWhoseImageThisIs();
    void cornersSayWhatIsShown();
    void anotherIdIsNotCalledMrn();
    void unlabelledImagesSayThatTheyAre();
    void onlyCtHasPresetNames();
    void damageIsWrittenAboveAllElse();
    void aLossyPictureSaysSo_data();
    void aLossyPictureSaysSo();
    void aTableIsNotCalledAWindow();
    void cornersSayWhichSideAndView_data();
    void cornersSayWhichSideAndView();
    void cornersSayWhereTheSliceLies_data();
    void cornersSayWhereTheSliceLies();
    void aProjectionIsNoSlice();
    void anUncorrectedPetSaysSo();
    void aTrueSizeSaysOnWhoseWord();
    void agesAreInTheUnitOfTheAge_data();
    void agesAreInTheUnitOfTheAge();
    void narrowWindowsKeepTheirDigits();
    void everybodyInTheImagesIsNamedOnce();
    void aReportIsCalledInTheLanguageOfTheInterface();
};

void TestWords::cornersSayWhoseImageThisIs()
{
    const auto texts = cornerTexts(someFacts());

    QCOMPARE(texts.topLeft,
             (QStringList{u"张伟 M 45y"_s, u"MRN 100238"_s, u"2026-11-22"_s, u"09:30 Chest"_s}));
    for (const auto &line : texts.topLeft.first(3))
        QVERIFY2(texts.whole.contains(line), qPrintable(line));
}

void TestWords::cornersSayWhatIsShown()
{
    auto facts = someFacts();
    facts.preset = u"Lung"_s;

    const auto texts = cornerTexts(facts);

    QCOMPARE(texts.bottomLeft, (QStringList{u"Slice 23/40"_s, u"W 1500 L -600 (lung)"_s}));
    QCOMPARE(texts.bottomRight, QStringList{u"2.1×"_s});
    QCOMPARE(texts.topRight, (QStringList{u"CT"_s, u"Series 2/4"_s, u"Orientation not stated"_s}));
}

void TestWords::anotherIdIsNotCalledMrn()
{
    auto facts = someFacts();
    facts.mrn = u"200"_s;

    QCOMPARE(cornerTexts(facts).topLeft[1], u"ID 100238"_s);
}

void TestWords::unlabelledImagesSayThatTheyAre()
{
    auto facts = someFacts();
    facts.series = test::aSeries(u"1"_s, 40);

    QCOMPARE(cornerTexts(facts).topLeft.first(), u"No name in the image"_s);
}

void TestWords::onlyCtHasPresetNames()
{
    auto facts = someFacts();
    facts.series.modality = u"MR"_s;
    facts.display.isInverted = true;

    QCOMPARE(cornerTexts(facts).bottomLeft[1], u"W 1500 L -600 inverted"_s);
}

void TestWords::damageIsWrittenAboveAllElse()
{
    auto facts = someFacts();
    auto damaged = facts.frame->facts();
    damaged.defects = {{u"imaging.pixels-missing"_s, u"100 of 200 bytes"_s},
                       {u"imaging.file-damaged"_s, u"(7FE0,0010)"_s},
                       {u"imaging.pixels-doubtful"_s, u"3 warnings"_s}};
    const auto bytes = facts.frame->bytes();
    facts.frame = imaging::Frame::create(damaged, {bytes.begin(), bytes.end()}).value();

    const auto lines = cornerTexts(facts).bottomLeft;

    QCOMPARE(lines[0], u"INCOMPLETE: pixels are missing"_s);
    QCOMPARE(lines[1], u"DAMAGED: do not rely on this image"_s);
    QCOMPARE(lines[2], u"Slice 23/40"_s);
}

void TestWords::aLossyPictureSaysSo_data()
{
    QTest::addColumn<imaging::LossyCompression>("lossy");
    QTest::addColumn<QString>("line");
    using imaging::LossyCompression;
    QTest::newRow("by how much") << LossyCompression{{10}, {}} << u"LOSSY 10:1"_s;
    QTest::newRow("nobody says") << LossyCompression{} << u"LOSSY, ratio not stated"_s;
    QTest::newRow("how") << LossyCompression{{21.521}, {u"ISO_10918_1"_s}} << u"LOSSY 21.5:1 (JPEG)"_s;
    QTest::newRow("twice") << LossyCompression{{10, 338.6}, {u"ISO_10918_1"_s, u"ISO_15444_1"_s}}
                           << u"LOSSY 10:1, 339:1 (JPEG, JPEG 2000)"_s;
}

/// Whatever the layout, and below what makes the picture unreliable.
void TestWords::aLossyPictureSaysSo()
{
    QFETCH(imaging::LossyCompression, lossy);
    QFETCH(QString, line);
    auto facts = withFacts(someFacts(), [&](imaging::FrameFacts &changed) {
        changed.lossy = lossy;
        changed.defects = {{u"imaging.pixels-missing"_s, {}}};
    });
    facts.layout = {};

    QCOMPARE(cornerTexts(facts).bottomLeft, (QStringList{u"INCOMPLETE: pixels are missing"_s, line}));
    QVERIFY(!cornerTexts(someFacts()).bottomLeft.join(u' ').contains(u"LOSSY"_s));
}

void TestWords::aTableIsNotCalledAWindow()
{
    auto facts = someFacts();
    facts.display.table = imaging::VoiTable{.table = {.firstMapped = 0, .entries = {0, 255}}};

    QCOMPARE(cornerTexts(facts).bottomLeft[1], u"Look-up table of the image"_s);
}

void TestWords::cornersSayWhichSideAndView_data()
{
    QTest::addColumn<QString>("side");
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("line");
    QTest::newRow("breast") << u"R"_s << u"MLO"_s << u"R MLO"_s;
    QTest::newRow("both breasts") << u"B"_s << u"CC"_s << u"R+L CC"_s;
    QTest::newRow("no view: not mistaken for an edge") << u"L"_s << QString() << u"Left side"_s;
    QTest::newRow("no side") << QString() << u"PA"_s << u"PA"_s;
    QTest::newRow("unpaired") << u"U"_s << u"PA"_s << u"PA"_s;
}

/// By the layout of the program's own file, and first of all.
void TestWords::cornersSayWhichSideAndView()
{
    QFETCH(QString, side);
    QFETCH(QString, view);
    QFETCH(QString, line);
    const auto data = readViewerData(qEnvironmentVariable("SIMIAO_RESOURCES"));
    for (const auto &modality : {u"MG"_s, u"DX"_s, u"MR"_s}) {
        auto facts = withFacts(someFacts(), [&](imaging::FrameFacts &changed) {
            changed.laterality = side;
            changed.view = view;
        });
        facts.series.modality = modality;
        facts.layout = cornerLayoutFor(data.corners, modality);
        QCOMPARE(cornerTexts(facts).topRight.value(0), line);
        facts.layout = cornerLayoutFor({}, modality);
        QCOMPARE(cornerTexts(facts).topRight.value(0), line);
    }
}

void TestWords::cornersSayWhereTheSliceLies_data()
{
    QTest::addColumn<double>("location");
    QTest::addColumn<QString>("text");
    QTest::newRow("above") << 7.5 << u"Location 7.5 mm"_s;
    QTest::newRow("below") << -12.5 << u"Location \u221212.5 mm"_s;
    QTest::newRow("at zero") << -0.01 << u"Location 0.0 mm"_s;
}

void TestWords::cornersSayWhereTheSliceLies()
{
    QFETCH(double, location);
    QFETCH(QString, text);
    const auto data = readViewerData(qEnvironmentVariable("SIMIAO_RESOURCES"));
    auto facts = withFacts(someFacts(), [&](imaging::FrameFacts &changed) {
        changed.sliceLocationMm = location;
        changed.sliceThicknessMm = 7.25;
    });
    facts.layout = cornerLayoutFor(data.corners, u"CT"_s);

    QVERIFY(cornerTexts(facts).topRight.contains(text));
    QVERIFY(cornerTexts(facts).topRight.contains(u"Thickness 7.25 mm"_s));
}

void TestWords::aProjectionIsNoSlice()
{
    auto facts = someFacts();
    facts.series.modality = u"DX"_s;
    QCOMPARE(cornerTexts(facts).bottomLeft.first(), u"Image 23/40"_s);

    facts.slice = 0;
    facts.slices = 1;
    QVERIFY(cornerTexts(facts).bottomLeft.first().startsWith(u"W 1500"_s));
}

void TestWords::anUncorrectedPetSaysSo()
{
    const auto lineOf = [](const QStringList &corrections) {
        auto facts = withFacts(someFacts(), [&](imaging::FrameFacts &changed) {
            changed.pet = imaging::PetFacts{.units = u"BQML"_s, .correctedImage = corrections};
        });
        const auto texts = cornerTexts(facts);
        const auto &first = texts.bottomLeft.first();
        return texts.whole.contains(first) ? first : u"may be cut: "_s + first;
    };

    QCOMPARE(lineOf({u"DECY"_s}), u"NOT CORRECTED FOR ATTENUATION"_s);
    QCOMPARE(lineOf({}), u"ATTENUATION CORRECTION NOT STATED"_s);
    QCOMPARE(lineOf({u"DECY"_s, u"ATTN"_s}), u"Slice 23/40"_s);
}

/// As long as it stands, not only while a notice is read.
void TestWords::aTrueSizeSaysOnWhoseWord()
{
    const auto seen = [](imaging::SpacingBasis basis, bool isScreenMeasured) {
        auto facts = withFacts(someFacts(),
                               [&](imaging::FrameFacts &changed) { changed.spacing = {0.2, 0.2, basis}; });
        facts.isTrueSize = true;
        facts.isScreenMeasured = isScreenMeasured;
        const auto texts = cornerTexts(facts);
        return texts.bottomRight.join(u" | "_s);
    };
    using enum imaging::SpacingBasis;

    QCOMPARE(seen(PixelSpacing, true), u"2.1×, true size"_s);
    QCOMPARE(seen(PixelSpacing, false), u"True size | Screen not calibrated | 2.1×"_s);
    QCOMPARE(seen(ImagerPixelSpacing, true), u"True size at detector | 2.1×"_s);
    QVERIFY(seen(ImagerPixelSpacing, false).startsWith(u"True size at detector | Screen not calibrated"_s));
}

void TestWords::agesAreInTheUnitOfTheAge_data()
{
    QTest::addColumn<QString>("birth");
    QTest::addColumn<QString>("age");
    QTest::newRow("grown up") << u"1981-11-23"_s << u"44y"_s;
    QTest::newRow("infant") << u"2025-01-01"_s << u"22m"_s;
    QTest::newRow("newborn") << u"2026-11-10"_s << u"12d"_s;
    QTest::newRow("not said") << QString() << QString();
    QTest::newRow("born after the study") << u"2027-01-01"_s << QString();
}

void TestWords::agesAreInTheUnitOfTheAge()
{
    QFETCH(const QString, birth);
    QFETCH(const QString, age);

    QCOMPARE(ageText(birth, u"2026-11-22"_s), age);
}

void TestWords::narrowWindowsKeepTheirDigits()
{
    QCOMPARE(windowText({.center = 0.5, .width = 1.25}), u"W 1.25 L 0.5"_s);
    QCOMPARE(windowText({.center = -600.4, .width = 1500}), u"W 1500 L -600"_s);
}

void TestWords::everybodyInTheImagesIsNamedOnce()
{
    const auto mine = test::aSeries(u"1"_s, 1, aPatient());
    auto other = test::aSeries(u"2"_s, 1);
    other.patientName = u"李四"_s;

    QCOMPARE(namedInImages({mine, mine, other}), u"张伟, born 1981-03-14, ID 100238; 李四"_s);
    QCOMPARE(namedInImages({test::aSeries(u"3"_s, 1)}), QString());
    QCOMPARE(namedOnRecord(aPatient()), u"张伟, M, born 1981-03-14, MRN 100238"_s);
}

void TestWords::aReportIsCalledInTheLanguageOfTheInterface()
{
    OtherLanguage translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));

    workflow::ImagingObject object;
    object.modality = u"SR"_s;
    object.title = u"Imaging Measurement Report"_s;
    QVERIFY(objectLine(object).endsWith(u" · <Imaging Measurement Report>"_s));
    object.title = u"Befund Dr. Müller"_s;
    QVERIFY(objectLine(object).endsWith(u" · Befund Dr. Müller"_s));
    object.title = u"SR"_s;
    QCOMPARE(objectLine(object), objectKindName(object));
}

QTEST_GUILESS_MAIN(TestWords)
#include "test_words.moc"
