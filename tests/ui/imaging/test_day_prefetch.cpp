#include "fake_archive.h"
#include "fake_image_source.h"
#include "fake_imaging_objects.h"
#include "imaging/models/day_prefetch.h"
#include "support/waiting_patient.h"

#include <QCoroTask>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;
using viewer::DayPrefetch;

namespace {

workflow::ArchivedStudy aStudy(const QString &uid, const QString &date, std::optional<int> instances = 3)
{
    workflow::ArchivedStudy study;
    study.studyInstanceUid = uid;
    study.studyDate = date;
    study.instances = instances;
    return study;
}

workflow::ImagingObject keyObjects(const QString &study, const QString &uid)
{
    workflow::ImagingObject object;
    object.kind = workflow::ImagingObjectKind::KeyObjects;
    object.studyInstanceUid = study;
    object.sopInstanceUid = uid;
    return object;
}

/// A key object selection of these images.
imaging::Report naming(const QStringList &images)
{
    imaging::Report report;
    report.root.type = imaging::ContentType::Container;
    for (const auto &uid : images) {
        imaging::ContentItem item;
        item.type = imaging::ContentType::Image;
        item.reference.sopInstanceUid = uid;
        report.root.children.push_back(item);
    }
    return report;
}

/// A physician with a queue, an archive and nothing on the screen.
struct Day
{
    test::FakeDesk desk;
    std::shared_ptr<test::FakeArchive> archive = std::make_shared<test::FakeArchive>();
    std::shared_ptr<test::FakeReceived> received = std::make_shared<test::FakeReceived>();
    std::shared_ptr<test::FakeImageSource> source = std::make_shared<test::FakeImageSource>();
    std::shared_ptr<viewer::FrameCache> cache = std::make_shared<viewer::FrameCache>();
    DayPrefetch *prefetch = nullptr;

    Day()
    {
        desk.imageArchives = {archive};
        desk.received = received;
        desk.imageSource = source;
        desk.choices = test::prefetching(true);
        archive->studies =
            workflow::StudyList{{aStudy(u"2.25.1"_s, u"2024-01-01"_s), aStudy(u"2.25.2"_s, u"2026-01-01"_s),
                                 aStudy(u"2.25.3"_s, u"2025-01-01"_s)},
                                false};
    }
    workflow::Context context() { return desk.context(); }
    /// Another one waits, with this number.
    administration::Patient comes(int number,
                                  scheduling::TaskStatus status = scheduling::TaskStatus::Requested)
    {
        return test::waitingPatient(desk, number, status);
    }
    void commit(workflow::UnitOfWork work) { test::commitTo(desk, std::move(work)); }
    /// Her latest study on record: nine slices at /images/1.
    workflow::ImageSeries hasImages(const administration::Patient &patient)
    {
        diagnostics::ImagingStudy study;
        study.id = context().newId<diagnostics::ImagingStudy>();
        study.patient = patient.id;
        study.studyInstanceUid = u"2.25.1"_s;
        study.endpoint = u"/images/1"_s;
        auto work = context().begin(context().newCommand(), u"test.seed"_s);
        work.insert(study);
        commit(std::move(work));
        auto series = test::aSeries(u"1"_s, 9, patient);
        source->places[study.endpoint] = std::vector{series};
        return series;
    }
    void begin() { prefetch = DayPrefetch::of(&desk, cache); }
    QStringList wanted() const
    {
        QStringList uids;
        for (const auto &what : archive->wanted)
            uids.append(what.studyInstanceUid);
        return uids;
    }
    void endWhole() { archive->end(workflow::ImageTransfer{{.done = 3, .failed = 0, .total = 3}, {}, {}}); }
};

} // namespace

