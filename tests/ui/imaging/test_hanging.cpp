#include "imaging/models/viewer_data_reader.h"
#include "imaging/views/hanging.h"
#include "imaging/views/identity_line.h"
#include "imaging/views/image_cells.h"
#include "imaging/views/series_shelf.h"
#include "panel_fixture.h"
#include "placed_series.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QAbstractItemModelTester>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::aPlacedSeries;
using test::FakeImageSource;
using test::Lie;
using test::PanelFixture;

/// What is laid out when a patient's studies are opened, and the small pictures to choose from.
class TestHanging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void aWidePanelLaysTheChestBesideItsPrior();
    void imagesOfSomebodyElseAreNoPrior();
    void aNarrowPanelShowsOne();
    void aPanelOnANewPageIsMeasuredWhenThatIsLaidOut_data();
    void aPanelOnANewPageIsMeasuredWhenThatIsLaidOut();
    void aProtocolIsChosenByKey();
    void aProtocolForMoreScreensIsNotForThisOne();
    void oneScreenShowsAllOfAProtocolForTwo();
    void mammogramsStandBackToBack();
    void aViewThatIsMissingLeavesItsPlaceEmpty();
    void theScoutIsNotWhatOneSeesFirst_data();
    void theScoutIsNotWhatOneSeesFirst();
    void aWindowByPercentilesComesWithTheProtocol();
    void aWindowForAnotherUnitIsNotTaken();
    void saysWhyThisOne();
    void priorsAreMarked();
    void aPriorIsSaidWholeInALowViewport();
    void twoViewportsOfASmallScreenAreEnough();
    void aWiderPanelIsHungAgain();
    void whatSomebodyChoseStaysInAWiderPanel();
    void aStudyOfAnotherKindIsNoPrior();
    void anEarlierStudyAloneNamesTheLatest();
    void theStudyThatIsLookedAtIsHung();
    void aLayoutIsRememberedForTheModality();
    void badFilesAreSaid();
    void smallPicturesAreShownByKey();
    void aSmallPictureIsMadeOfTheMiddle();
    void smallPicturesSayWhatIsLoaded();
    void aSeriesIsChosenFromTheSmallPictures();
    void theMemoryOfImagesHasAMeter();

private:
    viewer::ViewportGrid *grid() const { return f->panel->findChild<viewer::ViewportGrid *>(); }
    viewer::Viewport *viewport(int index) const
    {
        return qobject_cast<viewer::Viewport *>(grid()->cell(index)->content());
    }
    workflow::ImageSeries chest(const QString &uid, const QString &study, const QString &date)
    {
        auto series = aPlacedSeries(uid, Lie::Axial, 0, 5, 9, f->patient());
        series.studyInstanceUid = study;
        series.studyDate = date;
        series.bodyPart = u"CHEST"_s;
        return series;
    }
    void open(std::vector<workflow::ImageSeries> series, int width)
    {
        source->places[u"/ct"_s] = std::move(series);
        f->open({u"/ct"_s}, {u"2.25.1"_s, u"2.25.2"_s}, {width, 700});
        QTRY_VERIFY(grid()->count() > 1 || viewport(0)->isLoaded());
    }
    /// One picture, 60 wide and 100 high; the back of a breast where its letters say.
    workflow::ImageSeries view(const QString &uid, const QString &side, const QString &view)
    {
        auto series = test::aSeries(uid, 1, f->patient());
        series.modality = u"MG"_s;
        series.instances.front().laterality = side;
        series.instances.front().view = view;
        return series;
    }
    /// Stored as it should be, but L MLO, which is mirrored.
    static test::FramePtr breast(const workflow::ImageInstance &instance)
    {
        const auto plain = test::aFrame(60, 100);
        auto facts = plain->facts();
        facts.laterality = instance.laterality;
        facts.view = instance.view;
        const bool isMirrored = instance.laterality == u'L' && instance.view == u"MLO";
        const bool isBackRight = (instance.laterality == u'R') != isMirrored;
        const auto medial = instance.laterality == u'R' ? u"L"_s : u"R"_s;
        facts.edges =
            imaging::edgeLetters(isBackRight ? u"P"_s : u"A"_s, instance.view == u"CC" ? medial : u"F"_s);
        return *imaging::Frame::create(facts, {plain->bytes().begin(), plain->bytes().end()});
    }
    std::vector<workflow::ImageSeries> withPrior()
    {
        return {chest(u"1"_s, u"2.25.1"_s, u"2026-03-22"_s), chest(u"2"_s, u"2.25.2"_s, u"2026-11-22"_s)};
    }

    std::shared_ptr<FakeImageSource> source;
    std::unique_ptr<QStackedWidget> m_pages; ///< outlives the panel on it
    std::unique_ptr<PanelFixture> f;
};

