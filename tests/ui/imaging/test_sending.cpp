#include "fake_archive.h"
#include "fake_image_source.h"
#include "fake_imaging_objects.h"
#include "imaging/models/sending_choice.h"
#include "panel_fixture.h"

#include <QMenu>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::FakeArchive;
using test::FakeImageSource;
using test::FakeImagingObjects;
using test::PanelFixture;

namespace {

workflow::ImagingObject anObject(const QString &uid, workflow::ImagingObjectKind kind)
{
    workflow::ImagingObject object;
    object.kind = kind;
    object.studyInstanceUid = u"2.25.1"_s;
    object.seriesInstanceUid = u"series-of-"_s + uid;
    object.sopInstanceUid = uid;
    object.location = u"/own/"_s + uid;
    return object;
}

/// Of four files.
workflow::ImageTransfer soFar(int done)
{
    workflow::ImageTransfer transfer;
    transfer.count = {.done = done, .failed = 0, .total = 4};
    return transfer;
}

} // namespace

/// What is shown goes to an archive.
class TestSending : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void choosesByKindAndStudy();
    void theStudyIsSentWithACount();
    void aRefusalIsSaidInWords();
    void aStoppedSendingSaysHowFarItCame();
    void onlyWhatIsThereCanBeChosen();
    void imagesOfAnotherPatientAreNotSent();
    void withoutTheRightNothingGoes();

private:
    void open(const administration::Patient &patient)
    {
        auto series = test::aSeries(u"1"_s, 3, patient);
        for (auto &instance : series.instances)
            instance.location = u"/ct/"_s + instance.sopInstanceUid;
        source->places[u"/ct"_s] = std::vector{series};
        f->open({u"/ct"_s});
        QTRY_VERIFY(f->viewport()->isLoaded());
    }
    QMenu *list() const
    {
        PanelFixture::press(Qt::Key_X, Qt::AltModifier);
        return f->panel->findChild<QMenu *>(u"imaging.sendList"_s);
    }
    QAction *choice(const QString &what) const
    {
        return list()->findChild<QAction *>(u"imaging.send."_s + what);
    }
    QString line() const
    {
        return f->panel->findChild<QWidget *>(u"imaging.sending"_s)->property("text").toString();
    }
    void sendStudy()
    {
        choice(u"study"_s)->trigger();
        QTRY_COMPARE(archive->sent.size(), 4);
    }

    std::shared_ptr<FakeImageSource> source;
    std::shared_ptr<FakeImagingObjects> objects;
    std::shared_ptr<FakeArchive> archive;
    std::unique_ptr<PanelFixture> f;
};

void TestSending::init()
{
    f.reset();
    source = std::make_shared<FakeImageSource>();
    objects = std::make_shared<FakeImagingObjects>();
    objects->own = {anObject(u"sr"_s, workflow::ImagingObjectKind::Report)};
    archive = std::make_shared<FakeArchive>();
    f = std::make_unique<PanelFixture>(source);
    f->desk.objects = objects;
    f->desk.imageArchives = {archive};
}

void TestSending::choosesByKindAndStudy()
{
    using Kind = workflow::ImagingObjectKind;
    auto series = test::aSeries(u"1"_s, 3);
    for (auto &instance : series.instances)
        instance.location = u"/ct/"_s + instance.sopInstanceUid;
    auto foreign = anObject(u"x"_s, Kind::Report);
    foreign.studyInstanceUid = u"2.25.2"_s;

    const auto choice = viewer::sendingChoice(
        {{series, {1}}},
        {anObject(u"sr"_s, Kind::Report), anObject(u"ko"_s, Kind::KeyObjects),
         anObject(u"pr"_s, Kind::PresentationState), anObject(u"ecg"_s, Kind::Waveform), foreign});

    QCOMPARE(choice.keyImages, (QStringList{u"/ct/1.1"_s, u"/own/ko"_s}));
    QCOMPARE(choice.written, (QStringList{u"/own/sr"_s, u"/own/pr"_s}));
    QCOMPARE(choice.study.size(), 7);
}

void TestSending::theStudyIsSentWithACount()
{
    open(f->patient());

    sendStudy();
    QCOMPARE(archive->sent, (QStringList{u"/ct/1.0"_s, u"/ct/1.1"_s, u"/ct/1.2"_s, u"/own/sr"_s}));
    archive->say({.done = 2, .failed = 0, .total = 4});
    QTRY_VERIFY(line().contains(u"2 of 4 files sent"_s));
    archive->endSending(soFar(4));

    QTRY_VERIFY(line().contains(u"4 of 4 files sent"_s));
    QVERIFY(line().contains(archive->displayName()));
    QTRY_COMPARE(f->desk.store()->audit().back().detail, u"sent=4 failed=0 total=4"_s);
    QCOMPARE(f->desk.store()->audit().back().act, u"imaging.export"_s);
    f->link(u"Close"_s)->click();
    QTRY_VERIFY(!f->panel->findChild<QWidget *>(u"imaging.sending"_s)->isVisible());
}

void TestSending::aRefusalIsSaidInWords()
{
    open(f->patient());
    sendStudy();

    auto transfer = soFar(3);
    transfer.count.failed = 1;
    transfer.failures.push_back({u"1.2"_s, Error{ErrorKind::Forbidden, u"archive.refused"_s, u"0xA700"_s}});
    archive->endSending(transfer);

    QTRY_VERIFY2(line().contains(u"Only 3 of 4 files sent"_s), qPrintable(line()));
    QVERIFY2(line().contains(u"1 refused"_s), qPrintable(line()));
    f->link(u"Send again"_s)->click();
    QTRY_VERIFY(line().contains(u"0 of 4 files sent"_s));
}

void TestSending::aStoppedSendingSaysHowFarItCame()
{
    open(f->patient());
    sendStudy();

    QTRY_VERIFY(f->link(u"Stop"_s));
    f->link(u"Stop"_s)->click();
    QVERIFY(archive->wasSendingStopped());
    auto transfer = soFar(1);
    transfer.endedBy = cancelled();
    archive->endSending(transfer);

    QTRY_VERIFY2(line().contains(u"Only 1 of 4 files sent"_s), qPrintable(line()));
    QVERIFY(line().contains(u"You stopped it."_s));
}

void TestSending::onlyWhatIsThereCanBeChosen()
{
    open(f->patient());

    QVERIFY(!choice(u"key-images"_s)->isEnabled());
    QVERIFY(choice(u"written"_s)->isEnabled());
    QVERIFY(choice(u"written"_s)->text().contains(u"(1)"_s));
}

void TestSending::imagesOfAnotherPatientAreNotSent()
{
    auto other = f->patient();
    other.name = u"李四"_s;
    other.mrn = u"7"_s;
    open(other);

    const auto *menu = list();
    QCOMPARE(menu->actions().size(), 1);
    QVERIFY(!menu->actions().front()->isEnabled());
    QVERIFY(menu->actions().front()->text().contains(u"another patient"_s));
}

void TestSending::withoutTheRightNothingGoes()
{
    open(f->patient());
    f->desk.world().policy->refused.insert(u"imaging.export"_s);

    choice(u"study"_s)->trigger();

    QTRY_VERIFY2(line().contains(u"Not sent"_s), qPrintable(line()));
    QVERIFY(archive->sent.isEmpty());
}

QTEST_MAIN(TestSending)
#include "test_sending.moc"
