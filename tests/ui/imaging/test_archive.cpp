#include "fake_archive.h"
#include "fake_image_source.h"
#include "imaging/models/image_attachment.h"
#include "imaging/views/archive_dialog.h"
#include "imaging/views/transfer_line.h"
#include "panel_fixture.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::FakeArchive;
using test::PanelFixture;
using viewer::ArchiveDialog;
using viewer::TransferLine;

/// Images of the patient, asked for and brought from an archive by keyboard.
class TestArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void asksForTheNumberOfThePatientAtOnce();
    void asksAgainForAName();
    void theLatestStudyStandsFirst();
    void saysWhyTheArchiveDoesNotAnswer();
    void stopsAskingWhenTold();
    void whatWasAskedIsInTheTrail();
    void showsTheFirstImageBeforeTheLastIsThere();
    void attachesWhatCameWhole();
    void staysWhereOneIsWhenTheStudyIsAttached();
    void releasesWhatIsNotPutOnRecord();
    void releasesWhatNobodyDecidedAbout();
    void saysWhatIsMissingAndGetsTheRest();
    void stopsWhenTold();
    void bringsOneStudyAfterTheOther();
    void withoutAnArchiveTheCommandIsOff();

private:
    static workflow::ArchivedStudy study(const QString &uid)
    {
        workflow::ArchivedStudy study;
        study.studyInstanceUid = uid;
        study.patientName = u"张伟"_s;
        study.studyDate = u"2026-11-22"_s;
        study.modalities = {u"CT"_s};
        study.description = u"Chest"_s;
        study.instances = 3;
        return study;
    }
    /// The same pictures where they lie for good.
    static workflow::ImageSeries movedTo(const QString &folder, workflow::ImageSeries series)
    {
        for (auto &instance : series.instances)
            instance.location = folder + instance.sopInstanceUid;
        return series;
    }
    ArchiveDialog *dialog() const { return f->panel->findChild<ArchiveDialog *>(); }
    QString line() const { return f->panel->findChild<TransferLine *>()->text(); }
    /// Opens the window and brings what is chosen there.
    void bringFirst();

    std::shared_ptr<test::FakeImageSource> source;
    std::shared_ptr<FakeArchive> archive;
    std::shared_ptr<test::FakeReceived> received;
    std::unique_ptr<PanelFixture> f;
};

void TestArchive::init()
{
    f.reset();
    source = std::make_shared<test::FakeImageSource>();
    archive = std::make_shared<FakeArchive>();
    received = std::make_shared<test::FakeReceived>();
    archive->studies = workflow::StudyList{{study(u"2.25.1"_s)}, false};
    f = std::make_unique<PanelFixture>(source);
    f->desk.imageArchives = {archive};
    f->desk.received = received;
    f->open({});
}

