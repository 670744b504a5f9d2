#include "integration/dicom/file_image_source.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "panel_fixture.h"

#include <QTemporaryDir>
#include <QTranslator>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

/// Mean grey around a place of the view, given in parts of its width and height.
int greyAt(viewer::Viewport &viewport, double x, double y)
{
    constexpr int kEdge = 40;
    const QPoint middle(int(viewport.width() * x), int(viewport.height() * y));
    const QRect around(middle - QPoint(kEdge / 2, kEdge / 2), QSize(kEdge, kEdge));
    const auto mean =
        viewport.grab(around).toImage().scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return qGray(mean.pixel(0, 0));
}

bool writeChest(const QString &folder,
                const administration::Patient &patient,
                const QString &study = u"2.25.1"_s,
                const QString &date = u"2026-11-22"_s)
{
    return bool(dicom::writePhantomStudy({.folder = folder,
                                          .patientName = patient.name,
                                          .patientId = patient.mrn,
                                          .birthDate = patient.birthDate.toIso(),
                                          .sex = u"M"_s,
                                          .studyInstanceUid = study,
                                          .studyDate = date,
                                          .slices = 9}));
}

/// Draws by dragging or clicking. \param places  in parts of the view's width and height
void draw(test::PanelFixture &f, Qt::Key tool, const QList<QPointF> &places)
{
    auto *viewport = f.viewport();
    viewport->setFocus();
    f.press(tool);
    for (const auto &place : places)
        QTest::mouseClick(viewport, Qt::LeftButton, {},
                          QPoint(int(viewport->width() * place.x()), int(viewport->height() * place.y())));
}

/// Keeps a picture of the panel where SIMIAO_PICTURES names a folder: for the eye.
void keepPicture(test::PanelFixture &f, const QString &name)
{
    const auto folder = qEnvironmentVariable("SIMIAO_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(f.panel->grab().save(folder + u'/' + name + u".png"_s));
}

} // namespace

/// The panel over the real source and real files.
class TestPhantomPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsTheChestOfThePatient();
    void measuresTheChest();
    void laysTheChestBesideItsPrior();
};

/// For pictures in another language, SIMIAO_PICTURES_WORDS names a file of translations.
void TestPhantomPanel::initTestCase()
{
    ui::applyTheme(*qApp, {});
    const auto words = qEnvironmentVariable("SIMIAO_PICTURES_WORDS");
    if (words.isEmpty())
        return;
    auto *translator = new QTranslator(qApp);
    QVERIFY(translator->load(words));
    QCoreApplication::installTranslator(translator);
    QLocale::setDefault(QLocale(u"zh_CN"_s));
}

void TestPhantomPanel::showsTheChestOfThePatient()
{
    const QTemporaryDir folder;
    test::PanelFixture f(std::make_shared<dicom::FileImageSource>());
    QVERIFY(writeChest(folder.path(), f.patient()));

    f.open({folder.path()});

    QTRY_VERIFY(f.viewport()->isLoaded());
    QCOMPARE(f.viewport()->sliceText(), u"5/9"_s);
    QVERIFY(f.viewport()->text().contains(u"张伟 M 45y; MRN 100238"_s));
    f.press(Qt::Key_1);
    QCOMPARE(f.viewport()->windowText(), u"W 1500 L -600"_s);
    f.press(Qt::Key_Down);
    QTRY_COMPARE(f.viewport()->sliceText(), u"6/9"_s);
    QTRY_VERIFY(f.viewport()->isLoaded());
    QVERIFY(greyAt(*f.viewport(), 0.5, 0.45) > 180); // the heart is white in a lung window
    QVERIFY(greyAt(*f.viewport(), 0.3, 0.5) < 140);
}