void TestHanging::init()
{
    f.reset();
    m_pages.reset();
    source = std::make_shared<FakeImageSource>();
    source->make = test::aPlacedFrame;
    f = std::make_unique<PanelFixture>(source);
}

void TestHanging::aWidePanelLaysTheChestBesideItsPrior()
{
    open(withPrior(), 1300);

    QCOMPARE(grid()->gridSize().code(), u"2x2"_s);
    QVERIFY(viewport(0)->text().contains(u"2026-11-22"_s));
    QVERIFY(viewport(1)->text().contains(u"2026-03-22"_s));
    QTRY_COMPARE(viewport(0)->windowText(), u"W 1500 L -600"_s);
    QTRY_COMPARE(viewport(3)->windowText(), u"W 400 L 40"_s);
    PanelFixture::press(Qt::Key_Home);
    QTRY_COMPARE(viewport(3)->sliceText(), u"1/9"_s);
}

/// On the record by mistake: beside her own they would look like her course.
void TestHanging::imagesOfSomebodyElseAreNoPrior()
{
    auto series = withPrior();
    series.front().patientId = u"900777"_s;
    series.front().patientName = u"王芳"_s;
    series.front().patientBirthDate = u"1970-01-01"_s;

    open(series, 1300);

    QTRY_VERIFY(viewport(0)->isLoaded());
    for (int i = 0; i < grid()->count(); ++i)
        QVERIFY2(!viewport(i)->text().contains(u"2026-03-22"_s), qPrintable(viewport(i)->text()));
    const auto notice = viewer::IdentityLine::noticeFor(series, f->patient());
    QVERIFY(notice);
    QCOMPARE(notice->severity, ui::Severity::Block);
    QVERIFY2(notice->text.contains(u"王芳"_s), qPrintable(notice->text));
    QVERIFY2(!notice->text.contains(f->patient().name), qPrintable(notice->text));
}

void TestHanging::aNarrowPanelShowsOne()
{
    open(withPrior(), 540);

    QCOMPARE(grid()->gridSize().code(), u"1x1"_s);
    QVERIFY2(viewport(0)->text().contains(u"2026-11-22"_s) && !viewport(0)->text().contains(u"LATEST"_s),
             "the current study, not the first that was listed");
}

void TestHanging::aPanelOnANewPageIsMeasuredWhenThatIsLaidOut_data()
{
    QTest::addColumn<bool>("isListedBefore");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("layout");
    QTest::newRow("narrow, listed before the page is shown") << true << 550 << u"1x1"_s;
    QTest::newRow("narrow, listed before the page is laid out") << false << 550 << u"1x1"_s;
    QTest::newRow("wide, listed before the page is shown") << true << 1300 << u"2x2"_s;
    QTest::newRow("wide, listed before the page is laid out") << false << 1300 << u"2x2"_s;
}

