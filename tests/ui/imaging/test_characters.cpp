#include "fake_image_source.h"
#include "fake_imaging_objects.h"
#include "imaging/views/characters_dialog.h"
#include "panel_fixture.h"
#include "workflow/diagnostics/attach_study.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QTableView>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::FakeImageSource;
using test::FakeImagingObjects;
using test::PanelFixture;

namespace {

const QString kMisread = u"ÕÅÎ°"_s;
const QString kChinese = u"GB18030"_s;

} // namespace

/// Names that are shown as nonsense, and how they are made readable.
class TestCharacters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void theWindowShowsTheNameByEverySet();
    void choosingMakesTheBannerGoAway();
    void thePictureStaysAndNoFolderIsLookedThrough();
    void theCornerSaysByWhoseChoice();
    void theChoiceIsOnTheRecord();
    void whoeverOpensTheStudyNextReadsItSo();
    void theChoiceIsTakenBackByALink();
    void theWindowGoesBackToWhatTheFilesSay();
    void aSeriesThatCannotBeReadIsToldAndTheOthersShown();
    void attachingAsksWithTheLikelierName();
    void attachingSaysWhereANameIsNoText();
    void attachingReadsAsItWasChosenForTheStudy();
    void aSuspicionIsSaidWithTheLikelierName();
    void aSuspicionCanBeLeftAlone();
    void reportsAreReadAnewToo();
    void whatWasWrittenHereStaysAsItIs();
    void aRefusalIsSaidAndNothingChanges();
    void withoutAStudyOnRecordThereIsNothingToChoose();

private:
    const administration::Patient &patient() { return f->patient(); }

    /// On record as files name it: somebody whom nobody knows.
    std::vector<diagnostics::ImagingStudy> attached()
    {
        auto series = test::aSeries(u"1"_s, 40, patient());
        series.patientId.clear();
        series.patientName = kMisread;
        source->places[u"/ct"_s] = std::vector{series};
        for (const auto &uid : source->unreadable) {
            series.seriesInstanceUid = uid;
            source->places[u"/ct"_s]->push_back(series);
        }
        const auto context = f->desk.context();
        auto studies = QCoro::waitFor(
            workflow::attachStudies(context, context.newCommand(), patient().id, u"/ct"_s, {series}, true));
        return studies ? *studies : std::vector<diagnostics::ImagingStudy>();
    }

    void open()
    {
        f->openRecord(attached());
        QTRY_VERIFY(f->viewport()->isLoaded());
    }

    ui::NoticeLine *banner() { return f->panel->findChild<ui::NoticeLine *>(u"imaging.identity"_s); }
    QString lineText()
    {
        auto *line = f->panel->findChild<QWidget *>(u"imaging.characterLine"_s);
        return line->isVisible() ? line->property("text").toString() : QString();
    }

    /// Shift+C, then down to the row of GB18030.
    QTableView *openList()
    {
        f->panel->activateWindow();
        if (!QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }, test::kComesWithinMs))
            return nullptr;
        PanelFixture::press(Qt::Key_C, Qt::ShiftModifier);
        auto *table = f->panel->findChild<QTableView *>(u"imaging.characters.list"_s);
        if (!table || !QTest::qWaitFor([table] { return table->hasFocus(); }, test::kComesWithinMs))
            return nullptr;
        return table;
    }
    void choose(int rowsDown)
    {
        auto *table = openList();
        QVERIFY(table);
        for (int row = 0; row < std::abs(rowsDown); ++row)
            QTest::keyClick(table, rowsDown < 0 ? Qt::Key_Up : Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Return);
    }

    /// From another place, named as the files on record are.
    void attach(const QString &seriesUid)
    {
        auto series = test::aSeries(seriesUid, 3, patient());
        series.patientId.clear();
        series.patientName = kMisread;
        source->places[u"/usb"_s] = std::vector{series};
        f->panel->findChild<viewer::ImageAttachment *>()->start(u"/usb"_s);
    }
    QString question()
    {
        auto *line = f->panel->findChild<QWidget *>(u"imaging.attachLine"_s);
        return f->link(u"Do not attach"_s) ? line->property("text").toString() : QString();
    }

    std::shared_ptr<FakeImageSource> source;
    std::unique_ptr<PanelFixture> f;
};

void TestCharacters::init()
{
    f.reset();
    source = std::make_shared<FakeImageSource>();
    f = std::make_unique<PanelFixture>(source);
    for (const auto *terms : {"", "ISO_IR 192", "\\ISO 2022 IR 149", "ISO_IR 13", "ISO_IR 100", "ISO_IR 101",
                              "ISO_IR 144", "ISO_IR 126", "ISO_IR 127", "ISO_IR 166"})
        source->names[QString::fromLatin1(terms)] = kMisread;
    source->names[kChinese] = patient().name;
}

