#include "fake_image_source.h"
#include "fake_imaging_objects.h"
#include "imaging/models/known_objects.h"
#include "imaging/views/image_cells.h"
#include "panel_fixture.h"

#include <QMenu>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::FakeImageSource;
using test::FakeImagingObjects;
using test::PanelFixture;
using workflow::ImagingObject;
using workflow::ImagingObjectKind;

namespace {

const QString kSeries = u"1.2.3"_s;
const QString kNamed = u"1.2.3.1"_s; ///< second slice of aSeries()

/// For the second slice: window 0 … 100, inverted, a quarter turn, all but the last column.
imaging::PresentationState aState()
{
    imaging::PresentationState state;
    state.label = u"NODULE"_s;
    state.creator = u"林放"_s;
    state.images = {{.seriesInstanceUid = kSeries, .sopInstanceUid = kNamed}};
    state.voi = {{.value = {.windows = {imaging::windowOver(0, 100)}}}};
    state.isInverse = true;
    state.turn = {.quarters = 1};
    state.shutter.shapes.rectangle = imaging::Shutter::Rectangle{.right = 6, .bottom = 7};
    imaging::GraphicAnnotation annotation{.layer = u"L"_s};
    annotation.texts = {{.text = u"see here"_s, .anchor = imaging::TextAnchor{.point = {2, 2}}}};
    state.annotations = {{.value = annotation}};
    return state;
}

imaging::Report keyObjects(const QString &sopInstanceUid)
{
    using imaging::ContentItem;
    using imaging::ContentType;
    imaging::Report report;
    report.root = {.type = ContentType::Container, .name = {u"113000"_s, u"DCM"_s, u"Of Interest"_s}};
    ContentItem image{.relationship = u"CONTAINS"_s, .type = ContentType::Image};
    image.reference = {.sopInstanceUid = sopInstanceUid};
    report.root.children = {image};
    return report;
}

/// The yellow of lines that are not selected.
bool hasInkOfMeasurements(const QImage &image)
{
    const QColor ink(0xFF, 0xD2, 0x4A);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const auto pixel = image.pixelColor(x, y);
            if (std::abs(pixel.red() - ink.red()) + std::abs(pixel.green() - ink.green())
                    + std::abs(pixel.blue() - ink.blue())
                < 12)
                return true;
        }
    }
    return false;
}

ImagingObject anObject(ImagingObjectKind kind, const QString &uid)
{
    ImagingObject object;
    object.kind = kind;
    object.studyInstanceUid = u"2.25.1"_s;
    object.seriesInstanceUid = uid + u".1"_s;
    object.sopInstanceUid = uid;
    object.created = u"2026-11-20T10:00:00"_s;
    return object;
}

/// A plane of one pixel.
imaging::OverlayPlane pixelAt(int group, int column, int row)
{
    return {
        .rows = 1, .columns = 1, .originRow = row, .originColumn = column, .isOn = {true}, .group = group};
}

} // namespace

/// What presentation states and key objects say of pictures, in the viewport itself.
class TestPresented : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void aStateIsAppliedInTheViewport();
    void itIsOfThePicturesItNamesAlone();
    void theListBeginsWithNone();
    void theDisplayedAreaFillsTheView();
    void whatTheStateLeavesOutIsCutUntilSomebodyLooksForIt();
    void aWindowOfOnesOwnGoesOverIt();
    void aMeasurementThatTheStateHoldsIsDrawnOnce();
    void itsOverlaysAreSeen();
    void anotherSeriesIsNotOffered();
    void keyImagesAreMarkedAndLeafedTo();

private:
    void open(const imaging::PresentationState &state);
    viewer::Viewport *viewport() const { return m_fixture->viewport(); }
    QAction *command(const char *id) const { return m_fixture->desk.commands[QLatin1String(id)]; }
    /// Grey of the viewport at a place of the picture.
    int greyAt(const imaging::ImagePoint &place) const
    {
        const auto at = viewport()->mapping().toView(place).toPoint();
        return qGray(viewport()->grab().toImage().pixel(at));
    }

    std::shared_ptr<FakeImageSource> m_source;
    std::shared_ptr<FakeImagingObjects> m_objects;
    std::unique_ptr<PanelFixture> m_fixture;
};

void TestPresented::init()
{
    m_fixture.reset();
    m_source = std::make_shared<FakeImageSource>();
    m_objects = std::make_shared<FakeImagingObjects>();
    m_fixture = std::make_unique<PanelFixture>(m_source);
    m_fixture->desk.objects = m_objects;
}

