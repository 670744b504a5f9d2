#include "fake_image_source.h"
#include "panel_fixture.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QWheelEvent>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::FakeImageSource;
using test::PanelFixture;

class TestPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void showsTheMiddleOfTheFirstSeriesAtOnce();
    void keysLeafThroughTheSlices();
    void theWheelLeafsAndZooms();
    void keysChangeTheWindow();
    void presetsAreForCtOnly();
    void windowsOfTheImageStandBehindThem();
    void draggingChangesTheWindow();
    void keysZoomAndFit();
    void arrowKeysChangeTheSeries();
    void saysThatNoSourceIsInstalled();
    void saysWhatToDoWithoutImages();
    void saysWhyItFailedAndTriesAgain();
    void showsWhatItCanWhenOnePlaceFails();
    void ignoresOtherStudiesAtThePlace();
    void saysThatImagesAreOfAnotherPatient();
    void attachesAFolderByKeyboard();
    void asksBeforeAttachingImagesOfAnotherPatient();
    void attachesThemWhenTold();
    void saysWhyNothingWasAttached();
    void tellsThePaletteItsCommands();
    void nothingIsCutOffWhenNarrow();
    void aPreviewSaysSoAndGivesNothingAway();

private:
    workflow::ImageSeries mine(const QString &uid, int slices)
    {
        return test::aSeries(uid, slices, f->patient());
    }

    std::shared_ptr<FakeImageSource> source;
    std::unique_ptr<PanelFixture> f;
};

void TestPanel::init()
{
    f.reset();
    source = std::make_shared<FakeImageSource>();
    f = std::make_unique<PanelFixture>(source);
    source->places[u"/ct"_s] = std::vector{mine(u"1"_s, 40)};
}

void TestPanel::showsTheMiddleOfTheFirstSeriesAtOnce()
{
    f->open({u"/ct"_s});

    QTRY_VERIFY(f->viewport()->property("isLoaded").toBool());
    QCOMPARE(f->viewport()->property("sliceText").toString(), u"21/40"_s);
    QCOMPARE(f->viewport()->property("windowText").toString(), u"W 400 L 40"_s);
    QCOMPARE(QApplication::focusWidget(), f->viewport());
}

void TestPanel::keysLeafThroughTheSlices()
{
    f->open({u"/ct"_s});
    const auto after = [this](Qt::Key key) {
        PanelFixture::press(key);
        return QTest::qWaitFor([this] { return f->viewport()->isLoaded(); }, test::kComesWithinMs)
            ? f->viewport()->sliceText()
            : QString();
    };

    QCOMPARE(after(Qt::Key_Down), u"22/40"_s);
    QCOMPARE(after(Qt::Key_Up), u"21/40"_s);
    QCOMPARE(after(Qt::Key_PageDown), u"31/40"_s);
    QCOMPARE(after(Qt::Key_PageUp), u"21/40"_s);
    QCOMPARE(after(Qt::Key_End), u"40/40"_s);
    QCOMPARE(after(Qt::Key_Home), u"1/40"_s);
}

void TestPanel::theWheelLeafsAndZooms()
{
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
    const auto turn = [this](int notches, Qt::KeyboardModifiers modifiers) {
        const QPointF at(100, 100);
        QWheelEvent event(at, f->viewport()->mapToGlobal(at), {}, {0, notches * 120}, {}, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(f->viewport(), &event);
    };
    const auto zoom = f->viewport()->zoomText();

    turn(-2, Qt::NoModifier);
    turn(3, Qt::ControlModifier);

    QTRY_COMPARE(f->viewport()->sliceText(), u"23/40"_s);
    QVERIFY(f->viewport()->zoomText() != zoom);
}

void TestPanel::keysChangeTheWindow()
{
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());

    PanelFixture::press(Qt::Key_1);
    QCOMPARE(f->viewport()->windowText(), u"W 1500 L -600"_s);
    QVERIFY(f->viewport()->text().contains(u"(lung)"_s));
    PanelFixture::press(Qt::Key_3);
    QCOMPARE(f->viewport()->windowText(), u"W 1800 L 400"_s);
    PanelFixture::press(Qt::Key_I);
    QVERIFY(f->viewport()->text().contains(u"inverted"_s));
    PanelFixture::press(Qt::Key_0);
    QCOMPARE(f->viewport()->windowText(), u"W 400 L 40"_s);
    PanelFixture::press(Qt::Key_R);
    QVERIFY(!f->viewport()->text().contains(u"inverted"_s));
}

