#include "fake_image_source.h"
#include "fake_imaging_objects.h"
#include "imaging/models/dropped_files.h"
#include "imaging/models/export_wish.h"
#include "imaging/models/image_stack.h"
#include "imaging/models/measurement_book.h"
#include "imaging/views/export_dialog.h"
#include "imaging/views/image_exporting.h"
#include "panel_fixture.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::FakeImageSource;
using test::PanelFixture;
using viewer::ExportDialog;
using viewer::ImageExporting;

namespace {

/// Remembers the order and answers what the test says.
class ExportingSource : public FakeImageSource, public workflow::ImageExporter
{
public:
    workflow::ImageExport answer;
    std::optional<Error> refusal;
    std::optional<workflow::ImageExportOrder> order;

    Task<Result<workflow::ImageExport>> run(workflow::ImageExportOrder asked,
                                            workflow::TransferProgress progress,
                                            std::stop_token) override
    {
        order = std::move(asked);
        progress({.done = 1, .failed = 0, .total = 2});
        if (refusal)
            co_return Error(*refusal);
        workflow::ImageExport given = answer;
        co_return Result<workflow::ImageExport>(std::move(given));
    }
};

} // namespace

/// Images that come in by drop and paste, and those that go out.
class TestTransfer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void savesTheShownPictureByKeyboard();
    void noTextsAreWrittenUnasked();
    void aPictureWithTextsSaysThatItIsLossy();
    void drawsTheMeasurementsOnRequest_data();
    void drawsTheMeasurementsOnRequest();
    void savesAllPicturesOfTheSeries();
    void neverOverwritesAPicture();
    void exportsAnonymisedFiles();
    void aWholeStudyGoesOutWithItsObjects();
    void saysWhatWasLeftOut();
    void warnsOfWhatHasToBeLookedAt();
    void saysWhyNothingWentOut();
    void leavesATrailBeforeAnythingGoesOut();
    void imagesOfAnotherPatientStayHere();
    void theDialogSaysWhetherThePatientIsNamed();
    void aDroppedFolderIsAttached();
    void pastedPlacesAreAttachedOneAfterTheOther();
    void tooManyFilesAreAFolder();

private:
    ExportDialog *openDialog()
    {
        if (!QTest::qWaitForWindowActive(f->panel.get()))
            return nullptr;
        f->viewport()->setFocus();
        PanelFixture::press(Qt::Key_X, Qt::ShiftModifier);
        ExportDialog *dialog = nullptr;
        const bool isOpen = QTest::qWaitFor(
            [&] {
                dialog = f->panel->findChild<ExportDialog *>();
                return dialog && dialog->isVisible();
            },
            test::kComesWithinMs);
        return isOpen ? dialog : nullptr;
    }

    /// Chooses and confirms with Enter.
    void exportAs(viewer::ExportWish::What what, const QString &folder, bool hasTexts = false)
    {
        auto *dialog = openDialog();
        QVERIFY(dialog);
        auto *box = dialog->findChild<QComboBox *>(u"imaging.export.what"_s);
        box->setCurrentIndex(box->findData(int(what)));
        dialog->findChild<QCheckBox *>(u"imaging.export.texts"_s)->setChecked(hasTexts);
        dialog->findChild<QLineEdit *>(u"imaging.export.folder"_s)->setText(folder);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(!exporting()->isRunning());
    }

    ImageExporting *exporting() { return f->panel->findChild<ImageExporting *>(); }
    QString line()
    {
        return f->panel->findChild<QWidget *>(u"imaging.exportLine"_s)->property("text").toString();
    }

    void drop(const QList<QUrl> &urls)
    {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(f->panel.get(), &enter);
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(f->panel.get(), &event);
        m_wasTaken = enter.isAccepted() && event.isAccepted();
    }

    std::shared_ptr<ExportingSource> source;
    std::unique_ptr<PanelFixture> f;
    std::unique_ptr<QTemporaryDir> m_folder;
    bool m_wasTaken = false;
};

void TestTransfer::init()
{
    f.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    source = std::make_shared<ExportingSource>();
    source->picture = test::aFrame(64, 32);
    f = std::make_unique<PanelFixture>(source);
    source->places[u"/ct"_s] = std::vector{test::aSeries(u"1"_s, 4, f->patient())};
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
}

void TestTransfer::savesTheShownPictureByKeyboard()
{
    exportAs(viewer::ExportWish::What::Picture, m_folder->filePath(u"new/folder"_s));

    const QImage picture(m_folder->filePath(u"new/folder/picture-0003.png"_s));
    QCOMPARE(picture.size(), QSize(64, 32));
    // 40 in the middle of a window about 40.
    QVERIFY(std::abs(qGray(picture.pixel(32, 16)) - 127) <= 1);
    QVERIFY(line().contains(u"1 of 1"_s));
}