/// As a visit is opened: its page comes into a window that is there, and what stands in a splitter is as wide as it likes at first.
void TestHanging::aPanelOnANewPageIsMeasuredWhenThatIsLaidOut()
{
    QFETCH(bool, isListedBefore);
    QFETCH(int, width);
    source->places[u"/ct"_s] = withPrior();
    std::vector<diagnostics::ImagingStudy> studies(2);
    for (auto &study : studies)
        study.endpoint = u"/ct"_s;
    studies[0].studyInstanceUid = u"2.25.1"_s;
    studies[1].studyInstanceUid = u"2.25.2"_s;
    workflow::VisitRecord record;
    record.patient = f->patient();
    if (isListedBefore)
        record.studies = studies;
    m_pages = std::make_unique<QStackedWidget>();
    m_pages->addWidget(new QWidget);
    m_pages->resize(500 + width, 700);
    m_pages->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pages.get()));

    auto *page = new QSplitter;
    auto *side = new QTabWidget;
    page->addWidget(new QWidget);
    page->addWidget(side);
    page->setSizes({500, width});
    f->visit = std::make_unique<sdk::Visit>(&f->desk, record);
    f->panel = std::make_unique<viewer::ImagingPanel>(f->visit.get(), std::make_shared<viewer::FrameCache>());
    side->addTab(f->panel.get(), u"Images"_s);
    m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
    if (!isListedBefore)
        f->visit->setStudies(studies);

    // The current study, not the first that was listed: then a protocol was applied.
    QTRY_VERIFY(viewport(0)->text().contains(u"2026-11-22"_s) && !viewport(0)->text().contains(u"LATEST"_s));
    QTRY_VERIFY(std::abs(grid()->width() - width) < 50);
    QTEST(grid()->gridSize().code(), "layout");
}

void TestHanging::aProtocolIsChosenByKey()
{
    open(withPrior(), 540);
    PanelFixture::press(Qt::Key_P, Qt::ShiftModifier);
    auto *list = f->panel->findChild<QMenu *>(u"imaging.protocols"_s);
    QTRY_VERIFY(list->isVisible());

    auto *prior = list->findChild<QAction *>(u"imaging.hanging.ct-2-prior"_s);
    QVERIFY(prior && prior->isEnabled());
    QVERIFY(!list->findChild<QAction *>(u"imaging.hanging.mg-1-four"_s)->isEnabled());
    QVERIFY(list->findChild<QAction *>(u"imaging.hanging.why"_s)->text().startsWith(u"Why this one"_s));
    list->setActiveAction(prior);
    QTest::keyClick(list, Qt::Key_Return);

    QTRY_COMPARE(grid()->gridSize().code(), u"1x2"_s);
    QVERIFY(viewport(1)->text().contains(u"PRIOR 2026-03-22"_s));
}

void TestHanging::aProtocolForMoreScreensIsNotForThisOne()
{
    auto data = viewer::readViewerData(f->desk.resourceFolder());
    auto wall = data.protocols.front();
    wall.id = u"wall"_s;
    wall.modalities = {u"CT"_s};
    wall.bodyParts = {u"CHEST"_s};
    wall.priors = 1;
    wall.monitors = static_cast<int>(QGuiApplication::screens().size()) + 1;
    wall.layout = {4, 4};
    data.protocols.insert(data.protocols.begin(), wall);
    f->data = std::make_shared<viewer::ViewerData>(data);

    open(withPrior(), 1300);

    QCOMPARE(grid()->gridSize().code(), u"2x2"_s); // that of the next best
    PanelFixture::press(Qt::Key_P, Qt::ShiftModifier);
    auto *list = f->panel->findChild<QMenu *>(u"imaging.protocols"_s);
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->actions().front()->objectName(), u"imaging.hanging.wall"_s);
    QVERIFY(!list->actions().front()->isEnabled());
    QVERIFY(list->actions().front()->toolTip().contains(u"screens"_s));
    list->hide();
}

void TestHanging::oneScreenShowsAllOfAProtocolForTwo()
{
    auto data = viewer::readViewerData(f->desk.resourceFolder());
    auto wall = data.protocols.front();
    wall.id = u"wall"_s;
    wall.modalities = {u"CT"_s};
    wall.bodyParts = {u"CHEST"_s};
    wall.priors = 1;
    wall.layout = {1, 2};
    wall.viewports = {{}, {.series = {.prior = 1}, .screen = 2}};
    data.protocols.insert(data.protocols.begin(), wall);
    f->data = std::make_shared<viewer::ViewerData>(data);

    open(withPrior(), 1300);

    QCOMPARE(grid()->gridSize().code(), u"1x2"_s);
    QVERIFY(viewport(0)->isVisible() && viewport(1)->isVisible());
    QVERIFY(viewport(1)->text().contains(u"PRIOR 2026-03-22"_s));
    QCOMPARE(viewport(1)->window(), f->panel.get());
}