void TestPanel::presetsAreForCtOnly()
{
    auto series = mine(u"1"_s, 3);
    series.modality = u"MR"_s;
    source->places[u"/ct"_s] = std::vector{series};
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());

    PanelFixture::press(Qt::Key_1);

    // The same key is another window there, of the values that this image holds.
    QVERIFY(f->viewport()->windowText() != u"W 1500 L -600"_s);
    QVERIFY(!f->panel->findChild<QAction *>(u"imaging.preset.lung"_s)->isVisible());
    QVERIFY(f->panel->findChild<QAction *>(u"imaging.preset.broad"_s)->isVisible());
    QVERIFY(!f->panel->findChild<QWidget *>(u"imaging.preset.lung.button"_s)->isVisible());
}

void TestPanel::draggingChangesTheWindow()
{
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());

    QTest::mousePress(f->viewport(), Qt::LeftButton, {}, {200, 200});
    QTest::mouseMove(f->viewport(), {210, 200});
    QTest::mouseRelease(f->viewport(), Qt::LeftButton, {}, {210, 200});

    QCOMPARE(f->viewport()->windowText(), u"W 416 L 40"_s);
}

void TestPanel::keysZoomAndFit()
{
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
    const auto fitting = f->viewport()->zoomText();

    PanelFixture::press(Qt::Key_Plus);
    const auto larger = f->viewport()->zoomText();
    PanelFixture::press(Qt::Key_Minus);
    const auto back = f->viewport()->zoomText();
    PanelFixture::press(Qt::Key_Minus);
    PanelFixture::press(Qt::Key_F);

    QVERIFY(larger != fitting);
    QCOMPARE(back, fitting);
    QCOMPARE(f->viewport()->zoomText(), fitting);
}

void TestPanel::arrowKeysChangeTheSeries()
{
    source->places[u"/ct"_s] = std::vector{mine(u"1"_s, 40), mine(u"2"_s, 8)};
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
    QVERIFY(f->viewport()->seriesText().contains(u"Series 1/2"_s));

    PanelFixture::press(Qt::Key_Right);

    QTRY_COMPARE(f->viewport()->sliceText(), u"5/8"_s);
    QVERIFY(f->viewport()->seriesText().contains(u"Series 2/2"_s));
    PanelFixture::press(Qt::Key_Left);
    QTRY_COMPARE(f->viewport()->sliceText(), u"21/40"_s);
}

void TestPanel::saysThatNoSourceIsInstalled()
{
    f->desk.imageSource = nullptr;

    f->open({u"/ct"_s});

    QVERIFY(f->stateText().contains(u"No image source is installed"_s));
    QVERIFY(!f->panel->findChild<QAction *>(u"imaging.attach"_s)->isEnabled());
}

void TestPanel::saysWhatToDoWithoutImages()
{
    f->open({});

    QVERIFY(f->stateText().contains(u"No images of this patient"_s));
    QVERIFY(f->link(u"Attach…"_s));
    QCOMPARE(QApplication::focusWidget()->objectName(), u"imaging.attach.button"_s);
}

void TestPanel::saysWhyItFailedAndTriesAgain()
{
    source->places[u"/ct"_s] = Error{ErrorKind::NotFound, u"imaging.location-missing"_s};
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->link(u"Try again"_s));
    QVERIFY(!f->viewport()->isVisible());

    source->places[u"/ct"_s] = std::vector{mine(u"1"_s, 40)};
    f->link(u"Try again"_s)->click();

    QTRY_VERIFY(f->viewport()->isLoaded());
    QVERIFY(f->viewport()->isVisible());
    QCOMPARE(QApplication::focusWidget(), f->viewport());
}

