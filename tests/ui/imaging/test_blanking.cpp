#include "fake_image_source.h"
#include "imaging/views/blanking_panel.h"
#include "imaging/views/export_dialog.h"
#include "imaging/views/image_exporting.h"
#include "panel_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::FakeImageSource;
using test::PanelFixture;
using viewer::BlankingPanel;
using viewer::BlankingView;
using viewer::ExportWish;
using workflow::PictureArea;

namespace {

/// Each pixel another grey than those beside it, none of them black.
viewer::FramePtr aPattern(int columns, int rows)
{
    const auto plain = test::aFrame(columns, rows);
    std::vector<std::int16_t> samples(std::size_t(columns) * std::size_t(rows));
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = static_cast<std::int16_t>(int(i * 7919 % 301) - 100);
    const auto bytes = std::as_bytes(std::span(samples));
    return *imaging::Frame::create(plain->facts(), {bytes.begin(), bytes.end()});
}

/// Pixels that are not as they should be: black within the parts, else as in `before`.
int wrongPixels(const QImage &before, const QImage &after, const std::vector<QRect> &parts)
{
    if (before.size() != after.size())
        return -1;
    int wrong = 0;
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x) {
            const bool isBlack =
                std::ranges::any_of(parts, [=](const QRect &part) { return part.contains(x, y); });
            wrong += (after.pixel(x, y) & 0xFFFFFF) != (isBlack ? 0U : before.pixel(x, y) & 0xFFFFFF);
        }
    }
    return wrong;
}

} // namespace

/// What is burnt into pictures is made black before they go out.
class TestBlanking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void aPartIsDrawnByMouse();
    void aPartIsDrawnByKeys();
    void escapeDropsWhatIsHalfDrawn();
    void severalPartsAreListedAndRemoved();
    void aPartIsForOnePicture();
    void picturesOfAnotherSizeAreLeftAndSaid();
    void aFrameOfSeveralIsNamed();
    void picturesAreBlackToThePixel_data();
    void picturesAreBlackToThePixel();
    void aJpegIsBlackToo();
    void enlargedPicturesAreBlackToThePixel();
    void onePictureIsNotLeafed();

private:
    viewer::ExportDialog *openDialog(ExportWish::What what);
    void start(viewer::ExportDialog *dialog);
    BlankingView *view() { return f->panel->findChild<BlankingView *>(); }
    BlankingPanel *parts() { return f->panel->findChild<BlankingPanel *>(); }
    QPoint at(double column, double row) { return view()->mapping().toView({column, row}).toPoint(); }
    void drag(QPoint from, QPoint to);
    QImage written(int picture, const QString &folder, const QString &suffix = u"png"_s) const
    {
        return QImage(m_folder->filePath(
            u"%1/picture-%2.%3"_s.arg(folder).arg(picture, 4, 10, QChar(u'0')).arg(suffix)));
    }

    std::shared_ptr<FakeImageSource> source;
    std::unique_ptr<PanelFixture> f;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBlanking::init()
{
    f.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    source = std::make_shared<FakeImageSource>();
    source->picture = aPattern(40, 30);
    f = std::make_unique<PanelFixture>(source);
    source->places[u"/us"_s] = std::vector{test::aSeries(u"1"_s, 3, f->patient())};
    f->open({u"/us"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
}

viewer::ExportDialog *TestBlanking::openDialog(ExportWish::What what)
{
    f->panel->activateWindow();
    if (!QTest::qWaitForWindowActive(f->panel.get()))
        return nullptr;
    f->viewport()->setFocus();
    PanelFixture::press(Qt::Key_X, Qt::ShiftModifier);
    viewer::ExportDialog *dialog = nullptr;
    const bool isOpen = QTest::qWaitFor(
        [&] {
            dialog = f->panel->findChild<viewer::ExportDialog *>();
            return dialog && dialog->isVisible();
        },
        test::kComesWithinMs);
    if (!isOpen)
        return nullptr;
    dialog->activateWindow();
    if (!QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; }, test::kComesWithinMs))
        return nullptr;
    auto *box = dialog->findChild<QComboBox *>(u"imaging.export.what"_s);
    box->setCurrentIndex(box->findData(int(what)));
    dialog->findChild<QLineEdit *>(u"imaging.export.folder"_s)->setText(m_folder->filePath(u"out"_s));
    return dialog;
}

