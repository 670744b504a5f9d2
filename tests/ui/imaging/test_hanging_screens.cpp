#include "imaging/models/viewer_data_reader.h"
#include "imaging/views/hanging.h"
#include "imaging/views/image_cells.h"
#include "imaging/views/viewport_screens.h"
#include "panel_fixture.h"
#include "placed_series.h"
#include "ui/shell/several_screens.h"

#include <QMenu>
#include <QScreen>
#include <QTemporaryDir>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::FakeImageSource;
using test::PanelFixture;

/// A desk with a second screen, and protocols that use it.
class TestHangingScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::applyTheme(*qApp, {});
        QCOMPARE(QGuiApplication::screens().size(), 2);
    }
    void init()
    {
        f.reset();
        source = std::make_shared<FakeImageSource>();
        source->make = test::aPlacedFrame;
        f = std::make_unique<PanelFixture>(source);
    }

    void aProtocolPutsThePriorOnTheOtherScreen()
    {
        open({});
        choose(u"ct-5-prior-screens"_s);

        QCOMPARE(grid()->gridSize().code(), u"1x2"_s);
        const auto *window = screens()->window(1);
        QVERIFY(window && window->isVisible());
        QCOMPARE(window->screen()->name(), u"right"_s);
        QCOMPARE(viewport(1)->window(), window);
        QTRY_VERIFY(viewport(1)->text().contains(u"PRIOR 2026-03-22"_s));
        QVERIFY(!screens()->window(0));
        QVERIFY2(viewport(0)->width() > grid()->width() - 10, "the panel is for what is left in it");
        QVERIFY(hanging()->whyText().contains(u"with 1 prior, on 2 screens"_s));

        // Linked, as the protocol says.
        QTRY_VERIFY(viewport(0)->isLoaded());
        PanelFixture::press(Qt::Key_Home);
        QTRY_COMPARE(viewport(1)->sliceText(), u"1/9"_s);
    }

    void severalShareTheOtherScreen()
    {
        auto wall = twoScreens();
        wall.layout = {2, 2};
        wall.viewports = {
            {}, {.series = {.prior = 1}, .screen = 2}, {}, {.series = {.prior = 1}, .screen = 2}};
        open(wall);
        choose(wall.id);

        const auto above = screens()->window(1)->geometry();
        const auto below = screens()->window(3)->geometry();
        const auto all = screenNamed(u"right"_s)->availableGeometry();
        QVERIFY(all.contains(above) && all.contains(below));
        QVERIFY(!above.intersects(below));
        QVERIFY(above.bottom() < below.top() && above.width() == all.width());
        QVERIFY2(viewport(0)->height() < grid()->height() / 2 && viewport(0)->width() > grid()->width() - 10,
                 "one above the other in the panel");
        grab(u"hung-two"_s);
    }

    /// Nobody knows who sits at a screen that was never chosen.
    void nothingOpensByItselfOnAScreenThatNobodyChose()
    {
        open(twoScreens());
        QCOMPARE(grid()->gridSize().code(), u"1x1"_s); // of the next best
        QVERIFY(screens()->away().isEmpty());
    }

    void itOpensByItselfOnceThatScreenWasChosen()
    {
        viewer::ScreenMemory memory;
        memory.remember(names(), u"right"_s);
        workflow::SettingRule rule;
        rule.key = u"imaging.screens"_s;
        rule.standard = memory.toText();
        f->desk.choices = workflow::Settings({rule}, {});
        open(twoScreens());

        QTRY_COMPARE(screens()->away(), QList<int>{1});
        QCOMPARE(screens()->window(1)->screen()->name(), u"right"_s);
    }

    void choosingSuchAProtocolChoosesTheScreen()
    {
        open({});
        QVERIFY(!screens()->isKnown());
        choose(u"ct-5-prior-screens"_s);
        QCOMPARE(screens()->memory().of(names()), u"right"_s);
    }

    void anotherProtocolBringsThemBack()
    {
        open({});
        choose(u"ct-5-prior-screens"_s);
        QCOMPARE(screens()->away(), QList<int>{1});

        choose(u"ct-2-prior"_s);

        QVERIFY(screens()->away().isEmpty());
        QCOMPARE(viewport(1)->window(), f->panel.get());
        QVERIFY(viewport(1)->isVisible());
        QVERIFY(viewport(0)->width() < grid()->width() * 3 / 4);
    }

    void whatSomebodyMovedStaysWhereItIs()
    {
        open({});
        choose(u"ct-2-prior"_s);
        screens()->moveOut(screenNamed(u"right"_s)); // the active one
        QCOMPARE(screens()->away(), QList<int>{0});

        choose(u"ct-2-prior"_s);
        QCOMPARE(screens()->away(), QList<int>{0});
    }