void TestPanel::showsWhatItCanWhenOnePlaceFails()
{
    f->open({u"/gone"_s, u"/ct"_s});

    QTRY_VERIFY(f->viewport()->isLoaded());
    QVERIFY(f->viewport()->isVisible());
    QTRY_VERIFY(f->link(u"Try again"_s));
}

void TestPanel::ignoresOtherStudiesAtThePlace()
{
    auto foreign = mine(u"9"_s, 3);
    foreign.studyInstanceUid = u"2.25.99"_s;
    source->places[u"/ct"_s] = std::vector{foreign};

    f->open({u"/ct"_s});

    QTRY_VERIFY(f->link(u"Try again"_s));
    QVERIFY(source->asked.isEmpty());
}

void TestPanel::saysThatImagesAreOfAnotherPatient()
{
    auto other = test::aSeries(u"1"_s, 4);
    other.patientName = u"李四"_s;
    source->places[u"/ct"_s] = std::vector{other};

    f->open({u"/ct"_s});

    QTRY_VERIFY(f->viewport()->isLoaded());
    const auto *line = f->panel->findChild<ui::NoticeLine *>(u"imaging.identity"_s);
    QVERIFY(line->isVisible());
    QVERIFY(line->accessibleName().contains(u"李四"_s));
    QVERIFY(line->accessibleName().contains(f->patient().name));
}

void TestPanel::attachesAFolderByKeyboard()
{
    const QTemporaryDir folder;
    source->places[folder.path()] = std::vector{mine(u"new"_s, 6)};
    f->open({});

    PanelFixture::press(Qt::Key_A);
    auto *dialog = f->panel->findChild<QFileDialog *>(u"imaging.attachDialog"_s);
    QTRY_VERIFY(dialog && dialog->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), folder.path());
    PanelFixture::press(Qt::Key_Enter);

    QTRY_COMPARE(f->viewport()->sliceText(), u"4/6"_s);
    QCOMPARE(f->visit->record().studies.size(), 1U);
    QCOMPARE(f->visit->record().studies[0].endpoint, folder.path());
    QCOMPARE(f->desk.done.size(), 1);
}

void TestPanel::asksBeforeAttachingImagesOfAnotherPatient()
{
    auto other = test::aSeries(u"x"_s, 4);
    other.patientName = u"李四"_s;
    source->places[u"/usb"_s] = std::vector{other};
    f->open({u"/ct"_s});
    auto *attachment = f->panel->findChild<viewer::ImageAttachment *>();

    attachment->start(u"/usb"_s);
    QTRY_VERIFY(f->link(u"Do not attach"_s));

    const auto words = f->panel->findChild<QWidget *>(u"imaging.attachLine"_s)->property("text").toString();
    QVERIFY(words.contains(u"李四"_s));
    QVERIFY(words.contains(f->patient().name));
    QCOMPARE(QApplication::focusWidget(), f->link(u"Do not attach"_s));
    PanelFixture::press(Qt::Key_Enter);
    QTRY_VERIFY(!f->link(u"Do not attach"_s));
    QCOMPARE(f->visit->record().studies.size(), 1U);
    QVERIFY(f->desk.done.isEmpty());
}

void TestPanel::attachesThemWhenTold()
{
    auto other = test::aSeries(u"x"_s, 4);
    other.patientName = u"李四"_s;
    source->places[u"/usb"_s] = std::vector{other};
    f->open({});
    f->panel->findChild<viewer::ImageAttachment *>()->start(u"/usb"_s);
    QTRY_VERIFY(f->link(u"Attach anyway"_s));

    f->link(u"Attach anyway"_s)->click();

    QTRY_COMPARE(f->viewport()->sliceText(), u"3/4"_s);
    QVERIFY(f->panel->findChild<ui::NoticeLine *>(u"imaging.identity"_s)->isVisible());
    QCOMPARE(QApplication::focusWidget(), f->viewport());
}

void TestPanel::saysWhyNothingWasAttached()
{
    f->open({});

    f->panel->findChild<viewer::ImageAttachment *>()->start(u"/nowhere"_s);

    QTRY_VERIFY(f->link(u"Close"_s));
    QVERIFY(f->link(u"Try again"_s));
    f->link(u"Close"_s)->click();
    QTRY_VERIFY(!f->link(u"Close"_s));
}

