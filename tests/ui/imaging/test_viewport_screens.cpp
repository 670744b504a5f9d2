#include "imaging/models/screen_memory.h"
#include "imaging/views/image_cells.h"
#include "imaging/views/viewport_screens.h"
#include "panel_fixture.h"
#include "placed_series.h"
#include "ui/shell/several_screens.h"

#include <QLabel>
#include <QMenu>
#include <QScreen>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::FakeImageSource;
using test::PanelFixture;
using viewer::ViewportScreens;

namespace {

/// A main window on the first of three screens, and in it the page of a visit with its panel of images.
struct Room
{
    explicit Room(const std::vector<workflow::ImageSeries> &series)
        : source(std::make_shared<FakeImageSource>())
    {
        source->make = test::aPlacedFrame;
        source->places[u"/ct"_s] = series;
        desk.imageSource = source;
        desk.kind = sdk::ProfileKind::Training;
        workflow::VisitRecord record;
        record.patient = desk.world().patient;
        diagnostics::ImagingStudy study;
        study.studyInstanceUid = u"2.25.1"_s;
        study.endpoint = u"/ct"_s;
        record.studies = {study};
        visit = std::make_unique<sdk::Visit>(&desk, record);
        window.resize(900, 700);
        auto *column = new QVBoxLayout(&window);
        page = new QWidget;
        column->addWidget(page);
        auto *inPage = new QVBoxLayout(page);
        panel = new viewer::ImagingPanel(visit.get(), std::make_shared<viewer::FrameCache>(), nullptr, page);
        inPage->addWidget(panel);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
        panel->setFocus();
        if (!QTest::qWaitFor([this] { return viewport(0)->isLoaded(); }, test::kComesWithinMs))
            qFatal("no image");
    }

    viewer::Viewport *viewport(int index) const
    {
        return panel->findChild<viewer::ImageCells *>()->at(index).viewport;
    }
    ViewportScreens *screens() const { return panel->findChild<ViewportScreens *>(); }
    QScreen *screenNamed(const QString &name) const
    {
        for (auto *screen : QGuiApplication::screens()) {
            if (screen->name() == name)
                return screen;
        }
        return nullptr;
    }
    void moveOut() const { screens()->moveOut(screenNamed(u"right"_s)); }

    test::FakeDesk desk;
    std::shared_ptr<FakeImageSource> source;
    std::unique_ptr<sdk::Visit> visit;
    QWidget window;
    QWidget *page = nullptr;
    viewer::ImagingPanel *panel = nullptr;
};

std::vector<workflow::ImageSeries> twoSeries(const administration::Patient &patient)
{
    return {test::aPlacedSeries(u"1"_s, test::Lie::Axial, 0, 1, 41, patient),
            test::aPlacedSeries(u"2"_s, test::Lie::Axial, 0, 5, 9, patient)};
}

} // namespace

