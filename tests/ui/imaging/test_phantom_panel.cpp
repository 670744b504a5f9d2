#include "integration/dicom/file_image_source.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "panel_fixture.h"

#include <QTemporaryDir>

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

} // namespace

/// The panel over the real source and real files.
class TestPhantomPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void showsTheChestOfThePatient();
};

void TestPhantomPanel::showsTheChestOfThePatient()
{
    const QTemporaryDir folder;
    test::PanelFixture f(std::make_shared<dicom::FileImageSource>());
    QVERIFY(dicom::writePhantomStudy({.folder = folder.path(),
                                      .patientName = f.patient().name,
                                      .patientId = f.patient().mrn,
                                      .birthDate = f.patient().birthDate.toIso(),
                                      .sex = u"M"_s,
                                      .studyInstanceUid = u"2.25.1"_s,
                                      .studyDate = u"2026-11-22"_s,
                                      .slices = 9}));

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

QTEST_MAIN(TestPhantomPanel)
#include "test_phantom_panel.moc"