/// What is fetched before anybody asks for it.
class TestDayPrefetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsTheLatestStudiesOfWhoeverWaits()
    {
        Day day;
        day.comes(1);
        day.begin();

        QTRY_COMPARE(day.wanted(), QStringList{u"2.25.2"_s}); // one at a time, the latest first
        QCOMPARE(day.prefetch->text(), u"Kept for today: 0 of 2 studies"_s);
        day.endWhole();
        QTRY_COMPARE(day.wanted(), (QStringList{u"2.25.2"_s, u"2.25.3"_s})); // and no third
        day.endWhole();

        QTRY_COMPARE(day.prefetch->text(), u"Kept for today: 2 of 2 studies"_s);
        QVERIFY(!day.prefetch->isAtWork());
        QVERIFY(day.received->kept.isEmpty()); // on nobody's record
    }

    /// It passes over the key and answers with everybody's.
    void leavesOtherPeoplesStudies()
    {
        Day day;
        day.comes(1);
        auto &studies = day.archive->studies->studies;
        studies[1].patientId = u"MRN-9"_s;
        studies[2].patientId = u"MRN-1 "_s;
        day.begin();

        QTRY_COMPARE(day.wanted(), QStringList{u"2.25.3"_s});
        day.endWhole();
        QTRY_COMPARE(day.wanted(), (QStringList{u"2.25.3"_s, u"2.25.1"_s})); // which does not say whose it is
    }

    void goesByTheQueue()
    {
        Day day;
        day.comes(2);
        day.comes(1);
        day.comes(3, scheduling::TaskStatus::Completed);
        day.archive->studies = workflow::StudyList{};
        day.begin();

        QTRY_COMPARE(day.archive->asked.size(), 2U);
        QCOMPARE(day.archive->asked.front().patientId, u"MRN-1"_s);
        QCOMPARE(day.archive->asked.back().patientId, u"MRN-2"_s);
    }

    void followsTheQueue()
    {
        Day day;
        day.archive->studies = workflow::StudyList{};
        day.begin();
        QTRY_VERIFY(!day.prefetch->isAtWork());
        QVERIFY(day.archive->asked.empty());

        day.comes(1);

        QTRY_COMPARE(day.archive->asked.size(), 1U);
    }

    void leavesWhatIsOnRecordAndWhatIsTooLarge()
    {
        Day day;
        const auto patient = day.comes(1);
        diagnostics::ImagingStudy known;
        known.id = day.context().newId<diagnostics::ImagingStudy>();
        known.patient = patient.id;
        known.studyInstanceUid = u"2.25.2"_s;
        auto work = day.context().begin(day.context().newCommand(), u"test.seed"_s);
        work.insert(known);
        day.commit(std::move(work));
        day.archive->studies = workflow::StudyList{
            {aStudy(u"2.25.2"_s, u"2026-01-01"_s), aStudy(u"2.25.4"_s, u"2026-01-02"_s, 100'000),
             aStudy(u"2.25.5"_s, u"2026-01-03"_s, std::nullopt), aStudy(u"2.25.6"_s, u"2020-01-01"_s)},
            false};
        day.begin();

        QTRY_COMPARE(day.wanted(), QStringList{u"2.25.6"_s});
        QCOMPARE(day.prefetch->total(), 1);
        day.endWhole();
    }

    void standsStillWhileSomebodyLoads()
    {
        Day day;
        day.comes(1);
        day.begin();
        QTRY_COMPARE(day.archive->underWay(), std::size_t(1));
        auto panel = std::make_unique<QObject>();

        day.prefetch->setBusy(panel.get(), true);
        day.prefetch->giveWay();
        QVERIFY(day.archive->wasStopped());
        day.archive->end(workflow::ImageTransfer{{.done = 1, .failed = 0, .total = 3}, {}, cancelled()});
        QTRY_VERIFY(!day.prefetch->isAtWork());
        QCOMPARE(day.wanted().size(), 1);
        panel.reset(); // whoever loaded is gone

        QTRY_COMPARE(day.wanted(), (QStringList{u"2.25.2"_s, u"2.25.2"_s})); // the rest of the same
        day.endWhole();
        QTRY_COMPARE(day.prefetch->kept(), 1);
    }

    void takesNobodysRoom()
    {
        Day day;
        day.received->roomLeft = {.bytes = 80, .limit = 100};
        day.comes(1);
        day.begin();

        QTRY_COMPARE(day.prefetch->total(), 2);
        QTRY_VERIFY(!day.prefetch->isAtWork());
        QVERIFY(day.wanted().isEmpty());
        QVERIFY2(day.prefetch->text().contains(u"nearly full"_s), qPrintable(day.prefetch->text()));
    }

    void saysAFaultOnce()
    {
        Day day;
        for (int number = 1; number <= 5; ++number)
            day.comes(number);
        day.archive->studies = Error{ErrorKind::Unavailable, u"archive.unreachable"_s, u"pacs:104"_s};
        day.begin();

        QTRY_VERIFY(day.prefetch->text().contains(u"pacs:104"_s));
        QTRY_VERIFY(!day.prefetch->isAtWork());
        QCOMPARE(day.archive->asked.size(), 1U); // not once for each who waits
        QVERIFY(day.desk.errors.isEmpty());      // nobody is interrupted
    }

    void doesNothingWhenSwitchedOff()
    {
        Day day;
        day.desk.choices = test::prefetching(false);
        day.comes(1);
        day.begin();
        QCoreApplication::processEvents();
        QVERIFY(!day.prefetch->isAtWork());
        QVERIFY(day.archive->asked.empty());
        QCOMPARE(day.prefetch->text(), QString());

        day.desk.choices = test::prefetching(true);
        Q_EMIT day.desk.settingsChanged();

        QTRY_COMPARE(day.archive->underWay(), std::size_t(1));
        day.endWhole();
    }

    void hasTheFirstPictureReady()
    {
        Day day;
        day.desk.imageArchives.clear();
        const auto series = day.hasImages(day.comes(1));
        day.begin();

        QTRY_VERIFY(day.cache->contains({series.instances[4], 0}));
        QCOMPARE(day.source->asked, QStringList{u"1.4"_s});
    }

    void theScoutIsNotDecodedFirst()
    {
        Day day;
        day.desk.imageArchives.clear();
        const auto patient = day.comes(1);
        const auto series = day.hasImages(patient);
        auto scout = test::aSeries(u"2"_s, 1, patient);
        scout.studyInstanceUid = series.studyInstanceUid;
        scout.instances.front().role = workflow::ImageRole::Localizer;
        day.source->places[u"/images/1"_s] = std::vector{scout, series};
        day.begin();

        QTRY_VERIFY(day.cache->contains({series.instances[4], 0}));
        QCOMPARE(day.source->asked, QStringList{u"1.4"_s});
    }

    void keyImagesComeFirst()
    {
        Day day;
        day.desk.imageArchives.clear();
        auto objects = std::make_shared<test::FakeImagingObjects>();
        day.desk.objects = objects;
        const auto series = day.hasImages(day.comes(1));
        objects->places[u"/images/1"_s] = {keyObjects(u"2.25.1"_s, u"key"_s),
                                           keyObjects(u"2.25.99"_s, u"of another study"_s)};
        objects->contents[u"key"_s] = naming({u"1.7"_s, u"1.2"_s, u"elsewhere"_s});
        objects->own = {keyObjects(u"2.25.1"_s, u"marked here"_s)};
        objects->contents[u"marked here"_s] = naming({u"1.5"_s});
        objects->contents[u"of another study"_s] = naming({u"1.0"_s});
        day.begin();

        QTRY_VERIFY(day.cache->contains({series.instances[4], 0}));
        QCOMPARE(day.source->asked, (QStringList{u"1.7"_s, u"1.2"_s, u"1.5"_s, u"1.4"_s}));
    }

    void standsStillBetweenTwoPictures()
    {
        Day day;
        day.desk.imageArchives.clear();
        auto objects = std::make_shared<test::FakeImagingObjects>();
        day.desk.objects = objects;
        day.hasImages(day.comes(1));
        objects->places[u"/images/1"_s] = {keyObjects(u"2.25.1"_s, u"key"_s)};
        objects->contents[u"key"_s] = naming({u"1.7"_s, u"1.2"_s});
        day.source->isHolding = true;
        day.begin();
        QTRY_COMPARE(day.source->asked, QStringList{u"1.7"_s});
        QObject panel;

        day.prefetch->setBusy(&panel, true);
        day.source->isHolding = false;
        day.source->release();
        QTRY_VERIFY(!day.prefetch->isAtWork());
        QCOMPARE(day.source->asked, QStringList{u"1.7"_s});
        day.prefetch->setBusy(&panel, false);

        QTRY_COMPARE(day.source->asked, (QStringList{u"1.7"_s, u"1.2"_s, u"1.4"_s}));
    }

    void isOneForASession()
    {
        Day day;
        day.begin();

        QCOMPARE(DayPrefetch::of(&day.desk, day.cache), day.prefetch);
    }

    void standsInTheTrail()
    {
        Day day;
        const auto patient = day.comes(1);
        day.begin();
        QTRY_COMPARE(day.archive->underWay(), std::size_t(1));

        const auto &trail = day.desk.store()->audit();
        for (const auto &act : {u"archive.query"_s, u"archive.retrieve"_s}) {
            QVERIFY(std::ranges::any_of(
                trail, [&](const auto &event) { return event.act == act && event.patient == patient.id; }));
        }
        day.endWhole();
    }
};

QTEST_GUILESS_MAIN(TestDayPrefetch)
#include "test_day_prefetch.moc"
