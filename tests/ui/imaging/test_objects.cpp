#include "fake_image_source.h"
#include "fake_imaging_objects.h"
#include "imaging/models/ecg_page.h"
#include "imaging/models/report_reading.h"
#include "imaging/models/report_tree.h"
#include "imaging/views/object_bar.h"
#include "imaging/views/report_ecg.h"
#include "imaging/views/report_presentation.h"
#include "imaging/views/report_view.h"
#include "panel_fixture.h"

#include <QAbstractItemModelTester>
#include <QPainter>
#include <QPlainTextEdit>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::FakeImageSource;
using test::FakeImagingObjects;
using test::PanelFixture;
using workflow::ImagingObject;
using workflow::ImagingObjectKind;

namespace {

const QString kResults = u"30954-2"_s;

imaging::Report aReport()
{
    using imaging::ContentItem;
    using imaging::ContentType;
    imaging::Report report;
    report.isVerified = true;
    report.root = {.type = ContentType::Container, .name = {u"1"_s, u"T"_s, u"Chest report"_s}};
    ContentItem findings{.type = ContentType::Container, .name = {u"2"_s, u"T"_s, u"Findings"_s}};
    findings.children.push_back({.type = ContentType::Number,
                                 .name = {u"3"_s, u"T"_s, u"Length"_s},
                                 .text = u"12.5"_s,
                                 .code = {u"mm"_s, u"UCUM"_s, u"millimeter"_s}});
    findings.children.push_back({.type = ContentType::Text,
                                 .name = {u"4"_s, u"T"_s, u"Comment"_s},
                                 .text = u"<b>nodule</b>\nsecond line"_s});
    report.root.children = {findings,
                            {.type = ContentType::Code,
                             .name = {u"5"_s, u"T"_s, u"Conclusion"_s},
                             .code = {u"6"_s, u"T"_s, u"Benign"_s}}};
    return report;
}

/// Every lead at `millivolts` for ten seconds, 500 Hz.
imaging::Waveform anEcg(float millivolts)
{
    imaging::WaveformGroup group{.label = u"RHYTHM"_s, .samplingHz = 500, .channels = {}};
    for (const auto *name : {"I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"})
        group.channels.push_back({QString::fromLatin1(name), u"mV"_s, std::vector<float>(5000, millivolts)});
    imaging::Waveform waveform;
    waveform.patientName = u"王小明"_s;
    waveform.groups = {group};
    return waveform;
}

/// For the second slice of aSeries(): window 0 … 100, inverted, a quarter turn, all but the last column, a word.
imaging::PresentationState aState(const QString &series)
{
    imaging::PresentationState state;
    state.images = {{.seriesInstanceUid = series, .sopInstanceUid = u"1.2.3.1"_s}};
    state.voi = {{.value = {.windows = {imaging::windowOver(0, 100)}}}};
    state.isInverse = true;
    state.turn = {.quarters = 1};
    state.shutter.shapes.rectangle = imaging::Shutter::Rectangle{.right = 6, .bottom = 7};
    imaging::GraphicAnnotation annotation{.layer = u"L"_s};
    annotation.texts = {{.text = u"see here"_s, .anchor = imaging::TextAnchor{.point = {2, 2}}}};
    annotation.graphics = {{.type = imaging::GraphicType::Circle, .points = {{3, 3}, {5, 3}}}};
    state.annotations = {{.value = annotation}};
    return state;
}

ImagingObject anObject(ImagingObjectKind kind, const QString &uid, const administration::Patient &patient)
{
    ImagingObject object;
    object.kind = kind;
    object.studyInstanceUid = u"2.25.1"_s;
    object.seriesInstanceUid = uid + u".1"_s;
    object.sopInstanceUid = uid;
    object.modality = kind == ImagingObjectKind::Waveform ? u"ECG"_s : u"SR"_s;
    object.title = u"Chest report"_s;
    object.created = u"2026-11-20T10:00:00"_s;
    object.patientName = patient.name;
    object.patientId = patient.mrn;
    object.patientBirthDate = patient.birthDate.toIso();
    return object;
}

bool isInk(QRgb pixel)
{
    return qRed(pixel) < 90 && qGreen(pixel) < 90;
}

/// Whether the trace of ink passes this place of the paper.
bool hasInkAt(const QImage &paper, double dotsPerMm, QPointF mm)
{
    const auto at = (mm * dotsPerMm).toPoint();
    for (int dy = -1; dy <= 1; ++dy) {
        if (isInk(paper.pixel(at.x(), at.y() + dy)))
            return true;
    }
    return false;
}

void drawALength()
{
    PanelFixture::press(Qt::Key_L);
    PanelFixture::press(Qt::Key_Return);
    PanelFixture::press(Qt::Key_Right, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_Return);
}

std::shared_ptr<const imaging::Frame> aColourFrame()
{
    auto geometry = imaging::FrameGeometry::create(64, 64, 3, imaging::SampleType::U8);
    return *imaging::Frame::create({.geometry = *geometry, .photometric = imaging::Photometric::Rgb},
                                   std::vector<std::byte>(64 * 64 * 3));
}

std::shared_ptr<const imaging::Frame> aFrameWithShutterAndOverlay()
{
    const auto plain = test::aFrame(64, 64);
    auto facts = plain->facts();
    facts.shutter = imaging::Shutter{.rectangle = imaging::Shutter::Rectangle{4, 4, 50, 50}};
    imaging::OverlayPlane plane{.rows = 64, .columns = 64, .isOn = std::vector<bool>(64 * 64)};
    plane.isOn[100] = true;
    facts.overlays = {plane};
    return *imaging::Frame::create(std::move(facts), {plain, plain->bytes()});
}

} // namespace