void TestBlanking::start(viewer::ExportDialog *dialog)
{
    auto *exporting = f->panel->findChild<viewer::ImageExporting *>();
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(exporting->step() == viewer::ImageExporting::Step::Done
                || exporting->step() == viewer::ImageExporting::Step::Failed);
}

void TestBlanking::drag(QPoint from, QPoint to)
{
    QTest::mousePress(view(), Qt::LeftButton, {}, from);
    QTest::mouseMove(view(), (from + to) / 2);
    QTest::mouseMove(view(), to);
    QTest::mouseRelease(view(), Qt::LeftButton, {}, to);
}

void TestBlanking::aPartIsDrawnByMouse()
{
    QVERIFY(openDialog(ExportWish::What::Picture));
    const auto before = view()->image().copy();

    drag(at(12, 9), at(5, 3)); // from the lower right to the upper left corner

    QCOMPARE(parts()->parts().size(), 1U);
    QCOMPARE(parts()->parts()[0].area, (PictureArea{5, 3, 8, 7}));
    QCOMPARE(wrongPixels(before, view()->image(), {QRect(5, 3, 8, 7)}), 0);
    QCOMPARE(parts()->text(), u"8 × 7 pixels from column 5, row 3; all pictures of 40 × 30"_s);
    QCoreApplication::processEvents(); // the words below are longer now
    if (qEnvironmentVariableIsSet("SIMIAO_GRABS"))
        parts()->window()->grab().save(qEnvironmentVariable("SIMIAO_GRABS") + u"/blanking.png"_s);
}

void TestBlanking::aPartIsDrawnByKeys()
{
    auto *dialog = openDialog(ExportWish::What::Picture);
    QVERIFY(dialog);
    view()->setFocus();
    QCOMPARE(view()->cross(), QPoint(20, 15));

    PanelFixture::press(Qt::Key_Return);
    PanelFixture::press(Qt::Key_Right, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_Down);
    QCOMPARE(view()->accessibleDescription(), u"11 × 2 pixels from column 20, row 15"_s);
    PanelFixture::press(Qt::Key_Return);

    QCOMPARE(parts()->parts().size(), 1U);
    QCOMPARE(parts()->parts()[0].area, (PictureArea{20, 15, 11, 2}));
    QVERIFY(dialog->isVisible()); // Enter was the picture's
}

void TestBlanking::escapeDropsWhatIsHalfDrawn()
{
    auto *dialog = openDialog(ExportWish::What::Picture);
    QVERIFY(dialog);
    view()->setFocus();

    PanelFixture::press(Qt::Key_Return);
    PanelFixture::press(Qt::Key_Escape);
    QVERIFY(dialog->isVisible());
    PanelFixture::press(Qt::Key_Right);
    QCOMPARE(view()->accessibleDescription(), u"Column 21, row 15"_s);
    QVERIFY(parts()->parts().empty());

    const QPointer<viewer::ExportDialog> open = dialog;
    PanelFixture::press(Qt::Key_Escape); // now it is the dialog's
    QTRY_VERIFY(!open || !open->isVisible());
}