private:
    /// The CT of the patient beside its prior, the prior on screen 2; it goes before all others.
    viewer::HangingProtocol twoScreens() const
    {
        auto data = viewer::readViewerData(f->desk.resourceFolder());
        auto wall = data.protocols.front();
        wall.id = u"two-screens"_s;
        wall.modalities = {u"CT"_s};
        wall.priors = 1;
        wall.leastSeries = 1;
        wall.leastWidth = 0;
        wall.monitors = 2;
        wall.layout = {1, 2};
        wall.viewports = {{}, {.series = {.prior = 1}, .screen = 2}};
        return wall;
    }
    workflow::ImageSeries head(const QString &uid, const QString &study, const QString &date)
    {
        auto series = test::aPlacedSeries(uid, test::Lie::Axial, 0, 5, 9, f->patient());
        series.studyInstanceUid = study;
        series.studyDate = date;
        series.bodyPart = u"HEAD"_s;
        return series;
    }
    /// \param first  a protocol before those of the program
    void open(const std::optional<viewer::HangingProtocol> &first)
    {
        auto data = viewer::readViewerData(f->desk.resourceFolder());
        if (first)
            data.protocols.insert(data.protocols.begin(), *first);
        f->data = std::make_shared<viewer::ViewerData>(data);
        source->places[u"/ct"_s] = std::vector{head(u"1"_s, u"2.25.1"_s, u"2026-03-22"_s),
                                               head(u"2"_s, u"2.25.2"_s, u"2026-11-22"_s)};
        f->open({u"/ct"_s}, {u"2.25.1"_s, u"2.25.2"_s}, {500, 640});
        QTRY_VERIFY(viewport(0)->isLoaded());
        QTRY_VERIFY(viewport(0)->text().contains(u"2026-11-22"_s));
    }
    void choose(const QString &protocol)
    {
        f->panel->findChild<QAction *>(u"imaging.hanging"_s)->trigger();
        auto *list = f->panel->findChild<QMenu *>(u"imaging.protocols"_s);
        auto *action = list->findChild<QAction *>(u"imaging.hanging."_s + protocol);
        QVERIFY(action && action->isEnabled());
        list->close();
        action->trigger();
    }
    void grab(const QString &name) const
    {
        if (!qEnvironmentVariableIsSet("SIMIAO_GRABS"))
            return;
        const auto folder = qEnvironmentVariable("SIMIAO_GRABS");
        f->panel->grab().save(folder + u'/' + name + u"-panel.png"_s);
        for (const int cell : screens()->away())
            screens()->window(cell)->grab().save(folder + u"/%1-%2.png"_s.arg(name).arg(cell));
    }
    viewer::ViewportScreens *screens() const { return f->panel->findChild<viewer::ViewportScreens *>(); }
    viewer::Hanging *hanging() const { return f->panel->findChild<viewer::Hanging *>(); }
    viewer::ViewportGrid *grid() const { return f->panel->findChild<viewer::ViewportGrid *>(); }
    viewer::Viewport *viewport(int index) const
    {
        return f->panel->findChild<viewer::ImageCells *>()->at(index).viewport;
    }
    static QStringList names()
    {
        QStringList all;
        for (const auto *screen : QGuiApplication::screens())
            all.append(viewer::nameOf(screen));
        return all;
    }
    static QScreen *screenNamed(const QString &name)
    {
        const auto all = QGuiApplication::screens();
        const auto found = std::ranges::find(all, name, &QScreen::name);
        return found == all.end() ? nullptr : *found;
    }

    std::shared_ptr<FakeImageSource> source;
    std::unique_ptr<PanelFixture> f;
};

int main(int argc, char *argv[])
{
    const QTemporaryDir folder;
    qputenv("QT_QPA_PLATFORM",
            test::offscreenWith(folder.filePath(u"screens.json"_s), {u"desk"_s, u"right"_s}, {1366, 768}));
    QApplication application(argc, argv);
    TestHangingScreens test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_hanging_screens.moc"