void TestArchive::bringFirst()
{
    PanelFixture::press(Qt::Key_A, Qt::ShiftModifier);
    QTRY_VERIFY(dialog());
    QTRY_COMPARE(dialog()->findChild<QTableView *>()->model()->rowCount(), 1);
    QTRY_VERIFY(QApplication::focusWidget() && dialog()->isAncestorOf(QApplication::focusWidget()));
    PanelFixture::press(Qt::Key_Down);
    PanelFixture::press(Qt::Key_Return);
    PanelFixture::press(Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QTRY_VERIFY(archive->underWay() > 0);
}

void TestArchive::asksForTheNumberOfThePatientAtOnce()
{
    PanelFixture::press(Qt::Key_A, Qt::ShiftModifier);

    QTRY_COMPARE(archive->asked.size(), 1U);
    QCOMPARE(archive->asked.front().patientId, f->patient().mrn);
    QTRY_COMPARE(dialog()->findChild<QTableView *>()->model()->rowCount(), 1);
}

void TestArchive::asksAgainForAName()
{
    PanelFixture::press(Qt::Key_A, Qt::ShiftModifier);
    QTRY_COMPARE(archive->asked.size(), 1U);
    archive->studies = workflow::StudyList{{study(u"2.25.1"_s), study(u"2.25.2"_s)}, true};

    auto *name = dialog()->findChild<QLineEdit *>(u"imaging.archive.name"_s);
    name->setFocus();
    QTest::keyClicks(name, u"Zhang*"_s);
    QTest::keyClick(name, Qt::Key_Return);

    QTRY_COMPARE(archive->asked.size(), 2U);
    QCOMPARE(archive->asked.back().patientName, u"Zhang*"_s);
    QTRY_COMPARE(dialog()->findChild<QTableView *>()->model()->rowCount(), 2);
}

/// Archives answer in any order.
void TestArchive::theLatestStudyStandsFirst()
{
    auto earlier = study(u"2.25.2"_s);
    earlier.studyDate = u"2013-01-25"_s;
    auto undated = study(u"2.25.3"_s);
    undated.studyDate.clear();
    archive->studies = workflow::StudyList{{undated, earlier, study(u"2.25.1"_s)}, false};

    PanelFixture::press(Qt::Key_A, Qt::ShiftModifier);

    QTRY_VERIFY(dialog());
    const auto *model = dialog()->findChild<QTableView *>()->model();
    QTRY_COMPARE(model->rowCount(), 3);
    const auto day = [model](int row) { return model->index(row, 0).data().toString(); };
    QCOMPARE(day(0), u"2026-11-22"_s);
    QCOMPARE(day(1), u"2013-01-25"_s);
    QCOMPARE(day(2), u"No date"_s);
}

void TestArchive::saysWhyTheArchiveDoesNotAnswer()
{
    archive->studies = Error{ErrorKind::Unavailable, u"archive.silent"_s, u"10.0.0.1"_s};

    PanelFixture::press(Qt::Key_A, Qt::ShiftModifier);

    QTRY_VERIFY(dialog() && !dialog()->findChild<QPushButton *>(u"imaging.archive.bring"_s)->isEnabled());
    QTRY_VERIFY(dialog()->property("text").toString().size() > 5);
}

void TestArchive::stopsAskingWhenTold()
{
    archive->isHolding = true;
    PanelFixture::press(Qt::Key_A, Qt::ShiftModifier);
    QTRY_COMPARE(archive->asked.size(), 1U);
    auto *stop = dialog()->findChild<QPushButton *>(u"imaging.archive.stop"_s);
    QVERIFY(stop->isEnabled());

    QTest::mouseClick(stop, Qt::LeftButton);
    archive->answer();

    QTRY_VERIFY(!stop->isEnabled());
    QVERIFY2(dialog()->text().startsWith(u"You stopped it"_s), qPrintable(dialog()->text()));
    QCOMPARE(dialog()->focusWidget(), dialog()->findChild<QLineEdit *>(u"imaging.archive.number"_s));
}

void TestArchive::whatWasAskedIsInTheTrail()
{
    bringFirst();

    QStringList acts;
    for (const auto &event : f->desk.store()->audit())
        acts.append(event.act);
    QVERIFY(acts.contains(u"archive.query"_s));
    QVERIFY(acts.contains(u"archive.retrieve"_s));
}

void TestArchive::showsTheFirstImageBeforeTheLastIsThere()
{
    source->places[u"/received/2.25.1"_s] = std::vector{test::aSeries(u"1"_s, 1, f->patient())};
    bringFirst();

    archive->send(u"1.0"_s, 3);

    QTRY_VERIFY(f->viewport()->isLoaded());
    QCOMPARE(f->viewport()->sliceText(), u"1/1"_s);
    QVERIFY2(line().contains(u"1 of 3"_s), qPrintable(line()));
    QVERIFY(f->visit->record().studies.empty());
}

void TestArchive::attachesWhatCameWhole()
{
    source->places[u"/kept/2.25.1"_s] = std::vector{test::aSeries(u"1"_s, 3, f->patient())};
    bringFirst();
    archive->send(u"1.0"_s, 3);

    archive->end(workflow::ImageTransfer{{.done = 3, .failed = 0, .total = 3}, {}, {}});

    QTRY_COMPARE(f->visit->record().studies.size(), 1U);
    QCOMPARE(f->visit->record().studies.front().endpoint, u"/kept/2.25.1"_s);
    QCOMPARE(received->kept, QStringList{u"2.25.1"_s});
    QTRY_VERIFY(f->panel->findChild<TransferLine *>()->isHidden());
}

void TestArchive::staysWhereOneIsWhenTheStudyIsAttached()
{
    const auto first = test::aSeries(u"1"_s, 9, f->patient());
    const auto second = test::aSeries(u"2"_s, 9, f->patient());
    source->places[u"/received/2.25.1"_s] = std::vector{first, second};
    source->places[u"/kept/2.25.1"_s] =
        std::vector{movedTo(u"/kept/"_s, first), movedTo(u"/kept/"_s, second)};
    bringFirst();
    archive->send(u"1.0"_s, 18);
    QTRY_VERIFY(f->viewport()->isLoaded());
    f->panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f->panel.get()));
    f->viewport()->setFocus();
    PanelFixture::press(Qt::Key_Right);
    PanelFixture::press(Qt::Key_End);
    QTRY_COMPARE(f->viewport()->sliceText(), u"9/9"_s);
    const auto where = f->viewport()->seriesText();

    archive->end(workflow::ImageTransfer{{.done = 18, .failed = 0, .total = 18}, {}, {}});

    QTRY_COMPARE(f->visit->record().studies.size(), 1U);
    QTRY_VERIFY(f->viewport()->isLoaded());
    QCOMPARE(f->viewport()->sliceText(), u"9/9"_s);
    QCOMPARE(f->viewport()->seriesText(), where);
    QCOMPARE(received->released, 0);
}