void TestTransfer::noTextsAreWrittenUnasked()
{
    exportAs(viewer::ExportWish::What::Picture, m_folder->path());

    const QImage picture(m_folder->filePath(u"picture-0003.png"_s));
    QSet<QRgb> tones;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            tones.insert(picture.pixel(x, y));
    }
    QCOMPARE(tones.size(), 1);
}

/// By the same picture of which nothing was lost: its file has the same words but that.
void TestTransfer::aPictureWithTextsSaysThatItIsLossy()
{
    source->picture = test::aFrame(512, 512);
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
    exportAs(viewer::ExportWish::What::Picture, m_folder->filePath(u"whole"_s), true);
    auto facts = source->picture->facts();
    facts.lossy = imaging::LossyCompression{.ratios = {12}};
    const auto bytes = source->picture->bytes();
    source->picture = imaging::Frame::create(facts, {bytes.begin(), bytes.end()}).value();
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
    exportAs(viewer::ExportWish::What::Picture, m_folder->filePath(u"lossy"_s), true);

    const QImage whole(m_folder->filePath(u"whole/picture-0003.png"_s));
    const QImage lossy(m_folder->filePath(u"lossy/picture-0003.png"_s));

    QCOMPARE(lossy.size(), whole.size());
    const QRect top(0, 0, whole.width(), whole.height() / 2);
    QCOMPARE(lossy.copy(top), whole.copy(top));
    QVERIFY(lossy != whole);
}

void TestTransfer::drawsTheMeasurementsOnRequest_data()
{
    QTest::addColumn<bool>("hasMeasurements");
    QTest::addColumn<bool>("hasValues");
    QTest::addColumn<QSize>("size");
    QTest::newRow("none") << false << true << QSize(64, 32);
    QTest::newRow("shapes alone") << true << false << QSize(64, 32);
    QTest::newRow("with values: enlarged for the words") << true << true << QSize(512, 256);
}

void TestTransfer::drawsTheMeasurementsOnRequest()
{
    QFETCH(bool, hasMeasurements);
    QFETCH(bool, hasValues);
    QFETCH(QSize, size);
    auto *book = f->panel->findChild<viewer::MeasurementBook *>();
    const auto &slice = *f->panel->findChild<viewer::ImageStack *>()->shownSlice();
    book->add({slice.instance.sopInstanceUid, slice.frame},
              {u"a"_s, imaging::MeasurementKind::Length, {{8, 16}, {56, 16}}});
    auto *dialog = openDialog();
    QVERIFY(dialog);
    dialog->findChild<QCheckBox *>(u"imaging.export.measurements"_s)->setChecked(hasMeasurements);
    dialog->findChild<QCheckBox *>(u"imaging.export.values"_s)->setChecked(hasValues);
    dialog->findChild<QLineEdit *>(u"imaging.export.folder"_s)->setText(m_folder->path());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!exporting()->isRunning());

    const QImage picture(m_folder->filePath(u"picture-0003.png"_s));
    QCOMPARE(picture.size(), size);
    // Across the line, a third of the way: off its label.
    bool isDrawn = false;
    for (int y = 0; y < size.height(); ++y) {
        const QColor ink = picture.pixelColor(int(size.width() * 0.3), y);
        isDrawn = isDrawn || (ink.red() > 200 && ink.blue() < 140);
    }
    QCOMPARE(isDrawn, hasMeasurements);
}

void TestTransfer::savesAllPicturesOfTheSeries()
{
    exportAs(viewer::ExportWish::What::SeriesPictures, m_folder->path());

    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files, QDir::Name),
             (QStringList{u"picture-0001.png"_s, u"picture-0002.png"_s, u"picture-0003.png"_s,
                          u"picture-0004.png"_s}));
    QVERIFY(line().contains(u"4 of 4"_s));
}

void TestTransfer::neverOverwritesAPicture()
{
    QFile there(m_folder->filePath(u"picture-0002.png"_s));
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("precious") == 8);
    there.close();

    exportAs(viewer::ExportWish::What::SeriesPictures, m_folder->path());

    QCOMPARE(there.size(), 8);
    QVERIFY(line().contains(u"picture-0002.png"_s));
    QVERIFY(line().contains(u"1 of 4"_s));
    QCOMPARE(exporting()->step(), ImageExporting::Step::Failed);
}