/// Listed in another order than they are hung in.
void TestHanging::mammogramsStandBackToBack()
{
    source->make = breast;
    open({view(u"1"_s, u"L"_s, u"MLO"_s), view(u"2"_s, u"R"_s, u"MLO"_s), view(u"3"_s, u"L"_s, u"CC"_s),
          view(u"4"_s, u"R"_s, u"CC"_s)},
         900);

    QTRY_COMPARE(grid()->gridSize().code(), u"2x2"_s);
    const QStringList corners{u"R CC"_s, u"L CC"_s, u"R MLO"_s, u"L MLO"_s};
    for (int i = 0; i < 4; ++i) {
        QTRY_VERIFY2(viewport(i)->text().contains(corners[i]), qPrintable(viewport(i)->text()));
        const auto &mapping = viewport(i)->mapping();
        const auto one = mapping.toView({-0.5, 0});
        const auto other = mapping.toView({59.5, 0});
        const auto [from, to] = std::minmax(one.x(), other.x());
        if (i % 2 == 0)
            QVERIFY2(std::abs(to - viewport(i)->width()) < 1, "the right breast ends in the middle");
        else
            QVERIFY2(std::abs(from) < 1, "and there the left one begins");
        QCOMPARE(viewport(i)->text().contains(u"MIRRORED"_s), i == 3);
        QCOMPARE(viewport(i)->turn().isMirrored, i == 3);
    }
    if (qEnvironmentVariableIsSet("SIMIAO_GRABS"))
        f->panel->grab().save(qEnvironmentVariable("SIMIAO_GRABS") + u"/mammogram.png"_s);

    // What somebody turns stays turned, and goes back to how it was hung.
    viewport(3)->setTurn({});
    viewport(3)->resetView();
    QVERIFY(viewport(3)->turn().isMirrored);
}

void TestHanging::aViewThatIsMissingLeavesItsPlaceEmpty()
{
    source->make = breast;
    open({view(u"1"_s, u"L"_s, u"CC"_s), view(u"2"_s, u"L"_s, u"MLO"_s), view(u"3"_s, u"L"_s, u"ML"_s)}, 900);

    QTRY_COMPARE(grid()->gridSize().code(), u"2x2"_s);
    QTRY_VERIFY(viewport(1)->text().contains(u"L CC"_s));
    QVERIFY(viewport(3)->text().contains(u"L MLO"_s));
    for (const int empty : {0, 2}) {
        QVERIFY(!viewport(empty)->isLoaded());
        QVERIFY2(viewport(empty)->noteText().startsWith(u"No R"_s), qPrintable(viewport(empty)->noteText()));
    }
    grid()->setMaximised(true);
    grid()->setMaximised(false);
    QCoreApplication::processEvents();
    QVERIFY2(!viewport(2)->isLoaded(), "another image would be taken for the right breast");

    PanelFixture::press(Qt::Key_2,
                        Qt::ControlModifier | Qt::AltModifier); // another layout is not the protocol's
    QTRY_VERIFY(viewport(0)->isLoaded() && viewport(1)->isLoaded());
}

void TestHanging::theScoutIsNotWhatOneSeesFirst_data()
{
    QTest::addColumn<QString>("modality");
    QTest::newRow("by a protocol") << u"CT"_s;
    QTest::newRow("without one") << u"MR"_s;
}

void TestHanging::theScoutIsNotWhatOneSeesFirst()
{
    QFETCH(QString, modality);
    auto slices = chest(u"2"_s, u"2.25.1"_s, u"2026-11-22"_s);
    slices.modality = modality;
    auto scout = slices;
    scout.seriesInstanceUid = u"2.25.99"_s;
    scout.instances.resize(2);
    for (auto &instance : scout.instances)
        instance.role = workflow::ImageRole::Localizer;

    open({scout, slices}, 540);

    QTRY_VERIFY2(viewport(0)->sliceText().endsWith(u"/9"_s), qPrintable(viewport(0)->sliceText()));
}