/// They name somebody else, and the answer is no.
void TestArchive::releasesWhatIsNotPutOnRecord()
{
    administration::Patient other;
    other.name = u"李四"_s;
    other.mrn = u"OTHER-1"_s;
    source->places[u"/kept/2.25.1"_s] = std::vector{test::aSeries(u"1"_s, 3, other)};
    bringFirst();
    archive->send(u"1.0"_s, 3);
    archive->end(workflow::ImageTransfer{{.done = 3, .failed = 0, .total = 3}, {}, {}});
    auto *attachment = f->panel->findChild<viewer::ImageAttachment *>();
    QTRY_VERIFY(attachment->step() == viewer::ImageAttachment::Step::Confirming);

    attachment->dismiss();

    QTRY_COMPARE(received->released, 1);
    QVERIFY(f->visit->record().studies.empty());
    QTRY_VERIFY(f->stateText().contains(u"No images of this patient"_s));
}

/// The visit is left while the question still stands.
void TestArchive::releasesWhatNobodyDecidedAbout()
{
    administration::Patient other;
    other.name = u"李四"_s;
    source->places[u"/kept/2.25.1"_s] = std::vector{test::aSeries(u"1"_s, 3, other)};
    bringFirst();
    archive->send(u"1.0"_s, 3);
    archive->end(workflow::ImageTransfer{{.done = 3, .failed = 0, .total = 3}, {}, {}});
    auto *attachment = f->panel->findChild<viewer::ImageAttachment *>();
    QTRY_VERIFY(attachment->step() == viewer::ImageAttachment::Step::Confirming);

    f.reset();

    QTRY_COMPARE(received->released, 1);
}

void TestArchive::saysWhatIsMissingAndGetsTheRest()
{
    bringFirst();
    archive->send(u"1.0"_s, 3);
    archive->end(workflow::ImageTransfer{
        {.done = 1, .failed = 0, .total = 3}, {}, Error{ErrorKind::Unavailable, u"archive.cut"_s, {}}});
    QTRY_VERIFY2(line().contains(u"1 of 3"_s), qPrintable(line()));
    QVERIFY(f->visit->record().studies.empty());

    auto *again = f->link(u"Get the rest"_s);
    QVERIFY(again);
    again->click();

    QTRY_COMPARE(archive->wanted.size(), 2U);
    QCOMPARE(archive->wanted.back(), archive->wanted.front());
}

void TestArchive::stopsWhenTold()
{
    bringFirst();
    archive->send(u"1.0"_s, 3);
    QTRY_VERIFY(f->link(u"Stop"_s));

    f->link(u"Stop"_s)->click();

    QVERIFY(archive->wasStopped());
    archive->end(workflow::ImageTransfer{{.done = 1, .failed = 0, .total = 3}, {}, cancelled()});
    QTRY_VERIFY2(line().contains(u"You stopped it"_s), qPrintable(line()));
}

void TestArchive::bringsOneStudyAfterTheOther()
{
    bringFirst();
    archive->studies = workflow::StudyList{{study(u"2.25.2"_s)}, false};
    f->panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f->panel.get()));
    f->panel->setFocus();
    bringFirst();
    QCOMPARE(archive->wanted.size(), 1U);

    archive->end(workflow::ImageTransfer{{.done = 3, .failed = 0, .total = 3}, {}, {}});

    QTRY_COMPARE(archive->wanted.size(), 2U);
    QCOMPARE(archive->wanted.back().studyInstanceUid, u"2.25.2"_s);
}

void TestArchive::withoutAnArchiveTheCommandIsOff()
{
    f = std::make_unique<PanelFixture>(source);
    f->open({});

    QVERIFY(!f->desk.commands.value(u"imaging.archive"_s)->isEnabled());
    PanelFixture::press(Qt::Key_A, Qt::ShiftModifier);
    QVERIFY(!dialog());
}

QTEST_MAIN(TestArchive)
#include "test_archive.moc"