void TestBlanking::severalPartsAreListedAndRemoved()
{
    QVERIFY(openDialog(ExportWish::What::SeriesPictures));
    const auto before = view()->image().copy();
    auto *list = parts()->findChild<QListWidget *>(u"imaging.export.blank.parts"_s);
    drag(at(0, 0), at(39, 3));
    drag(at(30, 20), at(35, 25));
    drag(at(2, 20), at(9, 25));
    QCOMPARE(list->count(), 3);

    QTest::mouseClick(view(), Qt::LeftButton, {}, at(32, 22));
    QCOMPARE(list->currentRow(), 1);
    QTest::mouseClick(parts()->findChild<QPushButton *>(u"imaging.export.blank.remove"_s), Qt::LeftButton);
    QCOMPARE(list->count(), 2);
    view()->setFocus();
    QTest::mouseClick(view(), Qt::LeftButton, {}, at(5, 22));
    PanelFixture::press(Qt::Key_Delete);

    QCOMPARE(parts()->parts().size(), 1U);
    QCOMPARE(wrongPixels(before, view()->image(), {QRect(0, 0, 40, 4)}), 0);
}

void TestBlanking::aPartIsForOnePicture()
{
    auto *dialog = openDialog(ExportWish::What::SeriesPictures);
    QVERIFY(dialog);
    const auto before = view()->image().copy();
    auto *picture = parts()->findChild<QSpinBox *>(u"imaging.export.blank.picture"_s);
    QCOMPARE(picture->value(), 2);
    drag(at(0, 0), at(9, 4)); // in all
    parts()->findChild<QCheckBox *>(u"imaging.export.blank.only"_s)->setChecked(true);
    view()->setFocus();
    PanelFixture::press(Qt::Key_PageDown);
    QTRY_VERIFY(!view()->mapping().isEmpty());
    drag(at(20, 10), at(29, 14)); // in the third alone

    QCOMPARE(picture->value(), 3);
    QCOMPARE(parts()->parts()[1].sopInstanceUid, u"1.2"_s);
    QCOMPARE(wrongPixels(before, view()->image(), {QRect(0, 0, 10, 5), QRect(20, 10, 10, 5)}), 0);
    start(dialog);
    QCOMPARE(wrongPixels(before, written(2, u"out"_s), {QRect(0, 0, 10, 5)}), 0);
    QCOMPARE(wrongPixels(before, written(3, u"out"_s), {QRect(0, 0, 10, 5), QRect(20, 10, 10, 5)}), 0);
}

void TestBlanking::picturesOfAnotherSizeAreLeftAndSaid()
{
    const auto other = aPattern(24, 48);
    source->make = [this, other](const workflow::ImageInstance &instance) {
        return instance.sopInstanceUid == u"1.0"_s ? other : source->picture;
    };
    auto *dialog = openDialog(ExportWish::What::SeriesPictures);
    QVERIFY(dialog);
    const auto before = view()->image().copy();
    drag(at(0, 0), at(39, 4));
    const auto part = QRect(0, 0, 40, 5);

    start(dialog);

    QCOMPARE(wrongPixels(before, written(3, u"out"_s), {part}), 0);
    viewer::Picture whole;
    whole.update(other, imaging::defaultDisplay(*other));
    QCOMPARE(wrongPixels(whole.image(), written(1, u"out"_s), {}), 0);
    const auto line = f->panel->findChild<QWidget *>(u"imaging.exportLine"_s)->property("text").toString();
    QVERIFY2(line.contains(u"another size"_s), qPrintable(line));
}