void TestHanging::aWindowByPercentilesComesWithTheProtocol()
{
    auto data = viewer::readViewerData(f->desk.resourceFolder());
    viewer::ViewerPreset preset;
    preset.id = u"most"_s;
    preset.percentiles = {10, 90};
    data.presets.push_back(preset);
    auto protocol = data.protocols.front();
    protocol.id = u"by-percentiles"_s;
    protocol.modalities = {u"CT"_s};
    protocol.bodyParts = {u"CHEST"_s};
    protocol.priors = 1;
    protocol.layout = {1, 2};
    protocol.viewports = {{.preset = preset.id}};
    data.protocols = {protocol};
    f->data = std::make_shared<viewer::ViewerData>(data);

    open(withPrior(), 1300);

    QCOMPARE(grid()->gridSize().code(), u"1x2"_s);
    const auto *stack = f->panel->findChild<viewer::ActiveView *>()->stack();
    const auto wanted = preset.windowOn(*stack->frame());
    QVERIFY(wanted);
    QVERIFY(*wanted != imaging::defaultWindow(*stack->frame()));
    QCOMPARE(stack->display().window, *wanted);
}

void TestHanging::saysWhyThisOne()
{
    open(withPrior(), 1300);

    const auto *hanging = f->panel->findChild<viewer::Hanging *>();
    QVERIFY2(hanging->whyText().contains(u"CT of CHEST, with 1 prior"_s), qPrintable(hanging->whyText()));
    QVERIFY(hanging->menu()->toolTip().contains(u"CT of CHEST"_s));
}

void TestHanging::priorsAreMarked()
{
    open(withPrior(), 1300);

    QVERIFY(!viewport(0)->text().contains(u"PRIOR"_s));
    QVERIFY(viewport(1)->text().contains(u"PRIOR 2026-03-22 (8 months before)"_s));
}

/// Of 270 px, as two rows of a side panel have.
void TestHanging::aPriorIsSaidWholeInALowViewport()
{
    auto series = withPrior();
    for (auto &each : series)
        each.seriesDescription = u"Thin slices, soft tissue kernel, venous phase"_s;
    open(series, 1300);
    f->panel->resize(549, 650);
    PanelFixture::press(Qt::Key_4, Qt::ControlModifier | Qt::AltModifier);
    const auto *prior = viewport(0)->text().contains(u"PRIOR"_s) ? viewport(0) : viewport(1);
    QTRY_VERIFY(prior->text().contains(u"PRIOR 2026-03-22 (8 months before)"_s));
    QTRY_VERIFY(prior->height() < 290 && prior->width() < 280);

    const auto texts = prior->corners();
    QVERIFY(texts.whole.contains(prior->statusText(viewer::Viewport::Status::Prior)));
    if (qEnvironmentVariableIsSet("SIMIAO_GRABS"))
        f->panel->grab().save(qEnvironmentVariable("SIMIAO_GRABS") + u"/prior-low.png"_s);
}

/// As wide as the panel is in a window of 1366 x 768.
void TestHanging::twoViewportsOfASmallScreenAreEnough()
{
    open(withPrior(), 549);

    QCOMPARE(grid()->gridSize().code(), u"1x2"_s);
    QVERIFY(viewport(1)->text().contains(u"PRIOR 2026-03-22"_s));
}

void TestHanging::aWiderPanelIsHungAgain()
{
    open(withPrior(), 540);
    QCOMPARE(grid()->gridSize().code(), u"1x1"_s);

    f->panel->resize(1300, 700);
    QTRY_COMPARE(grid()->gridSize().code(), u"2x2"_s);
    QTRY_VERIFY(viewport(1)->text().contains(u"PRIOR 2026-03-22"_s));

    f->panel->resize(540, 700);
    QTRY_COMPARE(grid()->gridSize().code(), u"1x1"_s);
}

void TestHanging::whatSomebodyChoseStaysInAWiderPanel()
{
    open(withPrior(), 540);
    PanelFixture::press(Qt::Key_Left); // the prior

    f->panel->resize(1300, 700);

    QTRY_VERIFY(grid()->width() > 1200);
    QCoreApplication::processEvents();
    QCOMPARE(grid()->gridSize().code(), u"1x1"_s);
    QVERIFY(viewport(0)->text().contains(u"STUDY OF 2026-03-22"_s));
}