/// Reports and recordings beside the pictures, and what is written from them.
class TestObjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void twelveLeadsStandInThreeRowsAndARhythmStrip();
    void aMillivoltIsTenMillimetres();
    void otherChannelsSayTheirScale();
    void whatTheDeviceFoundStaysOnThePaper();
    void theTreeIsAModel();
    void aReaderIsSparedWhatProgramsNeed();
    void showsAReportByKey();
    void showsAnEcgWhereThereIsNoPicture();
    void saysWhyAReportCannotBeShown();
    void showsAPictureAsAStateWantsIt();
    void aStateIsNotAppliedToAnotherSeries();
    void aReportOfAnotherIsMarked();
    void aKeyImageStandsInTheNote();
    void aFailedKeyImageDoesNot();
    void nothingIsWrittenAboutAnother();
    void savesWhatWasMeasured();
    void savesThePictureAsItIsSeen();
    void savesWhatAStateOnShowHides();
    void saysThatColourHasNoState();
    void attachesReportsWithoutPictures();
    void listsDefectsBeforeAttaching();
    void examinesAgainWhatCouldNotBeExamined();
    void aMissingDateIsNoDangerToMeasurements();

private:
    workflow::ImageSeries ownSeries() { return test::aSeries(u"1.2.3"_s, 3, m_fixture->patient()); }
    viewer::ReportView *reportView() const { return m_fixture->panel->findChild<viewer::ReportView *>(); }

    std::shared_ptr<FakeImageSource> m_source;
    std::shared_ptr<FakeImagingObjects> m_objects;
    std::unique_ptr<PanelFixture> m_fixture;
};

void TestObjects::init()
{
    m_fixture.reset();
    m_source = std::make_shared<FakeImageSource>();
    m_objects = std::make_shared<FakeImagingObjects>();
    m_fixture = std::make_unique<PanelFixture>(m_source);
    m_fixture->desk.objects = m_objects;
    workflow::NoteTemplate noteTemplate;
    noteTemplate.code = u"first-visit"_s;
    noteTemplate.sections = {{.code = kResults, .title = {}, .placeholder = {}}};
    m_fixture->desk.referenceData.noteTemplates = {noteTemplate};
    noteTemplate.code = u"return-visit"_s;
    m_fixture->desk.referenceData.noteTemplates.push_back(noteTemplate);
}

void TestObjects::twelveLeadsStandInThreeRowsAndARhythmStrip()
{
    const auto ecg = anEcg(0);

    const auto traces = viewer::ecgTraces(ecg.groups.front(), 0);

    QCOMPARE(traces.size(), std::size_t{13});
    const auto nameOf = [&](std::size_t i) { return ecg.groups[0].channels[traces[i].channel].name; };
    QCOMPARE(nameOf(0), u"I"_s);
    QCOMPARE(nameOf(1), u"aVR"_s);
    QCOMPARE(nameOf(3), u"V4"_s);
    QCOMPARE(nameOf(12), u"II"_s);
    QCOMPARE(traces[1].baseline.x() - traces[0].baseline.x(), 62.5); // 2.5 s at 25 mm/s
    QCOMPARE(traces[1].fromSeconds, 2.5);
    QCOMPARE(traces[12].seconds, 10.0);
    QVERIFY(traces[12].baseline.x() + 10 * viewer::kMmPerSecond < viewer::ecgPaperMm().width());
}

