#include "core/task_of.h"
#include "fake_archive.h"
#include "fake_image_source.h"
#include "fake_imaging_objects.h"
#include "imaging/models/sending_choice.h"
#include "panel_fixture.h"
#include "workflow/ports/storage_commitment.h"

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

/// That can be asked whether it keeps what it took, and says so when the test does.
class ConfirmingArchive : public FakeArchive, public workflow::StorageCommitment
{
public:
    using Confirmed = Result<workflow::StorageConfirmation>;

    int questions = 0;
    QStringList askedAbout;
    std::stop_token stop;

    std::chrono::seconds confirmationPatience() const override { return std::chrono::seconds(7); }
    Task<Confirmed> confirm(QStringList files, std::stop_token stopped) override
    {
        ++questions;
        askedAbout = files;
        stop = std::move(stopped);
        m_promise = std::make_unique<QPromise<Confirmed>>();
        m_promise->start();
        return simiao::taskOf(m_promise->future());
    }
    void say(const Confirmed &answer)
    {
        const auto promise = std::move(m_promise); // a next question may come from within
        promise->addResult(answer);
        promise->finish();
    }
    ~ConfirmingArchive() override
    {
        if (m_promise)
            say(cancelled());
    }

private:
    std::unique_ptr<QPromise<Confirmed>> m_promise;
};

Error anError(ErrorKind kind, const QString &code)
{
    return {kind, code, {}};
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
    void sendsAgainWhatIsMissingAlone();
    void aStoppedSendingSaysHowFarItCame();
    void onlyWhatIsThereCanBeChosen();
    void imagesOfAnotherPatientAreNotSent();
    void withoutTheRightNothingGoes();
    void theArchiveConfirmsWhatItKeeps();
    void whatIsNotConfirmedIsSaid();
    void whoDoesNotAnswerIsAskedAgain();
    void aQuestionCanBeLeft();

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

    /// All of a study is with an archive that is asked now.
    std::shared_ptr<ConfirmingArchive> asked()
    {
        auto confirming = std::make_shared<ConfirmingArchive>();
        archive = confirming;
        f->desk.imageArchives = {archive};
        open(f->patient());
        sendStudy();
        archive->endSending(soFar(4));
        if (!QTest::qWaitFor([&] { return confirming->questions == 1; }, test::kComesWithinMs))
            qFatal("it is not asked");
        return confirming;
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

/// Three of four are with the archive, which said so.
void TestSending::sendsAgainWhatIsMissingAlone()
{
    open(f->patient());
    sendStudy();
    const auto files = archive->sent;
    for (const auto &file : files.first(3))
        archive->note(file);
    auto cut = soFar(3);
    cut.endedBy = Error{ErrorKind::Unavailable, u"archive.cut"_s, {}};
    archive->endSending(cut);
    QTRY_VERIFY2(line().contains(u"Only 3 of 4 files sent"_s), qPrintable(line()));

    f->link(u"Send again"_s)->click();

    QTRY_COMPARE(archive->sent, files.last(1));
    QTRY_VERIFY2(line().contains(u"3 of 4 files sent"_s), qPrintable(line()));
    archive->note(files.last());
    workflow::ImageTransfer rest;
    rest.count = {.done = 1, .failed = 0, .total = 1};
    archive->endSending(rest);
    QTRY_VERIFY2(line().contains(u"4 of 4 files sent"_s), qPrintable(line()));
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

void TestSending::theArchiveConfirmsWhatItKeeps()
{
    const auto confirming = asked();
    QCOMPARE(confirming->askedAbout, archive->sent);
    QVERIFY2(line().contains(u"The archive is asked"_s), qPrintable(line()));

    confirming->say(workflow::StorageConfirmation{.confirmed = 4, .asked = 4, .failures = {}});

    QTRY_VERIFY2(line().contains(u"The archive has confirmed 4 of 4."_s), qPrintable(line()));
    QVERIFY(line().contains(u"4 of 4 files sent"_s));
    QVERIFY(!f->link(u"Ask again"_s));
}

void TestSending::whatIsNotConfirmedIsSaid()
{
    const auto confirming = asked();

    confirming->say(workflow::StorageConfirmation{
        .confirmed = 3,
        .asked = 4,
        .failures = {{u"1.2"_s, anError(ErrorKind::Unavailable, u"archive.not-committed"_s)}}});

    QTRY_VERIFY2(line().contains(u"The archive has confirmed 3 of 4. Not confirmed: "_s), qPrintable(line()));
    f->link(u"Ask again"_s)->click();
    QTRY_COMPARE(confirming->questions, 2);
    confirming->say(anError(ErrorKind::Forbidden, u"archive.service-refused"_s));
    QTRY_VERIFY2(line().contains(u"Not confirmed: "_s), qPrintable(line()));
    QVERIFY2(!line().contains(u"3 of 4"_s), qPrintable(line()));
}

void TestSending::whoDoesNotAnswerIsAskedAgain()
{
    const auto confirming = asked();
    const auto silent = anError(ErrorKind::Unavailable, u"archive.silent"_s);

    confirming->say(silent);
    QTRY_COMPARE(confirming->questions, 2);
    QTRY_VERIFY2(line().contains(u"No answer within 7 s"_s), qPrintable(line()));
    QVERIFY2(line().contains(u"asked again"_s), qPrintable(line()));
    confirming->say(silent);

    QTRY_VERIFY2(line().contains(u"Not confirmed: no answer within 7 s. Asked 2 times."_s),
                 qPrintable(line()));
    QCOMPARE(confirming->questions, 2);
    f->link(u"Ask again"_s)->click();
    QTRY_COMPARE(confirming->questions, 3);
    confirming->say(workflow::StorageConfirmation{.confirmed = 4, .asked = 4, .failures = {}});
    QTRY_VERIFY2(line().contains(u"The archive has confirmed 4 of 4."_s), qPrintable(line()));
}

void TestSending::aQuestionCanBeLeft()
{
    const auto confirming = asked();

    f->link(u"Close"_s)->click();

    QVERIFY(confirming->stop.stop_requested());
    confirming->say(cancelled());
    QTRY_VERIFY(!f->panel->findChild<QWidget *>(u"imaging.sending"_s)->isVisible());
    QCOMPARE(confirming->questions, 1);
}

QTEST_MAIN(TestSending)
#include "test_sending.moc"