/// Three slices of 8 x 8 pixels of 40 HU; the second one is shown.
void TestPresented::open(const imaging::PresentationState &state)
{
    m_source->places[u"/ct"_s] = std::vector{test::aSeries(kSeries, 3, m_fixture->patient())};
    m_objects->places[u"/ct"_s].push_back(anObject(ImagingObjectKind::PresentationState, u"9.1"_s));
    m_objects->contents.insert({u"9.1"_s, state});
    m_fixture->open({u"/ct"_s});
    QTRY_VERIFY(viewport()->isLoaded());
    viewport()->setFocus();
}

void TestPresented::aStateIsAppliedInTheViewport()
{
    open(aState());
    QTRY_VERIFY(command("imaging.nextPresentation")->isEnabled());
    QCOMPARE(viewport()->presentationText(), QString());
    QCOMPARE(viewport()->windowText(), u"W 400 L 40"_s);

    PanelFixture::press(Qt::Key_G, Qt::AltModifier);

    const auto words = viewport()->presentationText();
    QVERIFY2(words.contains(u"NODULE"_s) && words.contains(u"林放"_s), qPrintable(words));
    QVERIFY(words.contains(u"see here"_s));
    QVERIFY(viewport()->text().contains(u"NODULE"_s)); // in sight
    QCOMPARE(viewport()->turn(), (imaging::Turn{.quarters = 1}));
    // 40 HU within 0 … 100, inverted; the last column is behind the shutter.
    QCOMPARE(greyAt({5, 5}), 153);
    QCOMPARE(greyAt({7, 5}), 0);
    if (qEnvironmentVariableIsSet("SIMIAO_GRABS"))
        m_fixture->panel->grab().save(qEnvironmentVariable("SIMIAO_GRABS") + u"/presented.png"_s);

    // Behind the last comes none: the picture is the image's own again.
    PanelFixture::press(Qt::Key_G, Qt::AltModifier);
    QCOMPARE(viewport()->presentationText(), QString());
    QVERIFY(viewport()->turn().isIdentity());
    QCOMPARE(viewport()->windowText(), u"W 400 L 40"_s);
    QVERIFY(greyAt({7, 5}) > 0);
}

void TestPresented::itIsOfThePicturesItNamesAlone()
{
    open(aState());
    QTRY_VERIFY(command("imaging.nextPresentation")->isEnabled());
    PanelFixture::press(Qt::Key_G, Qt::AltModifier);
    QVERIFY(!viewport()->turn().isIdentity());

    PanelFixture::press(Qt::Key_Down);

    QTRY_COMPARE(viewport()->sliceText(), u"3/3"_s);
    QVERIFY(viewport()->turn().isIdentity());
    QCOMPARE(viewport()->windowText(), u"W 400 L 40"_s);
    QVERIFY(viewport()->text().contains(u"NOT APPLIED"_s));
    QVERIFY(!viewport()->presentationText().contains(u"see here"_s));
    PanelFixture::press(Qt::Key_Up);
    QTRY_COMPARE(viewport()->sliceText(), u"2/3"_s);
    QVERIFY(!viewport()->turn().isIdentity());
    QVERIFY(!viewport()->text().contains(u"NOT APPLIED"_s));
}

void TestPresented::theListBeginsWithNone()
{
    open(aState());
    QTRY_VERIFY(command("imaging.presentations")->isEnabled());

    PanelFixture::press(Qt::Key_G, Qt::ShiftModifier);

    auto *list = m_fixture->panel->findChild<QMenu *>(u"imaging.presentations.list"_s);
    QTRY_VERIFY(list->isVisible());
    const auto entries = list->actions();
    QCOMPARE(entries.size(), 3); // none, a line, the state
    QVERIFY(entries[0]->text().startsWith(u"None"_s));
    QVERIFY(entries[0]->isChecked());
    QCOMPARE(entries[2]->text(), u"NODULE · 林放"_s);
    entries[2]->trigger();
    list->hide();
    QVERIFY(!viewport()->presentationText().isEmpty());
    QVERIFY(command("imaging.presentations")->isChecked());
    command("imaging.noPresentation")->trigger();
    QVERIFY(viewport()->presentationText().isEmpty());
}

