#include "unit/dicomweb/web_archive.h"

#include <QtTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

/// Archives that cut their answers short.
class TestCutLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForTheRestOfACutList();
    void bringsTheSeriesWhereItsListIsCut();
    void neverCallsACutListAll_data();
    void neverCallsACutListAll();
    void tellsOfASeriesThatCannotBeRead();
    void keepsTheCountThatTheArchiveStates();
    void findsTheOthersWhereAStudyCannotBeRead();
    void endsAnAnswerThatDrips();
};

void TestCutLists::asksForTheRestOfACutList()
{
    const auto warning = "Warning: 299 web: \"6 additional results\"";
    CannedServer server([warning](const SeenRequest &request) {
        if (request.target == kListing)
            return listing(4, 1, {warning});
        if (request.target == kListing + "?offset=4")
            return listing(8, 5, {warning});
        if (request.target == kListing + "?offset=8")
            return listing(10, 9);
        return request.target.startsWith(kCount) ? answer(400) : good(request);
    });
    const auto sink = std::make_shared<MemorySink>();
    for (int i = 1; i <= 7; ++i)
        sink->objects.insert(u"1.2.3.%1"_s.arg(i), instanceBytes(i));

    const auto transfer = brought(server, sink);

    QVERIFY(transfer && transfer->isWhole());
    QCOMPARE(transfer->count, (workflow::TransferCount{kInstances, 0, kInstances}));
    QCOMPARE(sink->objects.size(), kInstances);
}

void TestCutLists::bringsTheSeriesWhereItsListIsCut()
{
    CannedServer server([](const SeenRequest &request) {
        return request.target.startsWith(kListing) ? listing(5) : good(request);
    });
    const auto sink = std::make_shared<MemorySink>();
    for (int i = 1; i <= 5; ++i)
        sink->objects.insert(u"1.2.3.%1"_s.arg(i), instanceBytes(i));

    const auto transfer = brought(server, sink);

    QVERIFY(transfer && transfer->isWhole());
    QCOMPARE(transfer->count, (workflow::TransferCount{kInstances, 0, kInstances}));
    QCOMPARE(sink->objects.size(), kInstances);
    QCOMPARE(timesAsked(server, kWhole), 1);
}

void TestCutLists::neverCallsACutListAll_data()
{
    QTest::addColumn<QByteArray>("study");
    QTest::addColumn<int>("told");
    QTest::newRow("the archive counts images") << counted("0020000D", "1.2", "00201208", 30) << 30;
    QTest::newRow("whoever asks knows the count") << QByteArray() << 0;
}

/// One of three series is listed, whatever page is asked for.
void TestCutLists::neverCallsACutListAll()
{
    QFETCH(QByteArray, study);
    QFETCH(int, told);
    CannedServer server([study](const SeenRequest &request) {
        if (request.target.startsWith("/dicom-web/studies?"))
            return study.isEmpty() ? answer(400) : json("[" + study + "]");
        if (request.target.startsWith("/dicom-web/studies/1.2/series") && !request.target.startsWith(kWhole))
            return json("[" + counted("0020000E", "1.2.3", "00201209", kInstances) + "]");
        return good(request);
    });
    auto what = allOfIt();
    what.seriesInstanceUid.clear();
    what.instances = told == 0 ? std::optional(30) : std::nullopt;

    const auto transfer = brought(server, std::make_shared<MemorySink>(), what);

    QVERIFY(transfer);
    QCOMPARE(transfer->count, (workflow::TransferCount{kInstances, 0, 30}));
    QVERIFY(!transfer->isWhole());
}

/// A series whose UID leads elsewhere is not asked for, and not forgotten.
void TestCutLists::tellsOfASeriesThatCannotBeRead()
{
    CannedServer server([](const SeenRequest &request) {
        if (request.target.startsWith("/dicom-web/studies?"))
            return answer(400);
        if (request.target.startsWith("/dicom-web/studies/1.2/series") && !request.target.startsWith(kWhole))
            return json("[" + counted("0020000E", "1.2.3", "00201209", kInstances) + ","
                        + counted("0020000E", "../9", "00201209", 1) + "]");
        return good(request);
    });
    auto what = allOfIt();
    what.seriesInstanceUid.clear();

    const auto transfer = brought(server, std::make_shared<MemorySink>(), what);

    QVERIFY(transfer && !transfer->isWhole());
    QCOMPARE(transfer->count.done, kInstances);
    QCOMPARE(transfer->endedBy->code, u"archive.answer"_s);
}

/// The archive's count is larger than all that it has to give: nobody says that this is all.
void TestCutLists::keepsTheCountThatTheArchiveStates()
{
    CannedServer server([](const SeenRequest &request) {
        if (request.target == kListing || request.target.startsWith(kListing + '?'))
            return listing(8);
        if (request.target == kWhole)
            return parts({instanceBytes(1), instanceBytes(2)});
        return good(request);
    });
    const auto sink = std::make_shared<MemorySink>();
    sink->objects.insert(u"1.2.3.1"_s, instanceBytes(1));

    const auto transfer = brought(server, sink);

    QVERIFY(transfer && !transfer->isWhole());
    QCOMPARE(transfer->count, (workflow::TransferCount{8, 0, kInstances}));
}

void TestCutLists::findsTheOthersWhereAStudyCannotBeRead()
{
    CannedServer server([](const SeenRequest &) {
        return json("[" + counted("0020000D", "1.2", "00201208", 1) + ","
                    + counted("0020000D", "05fa52f0b0", "00201208", 1) + ","
                    + counted("0020000D", "../x", "00201208", 1) + "]");
    });
    const auto archive = archiveAt(server);
    auto finding = archive->findStudies({}, {});

    const auto found = QCoro::waitFor(std::move(finding));

    QVERIFY(found);
    QCOMPARE(found->studies.size(), 2U);
    QCOMPARE(found->studies.back().studyInstanceUid, u"05fa52f0b0"_s);
    QVERIFY(found->isPartial);
}

/// Fast enough to be no silence, and it would take minutes.
void TestCutLists::endsAnAnswerThatDrips()
{
    CannedServer server([](const SeenRequest &) {
        auto canned = json(QByteArray(100'000, ' '));
        canned.dripMs = 1;
        return canned;
    });
    // A client that may wait for one second only takes the first one for silence.
    const auto archive = dicomweb::DicomWebArchive::create({.name = u"web"_s,
                                                            .http = {.server = server.url(u"/dicom-web/"_s)},
                                                            .patience = std::chrono::seconds(2)});
    QVERIFY(archive);
    QElapsedTimer clock;
    clock.start();
    auto finding = (*archive)->findStudies({}, {});

    const auto found = QCoro::waitFor(std::move(finding));

    QVERIFY(!found);
    QCOMPARE(found.error().code, u"archive.silent"_s);
    constexpr int kSilenceMs = 2'000;
    QVERIFY2(clock.elapsed() > 2 * kSilenceMs,
             "it was taken for silence"); // given up after five times its patience
}

QTEST_GUILESS_MAIN(TestCutLists)
#include "test_cut_lists.moc"