void TestObjects::aMillivoltIsTenMillimetres()
{
    constexpr double kDots = 8;
    const auto ecg = std::make_shared<const imaging::Waveform>(anEcg(1));
    QImage paper((viewer::ecgPaperMm() * kDots).toSize(), QImage::Format_RGB32);
    QPainter painter(&paper);
    painter.scale(kDots, kDots);

    viewer::paintEcg(painter, {.waveform = ecg, .group = 0, .fromSeconds = 0, .head = {}, .foot = {}});
    painter.end();

    const auto start = viewer::ecgTraces(ecg->groups[0], 0).front().baseline;
    QVERIFY(hasInkAt(paper, kDots, start + QPointF(40, -10)));
    QVERIFY(!hasInkAt(paper, kDots, start + QPointF(40, -9)));
    QVERIFY(!hasInkAt(paper, kDots, start + QPointF(40, 0)));
    // The calibration pulse before it is as high, for 5 mm.
    QVERIFY(hasInkAt(paper, kDots, start + QPointF(-6, -10)));
    // Ten seconds are 250 mm.
    const auto strip = viewer::ecgTraces(ecg->groups[0], 0).back().baseline;
    QVERIFY(hasInkAt(paper, kDots, strip + QPointF(249, -10)));
    QVERIFY(!hasInkAt(paper, kDots, strip + QPointF(252, -10)));
}