void TestCharacters::theWindowShowsTheNameByEverySet()
{
    open();

    auto *table = openList();

    QVERIFY(table);
    const QAbstractItemModelTester tester(table->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto cell = [table](int row, int column) {
        return table->model()->index(row, column).data().toString();
    };
    QTRY_COMPARE(cell(table->model()->rowCount() - 1, 1), kMisread);
    QCOMPARE(cell(0, 0), u"As the files say: ISO_IR 100"_s);
    QCOMPARE(cell(0, 1), kMisread);
    QVERIFY(cell(1, 0).startsWith(kChinese));
    QCOMPARE(cell(1, 1), patient().name);
    QCOMPARE(cell(1, 2), u"Chest"_s);
    QCOMPARE(table->currentIndex().row(), 0);
    QTest::keyClick(table, Qt::Key_Escape);
    QVERIFY(f->visit->record().studies.front().characterSet == std::nullopt);
}

void TestCharacters::choosingMakesTheBannerGoAway()
{
    open();
    QVERIFY(banner()->isVisible());
    QVERIFY(banner()->accessibleName().contains(kMisread));

    choose(1);

    QTRY_VERIFY(!banner()->isVisible());
    QVERIFY(f->panel->property("isPatientSafe").toBool());
    QVERIFY(f->viewport()->text().contains(patient().name));
    QVERIFY(lineText().contains(kChinese));
}

void TestCharacters::thePictureStaysAndNoFolderIsLookedThrough()
{
    open();
    PanelFixture::press(Qt::Key_Home);
    QTRY_COMPARE(f->viewport()->sliceText(), u"1/40"_s);
    PanelFixture::press(Qt::Key_1);
    const auto window = f->viewport()->windowText();
    const auto frames = source->asked;

    choose(1);

    QTRY_VERIFY(!banner()->isVisible());
    QCOMPARE(f->viewport()->sliceText(), u"1/40"_s);
    QCOMPARE(f->viewport()->windowText(), window);
    QCOMPARE(source->asked, frames);
    QCOMPARE(source->listed, QStringList{u"/ct"_s});
}

void TestCharacters::theCornerSaysByWhoseChoice()
{
    open();
    QVERIFY(!f->viewport()->text().contains(u"chosen by hand"_s));

    choose(1);

    QTRY_VERIFY(f->viewport()->text().contains(u"Characters: GB18030, chosen by hand"_s));
}

void TestCharacters::theChoiceIsOnTheRecord()
{
    open();

    choose(1);

    QTRY_COMPARE(f->visit->record().studies.front().characterSet, std::optional(kChinese));
    QCOMPARE(f->desk.store()->audit().back().act, u"imaging.characters"_s);
}

void TestCharacters::whoeverOpensTheStudyNextReadsItSo()
{
    open();
    choose(1);
    QTRY_COMPARE(f->visit->record().studies.front().characterSet, std::optional(kChinese));
    const auto stored = QCoro::waitFor(
        workflow::find(f->desk.context().store, workflow::query::studiesOfPatient, patient().id));
    QVERIFY(stored);

    f->openRecord(*stored);

    QTRY_VERIFY(f->viewport()->isLoaded());
    QVERIFY(f->viewport()->text().contains(patient().name));
    QVERIFY(!banner()->isVisible());
}

void TestCharacters::theChoiceIsTakenBackByALink()
{
    open();
    choose(1);
    QTRY_VERIFY(!banner()->isVisible());

    auto *undo = f->link(u"Undo"_s);
    QVERIFY(undo);
    undo->click();

    QTRY_VERIFY(banner()->isVisible());
    QVERIFY(!f->visit->record().studies.front().characterSet);
    QVERIFY(lineText().isEmpty());
    QVERIFY(!f->viewport()->text().contains(u"chosen by hand"_s));
}

void TestCharacters::theWindowGoesBackToWhatTheFilesSay()
{
    open();
    choose(1);
    QTRY_VERIFY(!banner()->isVisible());
    f->viewport()->setFocus();

    choose(-1);

    QTRY_VERIFY(banner()->isVisible());
    QVERIFY(!f->visit->record().studies.front().characterSet);
}

void TestCharacters::aSeriesThatCannotBeReadIsToldAndTheOthersShown()
{
    source->unreadable = {u"2"_s};
    open();

    auto *table = openList();
    QVERIFY(table);
    QTRY_COMPARE(table->model()->index(1, 1).data().toString(),
                 patient().name); // and not the other's beside it
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);

    QTRY_VERIFY2(lineText().contains(u"Not read so: 1 series"_s), qPrintable(lineText()));
    QVERIFY(f->viewport()->text().contains(patient().name));
    QVERIFY(!banner()->isVisible());
    f->link(u"Close"_s)->click();
    QVERIFY2(lineText().contains(u"Not read so: 1 series"_s), "as long as it is so");
}