void TestTransfer::exportsAnonymisedFiles()
{
    source->answer.count = {.done = 4, .failed = 0, .total = 4};
    auto *dialog = openDialog();
    QVERIFY(dialog);
    dialog->findChild<QComboBox *>(u"imaging.export.what"_s)->setCurrentIndex(2);
    dialog->findChild<QLineEdit *>(u"imaging.export.subject"_s)->setText(u"CASE-7"_s);
    dialog->findChild<QCheckBox *>(u"imaging.export.intervals"_s)->setChecked(true);
    Q_EMIT dialog->findChild<viewer::BlankingView *>()->drawn({0, 0, 64, 8});
    dialog->findChild<QLineEdit *>(u"imaging.export.folder"_s)->setText(m_folder->path());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(source->order);

    const auto &order = *source->order;
    QVERIFY(order.isAnonymised && order.keepsIntervals);
    QCOMPARE(order.subject, u"CASE-7"_s);
    QCOMPARE(order.folder, m_folder->path());
    QCOMPARE(order.series.size(), 1U);
    QCOMPARE(order.blankedParts,
             (std::vector{workflow::BlankedPart{.area = {0, 0, 64, 8},
                                                .columns = 64,
                                                .rows = 32,
                                                .seriesInstanceUid = order.series[0].seriesInstanceUid}}));
    QTRY_VERIFY(line().contains(u"4 of 4"_s));
}

void TestTransfer::aWholeStudyGoesOutWithItsObjects()
{
    auto objects = std::make_shared<test::FakeImagingObjects>();
    const auto object = [](const QString &study, const QString &uid) {
        workflow::ImagingObject one;
        one.studyInstanceUid = study;
        one.sopInstanceUid = uid;
        one.location = u"/objects/"_s + uid;
        return one;
    };
    objects->places[u"/ct"_s] = {object(u"2.25.1"_s, u"2.25.1.9"_s), object(u"2.25.2"_s, u"2.25.2.9"_s)};
    f = std::make_unique<PanelFixture>(source);
    f->desk.objects = objects;
    source->places[u"/ct"_s] =
        std::vector{test::aSeries(u"1"_s, 4, f->patient()), test::aSeries(u"2"_s, 2, f->patient())};
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());

    auto *dialog = openDialog();
    QVERIFY(dialog);
    auto *box = dialog->findChild<QComboBox *>(u"imaging.export.what"_s);
    auto *documents = dialog->findChild<QCheckBox *>(u"imaging.export.documents"_s);
    box->setCurrentIndex(box->findData(int(viewer::ExportWish::What::StudyCopies)));
    QVERIFY(!documents->isVisible());
    box->setCurrentIndex(box->findData(int(viewer::ExportWish::What::StudyAnonymised)));
    QVERIFY(documents->isVisible() && !documents->isChecked());
    documents->setChecked(true);
    QVERIFY(dialog->findChild<QLabel *>(u"imaging.export.consequence"_s)->text().contains(u"read each"_s));
    dialog->findChild<QLineEdit *>(u"imaging.export.folder"_s)->setText(m_folder->path());
    auto *words = dialog->findChild<QLabel *>(u"imaging.export.consequence"_s);
    QTRY_VERIFY(words->height() >= words->heightForWidth(words->width()));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(source->order);

    QVERIFY(source->order->isAnonymised && source->order->takesDocuments);
    QCOMPARE(source->order->series.size(), 2U);
    QCOMPARE(source->order->objects,
             (std::vector<workflow::ExportedObject>{{u"2.25.1.9"_s, u"/objects/2.25.1.9"_s, u"2.25.1"_s}}));
    QCOMPARE(source->order->places, QStringList{u"/ct"_s});
}

void TestTransfer::saysWhatWasLeftOut()
{
    source->answer.count = {.done = 4, .failed = 0, .total = 5};
    source->answer.leftOut[u"deidentify.document"_s] = 1;

    exportAs(viewer::ExportWish::What::StudyAnonymised, m_folder->path());

    QVERIFY(line().contains(u"left out"_s));
    QVERIFY(line().contains(u"document (PDF)"_s));
    QVERIFY(line().contains(u"4 of 5"_s));
}

void TestTransfer::warnsOfWhatHasToBeLookedAt()
{
    source->answer.count = {.done = 4, .failed = 0, .total = 4};
    source->answer.notices[u"deidentify.burned-in"_s] = 3;

    exportAs(viewer::ExportWish::What::Anonymised, m_folder->path());

    QVERIFY(line().contains(u"Look before you pass it on"_s));
    QVERIFY(line().contains(u"burnt into the picture"_s));
}

void TestTransfer::saysWhyNothingWentOut()
{
    source->refusal = Error{ErrorKind::Conflict, u"export.exists"_s, u"DICOMDIR"_s};

    exportAs(viewer::ExportWish::What::Copies, m_folder->path());

    QVERIFY(line().contains(u"Not all exported"_s));
    QVERIFY(line().contains(u"DICOMDIR"_s));
    QTest::mouseClick(f->link(u"Close"_s), Qt::LeftButton);
    QVERIFY(f->panel->findChild<QWidget *>(u"imaging.exportLine"_s)->isHidden());
}