void TestHanging::aStudyOfAnotherKindIsNoPrior()
{
    auto breast = chest(u"1"_s, u"2.25.1"_s, u"2026-11-20"_s);
    breast.modality = u"MG"_s;
    breast.bodyPart = u"BREAST"_s;
    open({breast, chest(u"2"_s, u"2.25.2"_s, u"2026-11-22"_s)}, 1300);
    PanelFixture::press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(viewport(0)->text().contains(u"2026-11-2"_s) && viewport(1)->isLoaded());

    QVERIFY(!viewport(0)->text().contains(u"PRIOR"_s));
    QVERIFY(!viewport(1)->text().contains(u"PRIOR"_s));
}

void TestHanging::anEarlierStudyAloneNamesTheLatest()
{
    open(withPrior(), 540);
    QVERIFY(!viewport(0)->text().contains(u"LATEST"_s));

    PanelFixture::press(Qt::Key_Left);

    QTRY_VERIFY(viewport(0)->text().contains(u"STUDY OF 2026-03-22. LATEST: 2026-11-22"_s));
}

void TestHanging::theStudyThatIsLookedAtIsHung()
{
    std::vector<workflow::ImageSeries> series{chest(u"0"_s, u"2.25.1"_s, u"2024-03-22"_s),
                                              chest(u"1"_s, u"2.25.2"_s, u"2025-03-22"_s)};
    auto mr = chest(u"3"_s, u"2.25.2"_s, u"2026-11-22"_s);
    mr.studyInstanceUid = u"2.25.3"_s;
    mr.modality = u"MR"_s;
    series.push_back(mr);
    source->places[u"/ct"_s] = series;
    f->open({u"/ct"_s}, {u"2.25.1"_s, u"2.25.2"_s, u"2.25.3"_s}, {700, 700});
    QTRY_VERIFY(viewport(0)->text().contains(u"2026-11-22"_s));
    PanelFixture::press(Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
    PanelFixture::press(Qt::Key_Left);
    QTRY_VERIFY(viewport(0)->text().contains(u"2025-03-22"_s));

    PanelFixture::press(Qt::Key_P, Qt::ShiftModifier);
    auto *list = f->panel->findChild<QMenu *>(u"imaging.protocols"_s);
    QTRY_VERIFY(list->isVisible());
    auto *prior = list->findChild<QAction *>(u"imaging.hanging.ct-2-prior"_s);
    QVERIFY(prior && prior->isEnabled());
    list->setActiveAction(prior);
    QTest::keyClick(list, Qt::Key_Return);

    QTRY_COMPARE(grid()->gridSize().code(), u"1x2"_s);
    QTRY_VERIFY(viewport(0)->text().contains(u"2025-03-22"_s));
    QTRY_VERIFY(viewport(1)->text().contains(u"PRIOR 2024-03-22 (12 months before)"_s));
}

void TestHanging::aLayoutIsRememberedForTheModality()
{
    open({chest(u"1"_s, u"2.25.1"_s, u"2026-03-22"_s)}, 540);
    auto *hanging = f->panel->findChild<viewer::Hanging *>();
    PanelFixture::press(Qt::Key_4, Qt::ControlModifier | Qt::AltModifier);

    QCOMPARE(hanging->memory().of(u"CT"_s), (viewer::GridSize{2, 2}));
    QCOMPARE(hanging->memory().toText(), u"CT=2x2"_s);
}

void TestHanging::badFilesAreSaid()
{
    auto data = std::make_shared<viewer::ViewerData>();
    data->faults.push_back({ErrorKind::Invalid, u"resources.shape"_s, u"hanging/x.json: layout"_s});
    workflow::VisitRecord record;
    record.patient = f->patient();
    f->visit = std::make_unique<sdk::Visit>(&f->desk, record);

    const viewer::ImagingPanel panel(f->visit.get(), std::make_shared<viewer::FrameCache>(), data);

    QCOMPARE(f->desk.lastErrorCode(), u"resources.shape"_s);
    QCOMPARE(f->desk.errors.last().detail, u"hanging/x.json: layout"_s);
}

void TestHanging::smallPicturesAreShownByKey()
{
    open(withPrior(), 540);
    auto *strip = f->panel->findChild<viewer::SeriesStrip *>();
    QVERIFY(!strip->isVisible());

    PanelFixture::press(Qt::Key_V);

    QVERIFY(strip->isVisible());
    QCOMPARE(strip->model()->rowCount(), 2);
    const QAbstractItemModelTester tester(strip->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    PanelFixture::press(Qt::Key_V);
    QVERIFY(!strip->isVisible());
}

void TestHanging::aSmallPictureIsMadeOfTheMiddle()
{
    open(withPrior(), 540);
    PanelFixture::press(Qt::Key_V);
    const auto *tiles = f->panel->findChild<viewer::SeriesTiles *>();

    QTRY_VERIFY(!tiles->index(0).data(Qt::DecorationRole).value<QImage>().isNull());

    const auto image = tiles->index(0).data(Qt::DecorationRole).value<QImage>();
    QCOMPARE(image.size(), QSize(128, 128));
    QVERIFY(source->asked.contains(u"1.4"_s));
}

void TestHanging::smallPicturesSayWhatIsLoaded()
{
    open(withPrior(), 540);
    PanelFixture::press(Qt::Key_V);
    const auto *tiles = f->panel->findChild<viewer::SeriesTiles *>();

    QTRY_COMPARE(tiles->index(1).data(viewer::SeriesTiles::LoadedRole).toInt(), 9);
    QCOMPARE(tiles->index(1).data(viewer::SeriesTiles::CountRole).toInt(), 9);
    QVERIFY(tiles->index(0).data(viewer::SeriesTiles::PriorRole).toBool());
    QVERIFY(!tiles->index(1).data(viewer::SeriesTiles::PriorRole).toBool());
}

void TestHanging::aSeriesIsChosenFromTheSmallPictures()
{
    open(withPrior(), 540);
    PanelFixture::press(Qt::Key_V);
    auto *strip = f->panel->findChild<viewer::SeriesStrip *>();
    strip->setFocus();

    PanelFixture::press(Qt::Key_Left);
    PanelFixture::press(Qt::Key_Return);

    QTRY_VERIFY(viewport(0)->text().contains(u"2026-03-22"_s));
}

void TestHanging::theMemoryOfImagesHasAMeter()
{
    open(withPrior(), 540);

    const auto *meter = f->panel->findChild<QWidget *>(u"imaging.memory"_s);
    QVERIFY(meter && meter->isVisible());
    QVERIFY(meter->property("text").toString().contains(u"of 256 MB"_s));
    QCOMPARE(meter->toolTip(), ui::plainToolTip(meter->property("text").toString()));
}

/// CT values that are no Hounsfield units, as the key of the same window has it.
void TestHanging::aWindowForAnotherUnitIsNotTaken()
{
    source->make = [](const workflow::ImageInstance &instance) {
        const auto plain = test::aPlacedFrame(instance);
        auto facts = plain->facts();
        facts.modality.unit = u"OD"_s;
        return *imaging::Frame::create(facts, {plain->bytes().begin(), plain->bytes().end()});
    };
    auto data = viewer::readViewerData(f->desk.resourceFolder());
    auto protocol = data.protocols.front();
    protocol.id = u"by-unit"_s;
    protocol.modalities = {u"CT"_s};
    protocol.bodyParts = {u"CHEST"_s};
    protocol.priors = 1;
    protocol.layout = {1, 2};
    protocol.viewports = {{.preset = u"lung"_s}};
    data.protocols = {protocol};
    f->data = std::make_shared<viewer::ViewerData>(data);

    open(withPrior(), 1300);

    QCOMPARE(grid()->gridSize().code(), u"1x2"_s);
    const auto *stack = f->panel->findChild<viewer::ActiveView *>()->stack();
    QCOMPARE(stack->display().window, imaging::defaultWindow(*stack->frame()));
}

QTEST_MAIN(TestHanging)
#include "test_hanging.moc"