/// A desk with two more screens.
class TestViewportScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::applyTheme(*qApp, {});
        QCOMPARE(QGuiApplication::screens().size(), 3);
        patient = test::FakeDesk().world().patient;
    }

    void aViewportGoesToTheChosenScreenAndBack()
    {
        Room room(twoSeries(patient));
        auto *viewport = room.viewport(0);
        viewport->setFocus();
        PanelFixture::press(Qt::Key_Y, Qt::ShiftModifier);
        auto *list = room.panel->findChild<QMenu *>(u"imaging.screens"_s);
        QVERIFY(list->isVisible());
        QCOMPARE(list->actions().size(), 2);
        QVERIFY(list->actions().back()->text().startsWith(u"right"_s));
        list->actions().back()->trigger();
        list->close();

        auto *window = room.screens()->window(0);
        QVERIFY(window && window->isVisible());
        QCOMPARE(viewport->window(), window);
        QCOMPARE(window->screen()->name(), u"right"_s);
        QTRY_COMPARE(QApplication::focusWidget(), viewport);
        if (qEnvironmentVariableIsSet("SIMIAO_GRABS")) {
            window->grab().save(qEnvironmentVariable("SIMIAO_GRABS") + u"/screen-window.png"_s);
            room.window.grab().save(qEnvironmentVariable("SIMIAO_GRABS") + u"/screen-panel.png"_s);
        }

        PanelFixture::press(Qt::Key_Y, Qt::ShiftModifier); // by the same key, from there

        QCOMPARE(viewport->window(), &room.window);
        QVERIFY(!room.screens()->window(0));
        QVERIFY(viewport->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), viewport);
    }

    void itsWindowNamesThePatientAndTheTraining()
    {
        Room room(twoSeries(patient));
        room.moveOut();

        const auto *window = room.screens()->window(0);
        QCOMPARE(window->findChild<ui::PatientBanner *>()->patient().mrn, patient.mrn);
        QVERIFY(window->text().startsWith(patient.name));
        QVERIFY(!window->windowTitle().contains(patient.name));
        const auto mark = sdk::profileMark(sdk::ProfileKind::Training);
        bool isMarked = false;
        for (const auto *label : window->findChildren<QLabel *>())
            isMarked = isMarked || label->text() == mark;
        QVERIFY(isMarked);
    }

    /// Contrast medium is ordered while looking at images: what she does not tolerate stands above them too.
    void itsWindowSaysTheAllergiesAsTheBannerDoes()
    {
        Room room(twoSeries(patient));
        room.moveOut();
        const auto *window = room.screens()->window(0);
        const auto *banner = window->findChild<ui::PatientBanner *>();
        QVERIFY2(window->text().contains(u"No known allergies"_s), qPrintable(window->text()));

        clinical::AllergyIntolerance allergy;
        allergy.substance = u"碘海醇"_s;
        allergy.substanceEn = u"Iohexol"_s;
        allergy.criticality = clinical::Criticality::High;
        room.visit->setAllergies(patient, {allergy});

        QCOMPARE(banner->patient().badges.size(), 1);
        QCOMPARE(banner->patient().badges.front().severity, ui::Severity::Block);
        QVERIFY2(window->text().contains(u"Allergy: Iohexol"_s), qPrintable(window->text()));
    }

    void aSeriesHasASecondViewInThePanel()
    {
        auto series = twoSeries(patient);
        series.pop_back();
        Room room(series);
        room.viewport(0)->setFocus();
        room.moveOut();
        auto *away = room.viewport(0);
        QTRY_COMPARE(QApplication::focusWidget(), away);
        const auto slice = away->sliceText();

        PanelFixture::press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);

        QTRY_VERIFY(room.viewport(1)->isLoaded());
        QCOMPARE(room.viewport(1)->seriesText(), away->seriesText());
        PanelFixture::press(Qt::Key_Right, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget(), room.viewport(1));
        PanelFixture::press(Qt::Key_Home);
        QTRY_COMPARE(room.viewport(1)->sliceText(), u"1/41"_s);
        QCOMPARE(away->sliceText(), slice);
    }

    void itSaysThatTheImagesAreAnothers()
    {
        auto other = patient;
        other.name = u"李四"_s;
        other.mrn = u"999"_s;
        Room room({test::aPlacedSeries(u"1"_s, test::Lie::Axial, 0, 1, 41, other)});
        room.moveOut();

        const auto *window = room.screens()->window(0);
        QVERIFY2(window->text().contains(u"Images of another patient"_s), qPrintable(window->text()));
        QVERIFY(window->findChild<ui::NoticeLine *>(u"imaging.viewportWindow.identity"_s)->isVisible());
    }

    void toolsAndKeysWorkInIt()
    {
        Room room(twoSeries(patient));
        auto *viewport = room.viewport(0);
        viewport->setFocus();
        room.moveOut();
        QTRY_COMPARE(QApplication::focusWidget(), viewport);
        const auto slice = viewport->sliceText();

        PanelFixture::press(Qt::Key_Down);
        QTRY_VERIFY(viewport->sliceText() != slice);
        PanelFixture::press(Qt::Key_L); // a key of the panel
        PanelFixture::press(Qt::Key_Return);
        PanelFixture::press(Qt::Key_Right, Qt::ShiftModifier);
        PanelFixture::press(Qt::Key_Return);
        QCOMPARE(viewport->measureText(), u"Length: 10.0 mm, by pixel spacing"_s);
        PanelFixture::press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(viewport->measureText().isEmpty());
    }

    void itScrollsWithTheOthers()
    {
        Room room(twoSeries(patient));
        room.viewport(0)->setFocus();
        PanelFixture::press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(room.viewport(1)->isLoaded());
        PanelFixture::press(Qt::Key_S, Qt::ShiftModifier);
        room.moveOut();
        auto *left = room.viewport(0);
        QCOMPARE(left->window(), room.screens()->window(0));
        QTRY_COMPARE(QApplication::focusWidget(), left);
        // The one that is left has all of the panel.
        QVERIFY(room.viewport(1)->width() > room.panel->width() - 20);

        PanelFixture::press(Qt::Key_Home);
        QTRY_COMPARE(room.viewport(1)->sliceText(), u"1/9"_s);
        PanelFixture::press(Qt::Key_Right, Qt::ControlModifier); // the viewport beside, in the other window
        QTRY_COMPARE(QApplication::focusWidget(), room.viewport(1));
        PanelFixture::press(Qt::Key_PageDown);
        QTRY_COMPARE(left->sliceText(), u"41/41"_s);
    }

    void nobodySeesItBesideAnotherVisit()
    {
        Room room(twoSeries(patient));
        room.moveOut();
        auto *window = room.screens()->window(0);
        QVERIFY(window->isVisible());

        room.page->hide(); // another visit, or a locked session
        QVERIFY(!window->isVisible());
        room.page->show();
        QVERIFY(window->isVisible());
        room.window.hide();
        QVERIFY(!window->isVisible());
    }

    void itGoesWithItsVisit()
    {
        Room room(twoSeries(patient));
        room.viewport(0)->setFocus();
        room.moveOut();
        const QPointer<viewer::ViewportWindow> window = room.screens()->window(0);
        const QPointer<viewer::Viewport> viewport = room.viewport(0);
        QTRY_COMPARE(QApplication::focusWidget(), viewport);

        delete room.panel;

        QVERIFY(!window);
        QVERIFY(!viewport);
    }

    void itIsBackWhenItsScreenIsGone()
    {
        Room room(twoSeries(patient));
        room.moveOut();
        Q_EMIT qApp->screenRemoved(room.screenNamed(u"left"_s));
        QVERIFY(room.screens()->window(0)); // not its own

        Q_EMIT qApp->screenRemoved(room.screenNamed(u"right"_s));

        QVERIFY(!room.screens()->window(0));
        QCOMPARE(room.viewport(0)->window(), &room.window);
        QVERIFY(room.viewport(0)->noteText().contains(u"screen is gone"_s));
    }

    void closingItsWindowBringsItBack()
    {
        Room room(twoSeries(patient));
        room.moveOut();

        room.screens()->window(0)->close();

        QCOMPARE(room.viewport(0)->window(), &room.window);
    }

    void aSmallerLayoutBringsItBack()
    {
        Room room(twoSeries(patient));
        room.viewport(0)->setFocus();
        PanelFixture::press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
        PanelFixture::press(Qt::Key_Right, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget(), room.viewport(1));
        room.moveOut();
        QVERIFY(room.screens()->window(1));

        room.panel->findChild<viewer::ViewportGrid *>()->setGridSize({1, 1});

        QVERIFY(!room.screens()->window(1));
        QCOMPARE(room.viewport(1)->window(), &room.window);
    }

    void theChoiceIsRememberedForTheseScreens()
    {
        const QStringList desk{u"DP-1 (DELL; U2720Q)"_s, u"eDP-1"_s};
        viewer::ScreenMemory memory;
        QVERIFY(memory.remember(desk, desk[0]));
        QVERIFY(!memory.remember({desk[1], desk[0]}, desk[0])); // in whatever order
        QVERIFY(memory.remember({u"HDMI-1"_s}, u"HDMI-1"_s));

        const auto back = viewer::ScreenMemory::fromText(memory.toText());

        QCOMPARE(back.of(desk), desk[0]);
        QCOMPARE(back.of({u"HDMI-1"_s}), u"HDMI-1"_s);
        QVERIFY(!back.of({u"HDMI-2"_s}));
        for (int i = 0; i < 20; ++i)
            memory.remember({QString::number(i)}, u"x"_s);
        QVERIFY(!memory.of(desk));
        QVERIFY(memory.toText().size() < 1000);

        Room room(twoSeries(patient));
        room.moveOut();
        QStringList names;
        for (const auto *screen : QGuiApplication::screens())
            names.append(viewer::nameOf(screen));
        QCOMPARE(room.screens()->memory().of(names), u"right"_s);
        room.screens()->bringBack(0);
        room.screens()->action()->trigger();
        auto *list = room.panel->findChild<QMenu *>(u"imaging.screens"_s);
        QVERIFY(list->activeAction() && list->activeAction()->text().startsWith(u"right"_s));
        list->close();
    }

private:
    administration::Patient patient;
};

int main(int argc, char *argv[])
{
    const QTemporaryDir folder;
    qputenv("QT_QPA_PLATFORM",
            test::offscreenWith(folder.filePath(u"screens.json"_s), {u"desk"_s, u"left"_s, u"right"_s},
                                {1366, 768}));
    QApplication application(argc, argv);
    TestViewportScreens test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_viewport_screens.moc"