void TestTransfer::leavesATrailBeforeAnythingGoesOut()
{
    exportAs(viewer::ExportWish::What::SeriesPictures, m_folder->path(), true);

    const auto &trail = f->desk.store()->audit();
    QVERIFY(!trail.empty());
    QCOMPARE(trail.back().act, u"imaging.export"_s);
    QCOMPARE(trail.back().detail, u"pictures=4 identity=named"_s);
}

/// They may be looked at, with the banner above them: what leaves would go into the wrong hands.
void TestTransfer::imagesOfAnotherPatientStayHere()
{
    auto stranger = test::aSeries(u"1"_s, 4);
    stranger.patientName = u"李四"_s;
    stranger.patientId = u"MRN900001"_s;
    source->places[u"/ct"_s] = std::vector{stranger};
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
    f->viewport()->setFocus();

    PanelFixture::press(Qt::Key_X, Qt::ShiftModifier);

    QCOMPARE(f->desk.lastErrorCode(), u"imaging.not-hers"_s);
    QVERIFY(!f->panel->findChild<ExportDialog *>());
    QVERIFY(!source->order);
}

void TestTransfer::theDialogSaysWhetherThePatientIsNamed()
{
    auto *dialog = openDialog();
    QVERIFY(dialog);
    auto *box = dialog->findChild<QComboBox *>(u"imaging.export.what"_s);
    auto *words = dialog->findChild<QLabel *>(u"imaging.export.consequence"_s);
    auto *exportButton = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);

    QVERIFY(!words->text().contains(u"names the patient"_s));
    dialog->findChild<QCheckBox *>(u"imaging.export.texts"_s)->setChecked(true);
    QVERIFY(words->text().contains(u"names the patient"_s));
    box->setCurrentIndex(2);
    QVERIFY(words->text().contains(u"PS3.15"_s));
    QVERIFY(dialog->findChild<viewer::BlankingPanel *>()->isVisible());
    Q_EMIT dialog->findChild<viewer::BlankingView *>()->drawn({0, 0, 64, 8});
    QVERIFY(words->text().contains(u"drawn parts are black"_s));
    box->setCurrentIndex(3);
    QVERIFY(exportButton->isEnabled());
    QVERIFY(!dialog->findChild<viewer::BlankingPanel *>()->isVisible());
    QVERIFY(words->text().contains(u"names the patient"_s));
    dialog->findChild<QLineEdit *>(u"imaging.export.folder"_s)->setText(u"relative"_s);
    QVERIFY(!exportButton->isEnabled());
}

void TestTransfer::aDroppedFolderIsAttached()
{
    source->places[m_folder->path()] = std::vector{test::aSeries(u"new"_s, 6, f->patient())};

    drop({QUrl::fromLocalFile(m_folder->path())});

    QVERIFY(m_wasTaken);
    QTRY_COMPARE(f->viewport()->sliceText(), u"4/6"_s);
    QCOMPARE(f->visit->record().studies.size(), 1U);
    drop({QUrl(u"https://example.org/image.dcm"_s)});
    QVERIFY(!m_wasTaken);
}

void TestTransfer::pastedPlacesAreAttachedOneAfterTheOther()
{
    auto stranger = test::aSeries(u"x"_s, 2);
    stranger.patientName = u"李四"_s;
    source->places[u"/usb/other"_s] = std::vector{stranger};
    source->places[u"/usb/hers"_s] = std::vector{test::aSeries(u"hers"_s, 6, f->patient())};
    auto *data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(u"/usb/other"_s), QUrl::fromLocalFile(u"/usb/hers"_s)});
    QGuiApplication::clipboard()->setMimeData(data);

    PanelFixture::press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(f->link(u"Do not attach"_s));
    QTest::mouseClick(f->link(u"Do not attach"_s), Qt::LeftButton);

    QTRY_COMPARE(f->viewport()->sliceText(), u"4/6"_s);
    QCOMPARE(f->desk.done.size(), 1);
    QVERIFY(!f->link(u"Do not attach"_s));
}

void TestTransfer::tooManyFilesAreAFolder()
{
    QList<QUrl> urls;
    for (int i = 0; i < 600; ++i)
        urls.append(QUrl::fromLocalFile(u"/usb/IM%1"_s.arg(i)));

    drop(urls);

    QCOMPARE(f->desk.errors.size(), 1);
    QCOMPARE(f->desk.errors[0].code, u"imaging.drop-folder"_s);
    QVERIFY(f->desk.done.isEmpty());
}

QTEST_MAIN(TestTransfer)
#include "test_transfer.moc"