void TestPanel::tellsThePaletteItsCommands()
{
    f->open({u"/ct"_s});

    QVERIFY(f->desk.commands.contains(u"imaging.attach"_s));
    QVERIFY(f->desk.commands.contains(u"imaging.preset.lung"_s));
    QCOMPARE(f->desk.commands[u"imaging.preset.lung"_s]->text(), u"Lung"_s);
}

void TestPanel::nothingIsCutOffWhenNarrow()
{
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());

    f->panel->resize(320, 400);

    QTRY_COMPARE(f->panel->width(), 320);
    for (const auto *button : f->panel->findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            QVERIFY2(button->mapTo(f->panel.get(), button->rect().bottomRight()).x() < 320,
                     qPrintable(button->objectName()));
    }
}

/// Its values are not those of the image: nothing is measured, windowed by or exported of it.
void TestPanel::aPreviewSaysSoAndGivesNothingAway()
{
    source->makePreview = [this](const auto &) { return test::aPreviewOf(source->picture); };
    source->isHolding = true;
    f->open({u"/ct"_s});
    QTRY_VERIFY(source->held() > 0);
    source->release(); // the slice that is seen; it was asked for first
    QTRY_VERIFY(f->viewport()->text().contains(u"PREVIEW: the full image is coming"_s));
    PanelFixture::press(Qt::Key_H);
    PanelFixture::press(Qt::Key_Return);

    QVERIFY(f->viewport()->accessibleDescription().contains(u"PREVIEW"_s));
    QVERIFY(!f->viewport()->property("isLoaded").toBool());
    QVERIFY(!f->viewport()->measureText().contains(u"40"_s));
    QVERIFY(!f->desk.commands[u"imaging.export"_s]->isEnabled());
    QVERIFY(!f->desk.commands[u"imaging.autoWindow"_s]->isEnabled());

    source->isHolding = false;
    while (source->held() > 0)
        source->release();
    QTRY_VERIFY(f->viewport()->isLoaded());
    QVERIFY(!f->viewport()->text().contains(u"PREVIEW"_s));
    QVERIFY(f->viewport()->measureText().contains(u"40"_s));
    QVERIFY(f->desk.commands[u"imaging.export"_s]->isEnabled());
}

/// With the digits that the presets of the modality leave, and one key for all.
void TestPanel::windowsOfTheImageStandBehindThem()
{
    const auto plain = test::aFrame();
    auto facts = plain->facts();
    facts.windows.push_back({.center = 500, .width = 2000, .explanation = u"SHARP"_s});
    facts.voiTables = {{.table = {.firstMapped = 0, .entries = {0, 255}}, .explanation = u"CURVE"_s}};
    source->picture = *imaging::Frame::create(facts, {plain->bytes().begin(), plain->bytes().end()});
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
    const auto *second = f->desk.commands[u"imaging.stated.2"_s];
    QCOMPARE(second->text(), u"SHARP (of the image)"_s);
    QCOMPARE(f->desk.commands[u"imaging.stated.3"_s]->text(), u"CURVE (of the image)"_s);
    QVERIFY(!f->desk.commands[u"imaging.stated.4"_s]->isVisible());

    PanelFixture::press(Qt::Key(second->shortcut()[0].key()));
    QCOMPARE(f->viewport()->windowText(), u"W 2000 L 500"_s);
    QVERIFY(second->isChecked());
    QVERIFY(f->viewport()->text().contains(u"(sharp)"_s));

    PanelFixture::press(Qt::Key_U, Qt::ShiftModifier);
    QVERIFY2(f->viewport()->text().contains(u"Look-up table of the image (curve)"_s),
             qPrintable(f->viewport()->text()));
    PanelFixture::press(Qt::Key_0);
    QCOMPARE(f->viewport()->windowText(), u"W 400 L 40"_s);
    QVERIFY(!second->isChecked());
}

QTEST_MAIN(TestPanel)
#include "test_panel.moc"