/// As large as it fits, its middle in the middle; until somebody moves the picture, whatever the size of the view.
void TestPresented::theDisplayedAreaFillsTheView()
{
    auto state = aState();
    state.areas = {{.value = {.left = 2, .top = 0, .right = 5, .bottom = 3}}};
    open(state);
    QTRY_VERIFY(command("imaging.nextPresentation")->isEnabled());
    const auto isPlaced = [this, &state] {
        const auto placed =
            imaging::placed(state.areas[0].value, state.turn, viewport()->width(), viewport()->height());
        for (const auto &place : {imaging::ImagePoint{2, 0}, imaging::ImagePoint{5.5, 3.5}}) {
            const auto wanted = placed.toView.map(place);
            const auto is = viewport()->mapping().toView(place);
            if (QLineF(is, {wanted.column, wanted.row}).length() > 0.01)
                return false;
        }
        return true;
    };

    PanelFixture::press(Qt::Key_G, Qt::AltModifier);

    QVERIFY(isPlaced());
    m_fixture->panel->resize(700, 500);
    QTRY_VERIFY(viewport()->width() > 600);
    QVERIFY(isPlaced());
    PanelFixture::press(Qt::Key_Plus);
    QVERIFY(!isPlaced());
    PanelFixture::press(Qt::Key_R); // all of it back
    QVERIFY(isPlaced());
    QVERIFY(!viewport()->presentationText().isEmpty());
}

/// A part that is cut without a word is taken for the image.
void TestPresented::whatTheStateLeavesOutIsCutUntilSomebodyLooksForIt()
{
    auto state = aState();
    state.turn = {};
    state.areas = {{.value = {.left = 0, .top = 3, .right = 7, .bottom = 4}}};
    open(state);
    QTRY_VERIFY(command("imaging.nextPresentation")->isEnabled());
    QVERIFY(greyAt({4, 1}) > 0);

    PanelFixture::press(Qt::Key_G, Qt::AltModifier);

    QCOMPARE(greyAt({4, 3.5}), 153);
    QCOMPARE(greyAt({4, 2}), 0);
    QCOMPARE(greyAt({4, 5}), 0);
    QVERIFY(viewport()->text().contains(u"PART OF THE IMAGE"_s));
    m_fixture->panel->resize(700, 500);
    QTRY_VERIFY(viewport()->width() > 600);
    QCOMPARE(greyAt({4, 2}), 0);
    PanelFixture::press(Qt::Key_F); // all of the picture, as the state shows it otherwise
    QCOMPARE(greyAt({4, 2}), 153);
    QVERIFY(!viewport()->text().contains(u"PART OF THE IMAGE"_s));
    PanelFixture::press(Qt::Key_R);
    QCOMPARE(greyAt({4, 2}), 0);
}

void TestPresented::aWindowOfOnesOwnGoesOverIt()
{
    open(aState());
    QTRY_VERIFY(command("imaging.nextPresentation")->isEnabled());
    PanelFixture::press(Qt::Key_G, Qt::AltModifier);
    auto *stack = m_fixture->panel->findChild<viewer::ActiveView *>()->stack();

    stack->setWindow(imaging::windowOver(0, 200));

    QCOMPARE(greyAt({5, 5}), 204); // still inverted as the state says: 1 - 40/200
    stack->useDefaultWindow();
    QCOMPARE(greyAt({5, 5}), 153); // its own window is now the state's
}

void TestPresented::aMeasurementThatTheStateHoldsIsDrawnOnce()
{
    open(aState());
    for (const auto key :
         {Qt::Key_L, Qt::Key_Return, Qt::Key_Right, Qt::Key_Right, Qt::Key_Return, Qt::Key_Escape})
        PanelFixture::press(key);
    const auto &drawn = viewport()->tool()->shown();
    QCOMPARE(drawn.size(), std::size_t{1});
    const auto hasInk = [this] { return hasInkOfMeasurements(viewport()->grab().toImage()); };
    QVERIFY(hasInk());
    imaging::PresentationState saved;
    saved.images = aState().images;
    saved.annotations = {
        {.value = {.layer = u"L"_s,
                   .graphics = {{.points = drawn.front().points, .trackingId = drawn.front().id}}}}};
    m_objects->places[u"/ct"_s] = {anObject(ImagingObjectKind::PresentationState, u"9.5"_s)};
    m_objects->contents.insert({u"9.5"_s, saved});
    m_fixture->visit->setStudies(m_fixture->visit->record().studies);
    const auto *known = m_fixture->panel->findChild<viewer::KnownObjects *>();
    const auto series = test::aSeries(kSeries, 3);
    QTRY_VERIFY(known->statesOf(series).size() == 1 && known->statesOf(series).front()->label.isEmpty());

    PanelFixture::press(Qt::Key_G, Qt::AltModifier);

    QVERIFY(!viewport()->presentationText().isEmpty());
    QVERIFY(!hasInk());
    // Moved since, it is another thing than what was saved.
    PanelFixture::press(Qt::Key_Tab);
    for (const auto key : {Qt::Key_Return, Qt::Key_Up, Qt::Key_Return, Qt::Key_Escape})
        PanelFixture::press(key);
    QVERIFY(hasInk());
}