/// Whoever reads ÕÅÎ° and says "another patient" has left the images out; whoever says yes has not compared.
void TestCharacters::attachingAsksWithTheLikelierName()
{
    f->openRecord({});
    source->likelier = kChinese;

    attach(u"9"_s);

    QTRY_VERIFY(!question().isEmpty());
    QVERIFY2(question().contains(kMisread), "as the viewer would show it");
    QVERIFY2(question().contains(u"declare ISO_IR 100 and look like GB18030, in which they name "_s
                                 + patient().name),
             qPrintable(question()));
    QVERIFY(question().contains(u"Then they are this patient's"_s));
    QVERIFY2(f->visit->record().studies.empty(), "a guess attaches nothing");
}

void TestCharacters::attachingSaysWhereANameIsNoText()
{
    f->openRecord({});
    source->areClean = false;

    attach(u"9"_s);

    QTRY_VERIFY2(question().contains(u"no text in the characters that the files declare (ISO_IR 100)"_s),
                 qPrintable(question()));
}

void TestCharacters::attachingReadsAsItWasChosenForTheStudy()
{
    open();
    choose(1);
    QTRY_COMPARE(f->visit->record().studies.front().characterSet, std::optional(kChinese));

    attach(u"9"_s);

    // Nobody is asked about this patient's own images: it is said that the study is on record.
    const auto *attachment = f->panel->findChild<viewer::ImageAttachment *>();
    QTRY_COMPARE(attachment->step(), viewer::ImageAttachment::Step::Failed);
    QCOMPARE(attachment->error().code, u"store.unique"_s);
}

void TestCharacters::aSuspicionIsSaidWithTheLikelierName()
{
    source->likelier = kChinese;
    open();
    QTRY_VERIFY(lineText().contains(patient().name));
    QVERIFY(lineText().contains(u"ISO_IR 100"_s));

    f->link(u"Read as GB18030"_s)->click();

    QTRY_VERIFY(!banner()->isVisible());
    QCOMPARE(f->visit->record().studies.front().characterSet, std::optional(kChinese));
}

void TestCharacters::aSuspicionCanBeLeftAlone()
{
    source->likelier = kChinese;
    open();
    QTRY_VERIFY(!lineText().isEmpty());

    f->link(u"Not now"_s)->click();

    QVERIFY(lineText().isEmpty());
    QVERIFY(banner()->isVisible());
}

void TestCharacters::reportsAreReadAnewToo()
{
    const auto objects = std::make_shared<FakeImagingObjects>();
    objects->names[kChinese] = patient().name;
    workflow::ImagingObject report;
    report.studyInstanceUid = u"2.25.1"_s;
    report.seriesInstanceUid = u"7.1"_s;
    report.sopInstanceUid = u"7"_s;
    report.patientName = kMisread;
    report.patientBirthDate = patient().birthDate.toIso();
    objects->places[u"/ct"_s] = {report};
    objects->contents[u"7"_s] = imaging::Report();
    f->desk.objects = objects;
    open();
    PanelFixture::press(Qt::Key_D, Qt::ShiftModifier);
    QTRY_COMPARE(objects->readBy, QStringList{QString()});
    QVERIFY(banner()->isVisible());

    choose(1);

    QTRY_COMPARE(objects->readBy, (QStringList{QString(), kChinese}));
    QTRY_VERIFY(!banner()->isVisible());
}

void TestCharacters::whatWasWrittenHereStaysAsItIs()
{
    const auto objects = std::make_shared<FakeImagingObjects>();
    objects->names[kChinese] = u"nonsense of UTF-8"_s;
    workflow::ImagingObject report;
    report.studyInstanceUid = u"2.25.1"_s;
    report.sopInstanceUid = u"7"_s;
    report.patientName = patient().name;
    report.patientBirthDate = patient().birthDate.toIso();
    objects->own = {report};
    objects->contents[u"7"_s] = imaging::Report();
    f->desk.objects = objects;
    open();
    PanelFixture::press(Qt::Key_D, Qt::ShiftModifier);
    QTRY_VERIFY(!banner()->isVisible());

    choose(1);

    QTRY_COMPARE(f->visit->record().studies.front().characterSet, std::optional(kChinese));
    QVERIFY(!banner()->isVisible());
    QCOMPARE(objects->readBy, QStringList{QString()});
}

void TestCharacters::aRefusalIsSaidAndNothingChanges()
{
    open();
    f->desk.world().policy->refused.insert(u"imaging.attach"_s);

    choose(1);

    QTRY_COMPARE(f->desk.lastErrorCode(), u"access.denied"_s);
    QVERIFY(banner()->isVisible());
    QVERIFY(!f->visit->record().studies.front().characterSet);
}

void TestCharacters::withoutAStudyOnRecordThereIsNothingToChoose()
{
    f->openRecord({});

    QVERIFY(!f->panel->findChild<QAction *>(u"imaging.characters"_s)->isEnabled());
    QVERIFY(f->desk.commands.contains(u"imaging.characters"_s));
}

QTEST_MAIN(TestCharacters)
#include "test_characters.moc"