void TestBlanking::aFrameOfSeveralIsNamed()
{
    auto clip = test::aSeries(u"2"_s, 1, f->patient());
    clip.instances[0].frames = 4;
    f->panel.reset();
    source->places[u"/us"_s] = std::vector{clip};
    f->open({u"/us"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
    QVERIFY(openDialog(ExportWish::What::SeriesPictures));
    drag(at(0, 0), at(9, 4));
    parts()->findChild<QCheckBox *>(u"imaging.export.blank.only"_s)->setChecked(true);
    drag(at(10, 10), at(19, 14));

    QCOMPARE(parts()->parts()[0].frame, -1);
    QVERIFY(parts()->parts()[0].sopInstanceUid.isEmpty());
    QCOMPARE(parts()->parts()[1].sopInstanceUid, u"2.0"_s);
    QCOMPARE(parts()->parts()[1].frame, 2);
}

void TestBlanking::picturesAreBlackToThePixel_data()
{
    QTest::addColumn<bool>("isInverted");
    QTest::newRow("as it is") << false;
    QTest::newRow("inverted: black all the same") << true;
}

void TestBlanking::picturesAreBlackToThePixel()
{
    QFETCH(bool, isInverted);
    if (isInverted)
        PanelFixture::press(Qt::Key_I);
    auto *dialog = openDialog(ExportWish::What::Picture);
    QVERIFY(dialog);
    const auto before = view()->image().copy();
    drag(at(0, 0), at(39, 4));
    drag(at(10, 10), at(13, 29));

    start(dialog);

    QCOMPARE(wrongPixels(before, written(2, u"out"_s), {QRect(0, 0, 40, 5), QRect(10, 10, 4, 20)}), 0);
}

/// Its squares of 8 x 8 pixels lose something at edges, but no letter survives.
void TestBlanking::aJpegIsBlackToo()
{
    auto *dialog = openDialog(ExportWish::What::Picture);
    QVERIFY(dialog);
    auto *format = dialog->findChild<QComboBox *>(u"imaging.export.format"_s);
    format->setCurrentIndex(format->findData(true));
    drag(at(0, 0), at(39, 15));

    start(dialog);

    const auto picture = written(2, u"out"_s, u"jpg"_s);
    QCOMPARE(picture.size(), QSize(40, 30));
    int brightest = 0;
    for (int y = 0; y < 16; ++y) {
        for (int x = 0; x < 40; ++x)
            brightest = std::max(brightest, qGray(picture.pixel(x, y)));
    }
    QVERIFY2(brightest < 12, qPrintable(QString::number(brightest)));
}

/// Texts make a small picture larger: what is black has no soft edge with something of what was there.
void TestBlanking::enlargedPicturesAreBlackToThePixel()
{
    source->picture = aPattern(256, 200);
    f->panel.reset();
    f->open({u"/us"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
    const auto exported = [this](bool isBlanked) {
        auto *dialog = openDialog(ExportWish::What::Picture);
        dialog->findChild<QCheckBox *>(u"imaging.export.texts"_s)->setChecked(true);
        dialog->findChild<QLineEdit *>(u"imaging.export.folder"_s)
            ->setText(m_folder->filePath(isBlanked ? u"black"_s : u"plain"_s));
        if (isBlanked)
            Q_EMIT view()->drawn({100, 80, 50, 40});
        start(dialog);
        return written(2, isBlanked ? u"black"_s : u"plain"_s);
    };
    const auto plain = exported(false);
    const auto black = exported(true);

    QCOMPARE(plain.size(), QSize(512, 400));
    int left = 0;
    for (int y = 161; y < 239; ++y) {
        for (int x = 201; x < 299; ++x)
            left += (black.pixel(x, y) & 0xFFFFFF) != 0;
    }
    QCOMPARE(left, 0);
    // Two pixels away nothing changed.
    QCOMPARE(black.copy(0, 158, 196, 84), plain.copy(0, 158, 196, 84));
}

void TestBlanking::onePictureIsNotLeafed()
{
    auto *dialog = openDialog(ExportWish::What::Picture);
    QVERIFY(dialog);
    QVERIFY(parts()->isVisible());
    QVERIFY(!parts()->findChild<QSpinBox *>(u"imaging.export.blank.picture"_s)->isVisible());
    auto *what = dialog->findChild<QComboBox *>(u"imaging.export.what"_s);
    QCOMPARE(what->findData(int(ExportWish::What::Anonymised)), -1); // this source writes no files
    what->setCurrentIndex(what->findData(int(ExportWish::What::SeriesPictures)));
    QVERIFY(parts()->findChild<QSpinBox *>(u"imaging.export.blank.picture"_s)->isVisible());
}

QTEST_MAIN(TestBlanking)
#include "test_blanking.moc"