/// Of the image's two overlays the state activates one, and it brings one of its own.
void TestPresented::itsOverlaysAreSeen()
{
    auto facts = test::aFrame()->facts();
    facts.overlays = {pixelAt(0x6000, 1, 1), pixelAt(0x6002, 5, 1)};
    const auto whole = test::aFrame();
    m_source->picture = *imaging::Frame::create(facts, {whole->bytes().begin(), whole->bytes().end()});
    imaging::PresentationState state;
    state.images = {{.seriesInstanceUid = kSeries, .sopInstanceUid = kNamed}};
    state.voi = {{.value = {.windows = {imaging::windowOver(0, 400)}}}};
    state.overlays = {{.group = 0x6002, .layer = u"L"_s},
                      {.group = 0x6004, .layer = u"L"_s, .plane = pixelAt(0x6004, 1, 5)}};
    open(state);
    QTRY_VERIFY(command("imaging.nextPresentation")->isEnabled());
    constexpr int kMarked = 200; // of 255; the tissue is dark
    QVERIFY(greyAt({1, 1}) > kMarked);
    QVERIFY(greyAt({5, 1}) > kMarked);
    QVERIFY(greyAt({1, 5}) < kMarked);

    PanelFixture::press(Qt::Key_G, Qt::AltModifier);

    QVERIFY(greyAt({1, 1}) < kMarked);
    QVERIFY(greyAt({5, 1}) > kMarked);
    QVERIFY(greyAt({1, 5}) > kMarked);
}

void TestPresented::anotherSeriesIsNotOffered()
{
    auto state = aState();
    state.images[0].seriesInstanceUid = u"7.7.7"_s;
    auto later = anObject(ImagingObjectKind::KeyObjects, u"9.2"_s);
    later.created = u"2026-11-21T10:00:00"_s;
    m_objects->places[u"/ct"_s] = {later};
    m_objects->contents.insert({u"9.2"_s, keyObjects(kNamed)});

    open(state);

    // The key object is read behind the state, so that the state is known by now.
    QTRY_VERIFY(!viewport()->keySlices().isEmpty());
    QVERIFY(!command("imaging.nextPresentation")->isEnabled());
}

void TestPresented::keyImagesAreMarkedAndLeafedTo()
{
    m_objects->places[u"/ct"_s] = {anObject(ImagingObjectKind::KeyObjects, u"9.2"_s),
                                   anObject(ImagingObjectKind::KeyObjects, u"9.3"_s)};
    m_objects->contents.insert({u"9.2"_s, keyObjects(u"1.2.3.0"_s)});
    m_objects->contents.insert({u"9.3"_s, keyObjects(u"1.2.3.2"_s)});
    open(aState());
    QTRY_COMPARE(viewport()->keySlices(), (QSet<int>{0, 2}));
    QVERIFY(!viewport()->text().contains(u"KEY IMAGE"_s));

    PanelFixture::press(Qt::Key_PageDown, Qt::ControlModifier);

    QTRY_COMPARE(viewport()->sliceText(), u"3/3"_s);
    QVERIFY(viewport()->text().contains(u"KEY IMAGE"_s));
    if (qEnvironmentVariableIsSet("SIMIAO_GRABS"))
        m_fixture->panel->grab().save(qEnvironmentVariable("SIMIAO_GRABS") + u"/key-images.png"_s);
    PanelFixture::press(Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(viewport()->sliceText(), u"3/3"_s);
    QVERIFY(!viewport()->noteText().isEmpty()); // there is none behind it
    PanelFixture::press(Qt::Key_PageUp, Qt::ControlModifier);
    QTRY_COMPARE(viewport()->sliceText(), u"1/3"_s);
}

QTEST_MAIN(TestPresented)
#include "test_presented.moc"