/// In a panel of 550 pixels letters are as large as they must be, and the line of findings is longer than the paper.
void TestObjects::whatTheDeviceFoundStaysOnThePaper()
{
    constexpr double kDotsPerMm = 2;
    viewer::EcgPage page;
    page.head = {u"Wang Xiaoming"_s, u"Sinus rhythm, normal ECG "_s.repeated(9)};
    QImage paper((viewer::ecgPaperMm() * kDotsPerMm).toSize(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.scale(kDotsPerMm, kDotsPerMm);
    viewer::paintEcg(painter, page);
    painter.end();

    const auto hasInk = [&](const QRectF &mm) {
        const auto dots = QRectF(mm.topLeft() * kDotsPerMm, mm.size() * kDotsPerMm).toRect();
        for (int y = dots.top(); y <= dots.bottom(); ++y) {
            for (int x = dots.left(); x <= dots.right(); ++x) {
                if (isInk(paper.pixel(x, y)))
                    return true;
            }
        }
        return false;
    };
    QVERIFY(!hasInk({292, 0, 4, 28}));
    int rows = 0;
    bool wasInk = false;
    for (double y = 1; y < 28; y += 1 / kDotsPerMm) {
        const bool isInkHere = hasInk({6, y, 100, 1 / kDotsPerMm});
        rows += isInkHere && !wasInk ? 1 : 0;
        wasInk = isInkHere;
    }
    QCOMPARE(rows, 3); // the name, the findings and their rest, with paper between them
}

void TestObjects::otherChannelsSayTheirScale()
{
    imaging::WaveformGroup group{.label = {}, .samplingHz = 100, .channels = {}};
    group.channels = {{u"Art"_s, u"mm[Hg]"_s, std::vector<float>(100, 120)},
                      {u"II"_s, u"mV"_s, std::vector<float>(100, 1)}};

    const auto traces = viewer::ecgTraces(group, 0);

    QCOMPARE(traces.size(), std::size_t{2});
    QVERIFY(!traces[0].isCalibrated);
    QVERIFY(traces[0].mmPerUnit * 120 < 60);
    QVERIFY(traces[1].isCalibrated);
    QCOMPARE(traces[1].mmPerUnit, viewer::kMmPerMillivolt);
}

void TestObjects::theTreeIsAModel()
{
    viewer::ReportTree tree;
    QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);

    tree.setLines(imaging::reportLines(aReport()));

    const auto root = tree.index(0, 0);
    QCOMPARE(tree.rowCount(), 1);
    QCOMPARE(root.data().toString(), u"Chest report"_s);
    QCOMPARE(tree.rowCount(root), 2);
    const auto findings = tree.index(0, 0, root);
    QCOMPARE(tree.rowCount(findings), 2);
    QCOMPARE(tree.index(0, 1, findings).data().toString(), u"12.5 mm"_s);
    QCOMPARE(tree.index(1, 1, root).data().toString(), u"Benign"_s);
    tree.setLines({});
    QCOMPARE(tree.rowCount(), 0);
}

void TestObjects::aReaderIsSparedWhatProgramsNeed()
{
    using imaging::ContentItem;
    using imaging::ContentType;
    ContentItem picture{.type = ContentType::Image, .name = {u"260753009"_s, u"SCT"_s, u"Source"_s}};
    picture.reference = {.sopInstanceUid = u"1.2.3.1"_s};
    auto unknown = picture;
    unknown.reference = {.sopInstanceUid = u"7.7"_s};
    ContentItem place{.type = ContentType::SpatialCoordinates,
                      .name = {u"121112"_s, u"DCM"_s, u"Source of Measurement"_s},
                      .children = {picture}};
    place.graphicType = u"POLYLINE"_s;
    const ContentItem number{.type = ContentType::Number,
                             .name = {u"373098007"_s, u"SCT"_s, u"Mean"_s},
                             .text = u"40.5"_s,
                             .code = {u"[hnsf'U]"_s, u"UCUM"_s, u"Hounsfield unit"_s},
                             .children = {place}};
    const ContentItem derivation{.type = ContentType::Code,
                                 .name = {u"121401"_s, u"DCM"_s, u"Derivation"_s},
                                 .code = {u"386136009"_s, u"SCT"_s, u"Standard Deviation"_s}};
    const ContentItem deviation{.type = ContentType::Number,
                                .name = {u"112031"_s, u"DCM"_s, u"Attenuation Coefficient"_s},
                                .text = u"13.0"_s,
                                .code = {u"[hnsf'U]"_s, u"UCUM"_s, u"Hounsfield unit"_s},
                                .children = {derivation}};
    const auto tracked = [](const QString &word) {
        return ContentItem{.type = ContentType::Text,
                           .name = {u"112039"_s, u"DCM"_s, u"Tracking Identifier"_s},
                           .text = word};
    };
    const ContentItem uid{.type = ContentType::UidReference,
                          .name = {u"112040"_s, u"DCM"_s, u"Tracking Unique Identifier"_s},
                          .text = u"2.25.9"_s};
    imaging::Report report;
    report.root = {.type = ContentType::Container, .name = {u"1"_s, u"T"_s, u"Chest"_s}};
    report.root.children = {tracked(u"01a2042f-1b9c-7589-8905-bbc45394c4f8"_s),
                            tracked(u"Nodule 1"_s),
                            uid,
                            number,
                            deviation,
                            unknown};

    const auto read = viewer::forReader(report, [](const imaging::ReferencedImage &image) {
        return image.sopInstanceUid == u"1.2.3.1"_s ? u"CT Chest, slice 2/3"_s : QString();
    });

    QCOMPARE(imaging::plainText(imaging::reportLines(read)),
             u"Chest\n"
             "  Tracking Identifier: Nodule 1\n"
             "  Mean: 40.5 HU\n"
             "    Image: CT Chest, slice 2/3\n"
             "  Attenuation Coefficient, Standard Deviation: 13.0 HU\n"
             "  Image: 7.7\n"_s);
}

void TestObjects::showsAReportByKey()
{
    m_source->places[u"/ct"_s] = std::vector{ownSeries()};
    m_objects->places[u"/ct"_s] = {anObject(ImagingObjectKind::Report, u"9.1"_s, m_fixture->patient())};
    auto report = aReport();
    report.patientName = u"张伟"_s;
    report.patientId = u"100238"_s;
    report.created = u"2026-11-20T10:00:00"_s;
    m_objects->contents.insert({u"9.1"_s, report});
    m_fixture->open({u"/ct"_s});
    QTRY_VERIFY(m_fixture->viewport()->isLoaded());
    QTRY_VERIFY(m_fixture->panel->findChild<viewer::ObjectBar *>()->isVisible());
    QVERIFY(reportView()->isHidden());

    PanelFixture::press(Qt::Key_D, Qt::ShiftModifier);

    QTRY_VERIFY(reportView()->text().contains(u"Length: 12.5 mm"_s));
    QVERIFY(!m_fixture->viewport()->isVisible());
    const auto *words = m_fixture->panel->findChild<QPlainTextEdit *>(u"imaging.report.text"_s);
    QVERIFY(words->isVisible());
    QVERIFY(words->toPlainText().contains(u"<b>nodule</b>"_s)); // no markup
    QVERIFY(words->toPlainText().startsWith(u"张伟 · ID 100238 · report of 2026-11-20\n\n"_s));
    QVERIFY(m_fixture->panel->text().contains(u"Benign"_s));
    QVERIFY(!m_fixture->desk.commands[u"imaging.keyImage"_s]->isEnabled()); // of a slice out of sight
    PanelFixture::press(Qt::Key_T, Qt::ShiftModifier);
    QVERIFY(m_fixture->panel->findChild<QWidget *>(u"imaging.report.tree"_s)->isVisible());
    PanelFixture::press(Qt::Key_D, Qt::ShiftModifier);
    QVERIFY(reportView()->isHidden());
    QVERIFY(m_fixture->viewport()->isVisible());
    // The key that means the images leads into them, wherever the focus was.
    PanelFixture::press(Qt::Key_D, Qt::ShiftModifier);
    QTRY_VERIFY(reportView()->isVisible());
    PanelFixture::press(Qt::Key_Q, Qt::ShiftModifier);
    QVERIFY(reportView()->isHidden());
    QVERIFY(m_fixture->viewport()->hasFocus());
}

void TestObjects::showsAnEcgWhereThereIsNoPicture()
{
    m_source->places[u"/ecg"_s] = Error{ErrorKind::Invalid, u"imaging.no-images"_s};
    m_objects->places[u"/ecg"_s] = {anObject(ImagingObjectKind::Waveform, u"9.2"_s, m_fixture->patient())};
    m_objects->contents.insert({u"9.2"_s, anEcg(0.5)});

    m_fixture->open({u"/ecg"_s});

    QTRY_VERIFY(reportView()->isVisible());
    QTRY_VERIFY(m_fixture->panel->findChild<viewer::ReportEcg *>()->isVisible());
    QVERIFY(reportView()->text().contains(u"aVR"_s));
    const auto picture = m_fixture->panel->grab();
    QVERIFY(!picture.isNull());
    if (qEnvironmentVariableIsSet("SIMIAO_GRABS"))
        picture.save(qEnvironmentVariable("SIMIAO_GRABS") + u"/ecg.png"_s);
}

void TestObjects::saysWhyAReportCannotBeShown()
{
    m_source->places[u"/sr"_s] = Error{ErrorKind::Invalid, u"imaging.no-images"_s};
    m_objects->places[u"/sr"_s] = {anObject(ImagingObjectKind::Report, u"9.3"_s, m_fixture->patient())};

    m_fixture->open({u"/sr"_s});

    QTRY_VERIFY(reportView()->isVisible());
    QTRY_VERIFY(m_fixture->link(u"Try again"_s));
    QVERIFY(reportView()->text().isEmpty());
    m_objects->contents.insert({u"9.3"_s, aReport()});
    m_fixture->link(u"Try again"_s)->click();
    QTRY_VERIFY(reportView()->text().contains(u"Benign"_s));
}

void TestObjects::showsAPictureAsAStateWantsIt()
{
    m_source->places[u"/ct"_s] = std::vector{ownSeries()};
    m_objects->places[u"/ct"_s] = {
        anObject(ImagingObjectKind::PresentationState, u"9.6"_s, m_fixture->patient())};
    m_objects->contents.insert({u"9.6"_s, aState(u"1.2.3"_s)});
    m_fixture->open({u"/ct"_s});
    QTRY_VERIFY(m_fixture->viewport()->isLoaded());

    PanelFixture::press(Qt::Key_D, Qt::ShiftModifier);

    auto *view = m_fixture->panel->findChild<viewer::ReportPresentation *>();
    QTRY_VERIFY(!view->picture().isEmpty());
    QVERIFY(view->why().isEmpty());
    QVERIFY(view->text().contains(u"see here"_s));
    // Whose picture it is, of which day, and which side is which after the turn.
    for (const auto &words : {u"2026-11-22"_s, u"Slice 2/"_s, m_fixture->patient().name})
        QVERIFY2(view->text().contains(words), qPrintable(view->text()));
    // 40 HU within 0 … 100, inverted; the last column is hidden, and stands below after a quarter turn.
    const auto &image = view->picture().image();
    QCOMPARE(qGray(image.pixel(3, 0)), 153);
    QCOMPARE(qGray(image.pixel(3, 7)), 0);
    if (qEnvironmentVariableIsSet("SIMIAO_GRABS"))
        m_fixture->panel->grab().save(qEnvironmentVariable("SIMIAO_GRABS") + u"/state.png"_s);
}

void TestObjects::aStateIsNotAppliedToAnotherSeries()
{
    m_source->places[u"/ct"_s] = std::vector{ownSeries()};
    m_objects->places[u"/ct"_s] = {
        anObject(ImagingObjectKind::PresentationState, u"9.7"_s, m_fixture->patient())};
    m_objects->contents.insert({u"9.7"_s, aState(u"7.7.7"_s)});
    m_fixture->open({u"/ct"_s});
    QTRY_VERIFY(m_fixture->viewport()->isLoaded());

    PanelFixture::press(Qt::Key_D, Qt::ShiftModifier);

    auto *view = m_fixture->panel->findChild<viewer::ReportPresentation *>();
    QTRY_VERIFY(view->why().contains(u"another series"_s));
    QVERIFY(view->picture().isEmpty());
}

void TestObjects::aReportOfAnotherIsMarked()
{
    administration::Patient other;
    other.name = u"李四"_s;
    other.mrn = u"X-77"_s;
    m_source->places[u"/ct"_s] = std::vector{ownSeries()};
    m_objects->places[u"/ct"_s] = {anObject(ImagingObjectKind::Report, u"9.4"_s, other)};
    m_objects->contents.insert({u"9.4"_s, aReport()});
    m_fixture->open({u"/ct"_s});
    QTRY_VERIFY(m_fixture->viewport()->isLoaded());
    QVERIFY(!m_fixture->panel->text().contains(u"another patient"_s));

    PanelFixture::press(Qt::Key_D, Qt::ShiftModifier);

    QTRY_VERIFY(reportView()->isVisible());
    QVERIFY(m_fixture->panel->text().contains(u"another patient"_s));
    QCOMPARE(m_fixture->panel->property("isPatientSafe").toBool(), false);
}

void TestObjects::aKeyImageStandsInTheNote()
{
    m_source->places[u"/ct"_s] = std::vector{ownSeries()};
    m_fixture->open({u"/ct"_s});
    QTRY_VERIFY(m_fixture->viewport()->isLoaded());

    PanelFixture::press(Qt::Key_K);

    QTRY_COMPARE(m_objects->keys.size(), std::size_t{1});
    QCOMPARE(m_objects->keys.front().location, u"1.2.3"_s);
    const auto &sections = m_fixture->visit->draft().sections;
    QTRY_VERIFY(sections.contains(kResults));
    QCOMPARE(sections.at(kResults), u"Key image: CT Chest, 2026-11-22, slice 2/3."_s);
    QCOMPARE(m_fixture->desk.done.size(), 1);
    // Once more: the line stands there once.
    PanelFixture::press(Qt::Key_K);
    QTRY_COMPARE(m_objects->keys.size(), std::size_t{2});
    QCOMPARE(sections.at(kResults).count(u"Key image"_s), 1);
}

void TestObjects::aFailedKeyImageDoesNot()
{
    m_source->places[u"/ct"_s] = std::vector{ownSeries()};
    m_objects->failure = Error{ErrorKind::Unavailable, u"disk.write"_s};
    m_fixture->open({u"/ct"_s});
    QTRY_VERIFY(m_fixture->viewport()->isLoaded());

    PanelFixture::press(Qt::Key_K);

    QTRY_COMPARE(m_fixture->desk.lastErrorCode(), u"disk.write"_s);
    QVERIFY(m_fixture->visit->draft().sections.empty());
}

void TestObjects::nothingIsWrittenAboutAnother()
{
    administration::Patient other;
    other.name = u"李四"_s;
    other.mrn = u"X-77"_s;
    m_source->places[u"/ct"_s] = std::vector{test::aSeries(u"1.2.3"_s, 3, other)};
    m_fixture->open({u"/ct"_s});
    QTRY_VERIFY(m_fixture->viewport()->isLoaded());

    PanelFixture::press(Qt::Key_K);

    QTRY_COMPARE(m_fixture->desk.lastErrorCode(), u"imaging.not-hers"_s);
    QVERIFY(m_objects->keys.empty());
    QVERIFY(m_fixture->visit->draft().sections.empty());
}

void TestObjects::savesWhatWasMeasured()
{
    m_source->picture = test::aFrame(64, 64);
    m_source->places[u"/ct"_s] = std::vector{ownSeries()};
    m_fixture->open({u"/ct"_s});
    QTRY_VERIFY(m_fixture->viewport()->isLoaded());
    QVERIFY(!m_fixture->desk.commands[u"imaging.saveMeasurements"_s]->isEnabled());

    drawALength();
    PanelFixture::press(Qt::Key_O, Qt::ShiftModifier);

    QTRY_COMPARE(m_objects->measured.size(), std::size_t{1});
    const auto &picture = m_objects->measured.front();
    QCOMPARE(picture.measurements.size(), std::size_t{1});
    QCOMPARE(picture.measurements[0].measurement.kind, imaging::MeasurementKind::Length);
    QVERIFY(picture.measurements[0].words.contains(u"10"_s));
    QCOMPARE(picture.display.window.center, 40.0);
    QTRY_COMPARE(m_fixture->desk.done.size(), 1);
    // A key image says what was measured on it.
    PanelFixture::press(Qt::Key_K);
    QTRY_COMPARE(m_objects->keys.size(), std::size_t{1});
    QVERIFY(m_objects->keys.front().words.contains(u"Length: 10"_s));
}

/// Turned, mirrored, with its shutter; of overlays those that are seen.
void TestObjects::savesThePictureAsItIsSeen()
{
    m_source->picture = aFrameWithShutterAndOverlay();
    const auto facts = m_source->picture->facts();
    m_source->places[u"/ct"_s] = std::vector{ownSeries()};
    m_fixture->open({u"/ct"_s});
    QTRY_VERIFY(m_fixture->viewport()->isLoaded());
    drawALength();
    PanelFixture::press(Qt::Key_BracketRight);
    PanelFixture::press(Qt::Key_H, Qt::ShiftModifier);
    const auto turn = m_fixture->viewport()->turn();
    QVERIFY(turn.quarters != 0 && turn.isMirrored);

    PanelFixture::press(Qt::Key_O, Qt::ShiftModifier);

    QTRY_COMPARE(m_objects->measured.size(), std::size_t{1});
    QCOMPARE(m_objects->measured[0].turn, turn);
    QCOMPARE(m_objects->measured[0].frame->facts().shutter, facts.shutter);
    QCOMPARE(m_objects->measured[0].frame->facts().overlays, facts.overlays);
    QTRY_COMPARE(m_fixture->desk.done.size(), 1);
    m_objects->measured.clear();
    m_fixture->viewport()->setOverlaysShown(false);
    PanelFixture::press(Qt::Key_O, Qt::ShiftModifier);
    QTRY_COMPARE(m_objects->measured.size(), std::size_t{1});
    QVERIFY(m_objects->measured[0].frame->facts().overlays.empty());
}

/// A state's shutter comes in place of the image's, and of overlays only what it names is seen.
void TestObjects::savesWhatAStateOnShowHides()
{
    m_source->picture = aFrameWithShutterAndOverlay();
    m_source->places[u"/ct"_s] = std::vector{ownSeries()};
    m_fixture->open({u"/ct"_s});
    QTRY_VERIFY(m_fixture->viewport()->isLoaded());
    drawALength();
    const auto stacks = m_fixture->panel->findChildren<viewer::ImageStack *>();
    const auto stack = std::ranges::find_if(stacks, [](const auto *one) { return one->frame() != nullptr; });
    QVERIFY(stack != stacks.end());
    const auto &slice = *(*stack)->shownSlice();
    imaging::PresentationState state;
    state.images = {{.seriesInstanceUid = u"1.2.3"_s, .sopInstanceUid = slice.instance.sopInstanceUid}};
    state.turn = {.quarters = 2};
    state.shutter.shapes.circle = imaging::Shutter::Circle{{30, 30}, 20};
    (*stack)->setPresentation(std::make_shared<const imaging::PresentationState>(std::move(state)));
    QVERIFY((*stack)->presented());

    PanelFixture::press(Qt::Key_O, Qt::ShiftModifier);

    QTRY_COMPARE(m_objects->measured.size(), std::size_t{1});
    const auto &picture = m_objects->measured.front();
    QCOMPARE(picture.turn.quarters, 2);
    QVERIFY(picture.frame->facts().shutter && picture.frame->facts().shutter->circle);
    QVERIFY(!picture.frame->facts().shutter->rectangle);
    QVERIFY(picture.frame->facts().overlays.empty());
}

void TestObjects::saysThatColourHasNoState()
{
    m_source->picture = aColourFrame();
    m_source->places[u"/us"_s] = std::vector{ownSeries()};
    m_fixture->open({u"/us"_s});
    QTRY_VERIFY(m_fixture->viewport()->isLoaded());
    drawALength();

    PanelFixture::press(Qt::Key_O, Qt::ShiftModifier);

    QTRY_COMPARE(m_objects->measured.size(), std::size_t{1});
    QTRY_COMPARE(m_fixture->desk.done.size(), 1);
    QVERIFY(m_fixture->desk.done.front().contains(u"no presentation state"_s));
}

void TestObjects::attachesReportsWithoutPictures()
{
    m_source->places[u"/sr"_s] = Error{ErrorKind::Invalid, u"imaging.no-images"_s};
    m_objects->places[u"/sr"_s] = {anObject(ImagingObjectKind::Report, u"9.5"_s, m_fixture->patient())};
    m_objects->contents.insert({u"9.5"_s, aReport()});
    m_fixture->open({});
    auto *attachment = m_fixture->panel->findChild<viewer::ImageAttachment *>();

    attachment->start(u"/sr"_s);

    QTRY_COMPARE(m_fixture->visit->record().studies.size(), std::size_t{1});
    QTRY_VERIFY(reportView()->text().contains(u"Benign"_s));
}

void TestObjects::listsDefectsBeforeAttaching()
{
    m_source->places[u"/ct"_s] = std::vector{ownSeries()};
    workflow::ImportHeader header{.sopInstanceUid = u"1"_s,
                                  .seriesInstanceUid = u"1"_s,
                                  .studyInstanceUid = u"1"_s,
                                  .modality = u"CT"_s,
                                  .patientId = u"1"_s,
                                  .patientName = u"1"_s,
                                  .patientBirthDate = u"1981-03-14"_s,
                                  .studyDate = u"2026-11-22"_s,
                                  .bodyPart = {},
                                  .laterality = {},
                                  .isBurnedIn = true};
    m_objects->headers = {header};
    m_fixture->open({});
    auto *attachment = m_fixture->panel->findChild<viewer::ImageAttachment *>();

    attachment->start(u"/ct"_s);

    QTRY_COMPARE(attachment->step(), viewer::ImageAttachment::Step::Examined);
    QVERIFY(m_fixture->visit->record().studies.empty());
    const auto words =
        m_fixture->panel->findChild<QWidget *>(u"imaging.attachLine"_s)->property("text").toString();
    QVERIFY2(words.contains(u"Orientation is missing"_s), qPrintable(words));
    QVERIFY2(words.contains(u"burnt into the picture (files: 1)"_s), qPrintable(words));
    QVERIFY2(words.contains(u"Measurements"_s), qPrintable(words));
    m_fixture->link(u"Attach anyway"_s)->click();
    QTRY_COMPARE(m_fixture->visit->record().studies.size(), std::size_t{1});
}

/// The disc was not read to its end: what was not looked at is not attached by trying again.
void TestObjects::examinesAgainWhatCouldNotBeExamined()
{
    m_source->places[u"/ct"_s] = std::vector{ownSeries()};
    workflow::ImportHeader header;
    header.sopInstanceUid = u"1"_s;
    header.isBurnedIn = true;
    m_objects->headers = {header};
    m_objects->examining = Error{ErrorKind::Unavailable, u"imaging.file-unreadable"_s};
    m_fixture->open({});
    auto *attachment = m_fixture->panel->findChild<viewer::ImageAttachment *>();
    attachment->start(u"/ct"_s);
    QTRY_COMPARE(attachment->step(), viewer::ImageAttachment::Step::Failed);

    m_objects->examining.reset();
    attachment->retry();

    QTRY_COMPARE(attachment->step(), viewer::ImageAttachment::Step::Examined);
    QVERIFY(!attachment->findings().empty());
    QVERIFY(m_fixture->visit->record().studies.empty());
}

void TestObjects::aMissingDateIsNoDangerToMeasurements()
{
    m_source->places[u"/ct"_s] = std::vector{ownSeries()};
    m_objects->headers = {{.sopInstanceUid = u"1"_s,
                           .seriesInstanceUid = u"1"_s,
                           .studyInstanceUid = u"1"_s,
                           .modality = u"CT"_s,
                           .patientId = u"1"_s,
                           .patientName = u"1"_s,
                           .patientBirthDate = {},
                           .studyDate = u"2026-11-22"_s,
                           .bodyPart = {},
                           .laterality = {},
                           .hasOrientation = true}};
    m_fixture->open({});
    auto *attachment = m_fixture->panel->findChild<viewer::ImageAttachment *>();

    attachment->start(u"/ct"_s);

    QTRY_COMPARE(attachment->step(), viewer::ImageAttachment::Step::Examined);
    const auto words =
        m_fixture->panel->findChild<QWidget *>(u"imaging.attachLine"_s)->property("text").toString();
    QVERIFY2(words.contains(u"Birth date is missing"_s), qPrintable(words));
    QVERIFY2(!words.contains(u"Measurements"_s), qPrintable(words));
}

QTEST_MAIN(TestObjects)
#include "test_objects.moc"