void TestPhantomPanel::measuresTheChest()
{
    const QTemporaryDir folder;
    test::PanelFixture f(std::make_shared<dicom::FileImageSource>());
    QVERIFY(writeChest(folder.path(), f.patient()));
    f.open({folder.path()});
    f.panel->resize(760, 760);
    QTRY_VERIFY(f.viewport()->isLoaded());

    draw(f, Qt::Key_L, {{0.15, 0.3}, {0.85, 0.3}});
    QVERIFY(f.viewport()->measureText().startsWith(u"Length: "_s));
    QVERIFY(f.viewport()->measureText().endsWith(u" mm, by pixel spacing"_s));
    draw(f, Qt::Key_E, {{0.45, 0.4}, {0.55, 0.5}});
    QVERIFY2(f.viewport()->measureText().contains(u" HU, SD "_s), qPrintable(f.viewport()->measureText()));
    draw(f, Qt::Key_B, {{0.25, 0.45}, {0.38, 0.55}, {0.35, 0.45}, {0.28, 0.55}});
    draw(f, Qt::Key_G, {{0.6, 0.6}, {0.7, 0.7}, {0.8, 0.6}});
    draw(f, Qt::Key_H, {{0.65, 0.45}});
    keepPicture(f, u"chest-mediastinum"_s);
    f.press(Qt::Key_1);
    draw(f, Qt::Key_P, {{0.2, 0.6}, {0.3, 0.62}, {0.32, 0.7}, {0.24, 0.72}});
    f.press(Qt::Key_Return);
    draw(f, Qt::Key_W, {{0.75, 0.8}, {0.7, 0.5}});
    draw(f, Qt::Key_C, {{0.45, 0.66}, {0.55, 0.64}, {0.45, 0.75}, {0.55, 0.78}});
    keepPicture(f, u"chest-lung"_s);
    QCOMPARE(f.viewport()->tool()->shown().size(), 8U);
    f.panel->resize(320, 420);
    keepPicture(f, u"chest-narrow"_s);

    f.viewport()->fit();
    QCOMPARE(f.viewport()->tool()->shown().size(), 8U);
}

/// Two studies of the chest in a window of its own, through real files.
void TestPhantomPanel::laysTheChestBesideItsPrior()
{
    const QTemporaryDir folder;
    test::PanelFixture f(std::make_shared<dicom::FileImageSource>());
    QVERIFY(writeChest(folder.filePath(u"now"_s), f.patient()));
    QVERIFY(writeChest(folder.filePath(u"before"_s), f.patient(), u"2.25.2"_s, u"2026-03-20"_s));

    f.open({folder.path()}, {u"2.25.1"_s, u"2.25.2"_s}, {1366, 740});

    QTRY_COMPARE(f.panel->findChildren<viewer::Viewport *>().size(), 4);
    for (auto *viewport : f.panel->findChildren<viewer::Viewport *>())
        QTRY_VERIFY(viewport->isLoaded());
    auto *current = f.viewport();
    QVERIFY(current->text().contains(u"2026-11-22"_s));
    QCOMPARE(current->windowText(), u"W 1500 L -600"_s);
    f.press(Qt::Key_PageUp);
    for (auto *viewport : f.panel->findChildren<viewer::Viewport *>())
        QTRY_COMPARE(viewport->sliceText(), u"1/9"_s);
    keepPicture(f, u"prior-1366"_s);
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Down);
    f.press(Qt::Key_BracketRight);
    f.press(Qt::Key_H, Qt::ShiftModifier);
    f.panel->resize(1920, 1040);
    QTRY_COMPARE(current->sliceText(), u"5/9"_s);
    keepPicture(f, u"prior-1920-turned"_s);
    f.press(Qt::Key_R);
    f.press(Qt::Key_D);
    keepPicture(f, u"prior-1920-magnifier"_s);
    f.press(Qt::Key_D);
    f.press(Qt::Key_Z);
    keepPicture(f, u"prior-1920-alone"_s);
    f.press(Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
    f.panel->resize(540, 640);
    f.press(Qt::Key_V);
    QTRY_VERIFY(f.panel->findChild<QWidget *>(u"imaging.thumbnails"_s)->isVisible());
    keepPicture(f, u"panel-540"_s);
    f.press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    keepPicture(f, u"panel-540-two"_s);
    QCOMPARE(f.panel->findChildren<viewer::Viewport *>().size(), 4);
}

QTEST_MAIN(TestPhantomPanel)
#include "test_phantom_panel.moc"
