#include "unit/dicomweb/web_archive.h"

#include <QtTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

/// Bringing images from archives that fail.
class TestRetrieval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsASeriesByOneRequest();
    void tellsHowFarItIs();
    void bringsByInstanceWhatACutLeftOver_data();
    void bringsByInstanceWhatACutLeftOver();
    void keepsFourUnderWay();
    void goesOnWhereItEnded();
    void asksAgainForADamagedImage();
    void neverKeepsWhatWasNotAskedFor_data();
    void neverKeepsWhatWasNotAskedFor();
    void endsWhenTheDiskIsFull();
    void endsWhenTheArchiveStaysAway();
    void namesWhatFails_data();
    void namesWhatFails();
    void waitsForABusyArchive();
    void asksPlainlyWhereItIsNotUnderstood();
    void endsWhenItIsStopped();
    void endsWithTheArchive();
    void refusesQuestionsThatCannotBeAsked();
};

void TestRetrieval::bringsASeriesByOneRequest()
{
    CannedServer server(good);
    const auto sink = std::make_shared<MemorySink>();

    const auto transfer = brought(server, sink);

    QVERIFY(transfer && transfer->isWhole());
    QCOMPARE(transfer->count, (workflow::TransferCount{kInstances, 0, kInstances}));
    QCOMPARE(server.seen().size(), 1);
    QCOMPARE(sink->objects[u"1.2.3.7"_s], instanceBytes(7));
    QVERIFY(server.seen().first().header("Accept").contains("transfer-syntax=*"));
}

void TestRetrieval::tellsHowFarItIs()
{
    CannedServer server(good);
    std::vector<workflow::TransferCount> told;
    auto what = allOfIt();
    what.instances = kInstances;

    const auto transfer = brought(server, std::make_shared<MemorySink>(), what,
                                  [&told](const workflow::TransferCount &count) { told.push_back(count); });

    QVERIFY(transfer && transfer->isWhole());
    QCOMPARE(told.front(), (workflow::TransferCount{0, 0, kInstances}));
    QCOMPARE(told.back(), (workflow::TransferCount{kInstances, 0, kInstances}));
    QVERIFY(std::ranges::is_sorted(told, {}, &workflow::TransferCount::done));
}

void TestRetrieval::bringsByInstanceWhatACutLeftOver_data()
{
    QTest::addColumn<int>("cutAfter");
    const auto size = static_cast<int>(whole().bytes.size());
    for (int cut = size / 5; cut < size; cut += size / 5)
        QTest::addRow("%d of %d bytes", cut, size) << cut;
    QTest::newRow("all but the last") << size - 1;
}

void TestRetrieval::bringsByInstanceWhatACutLeftOver()
{
    QFETCH(int, cutAfter);
    CannedServer server([cutAfter](const SeenRequest &request) {
        auto canned = good(request);
        if (request.target == kWhole)
            canned.cutAfter = cutAfter;
        return canned;
    });
    const auto sink = std::make_shared<MemorySink>();

    const auto transfer = brought(server, sink);

    QVERIFY(transfer && transfer->isWhole());
    QCOMPARE(transfer->count, (workflow::TransferCount{kInstances, 0, kInstances}));
    QCOMPARE(sink->taken, kInstances);
    QCOMPARE(timesAsked(server, kWhole), 1);
    QVERIFY(server.seen().size()
            < 3 + kInstances); // two pages of the list; those that had come are not asked for again
}

void TestRetrieval::keepsFourUnderWay()
{
    int underWay = 0;
    int most = 0;
    CannedServer server([&](const SeenRequest &request) {
        if (request.target == kListing)
            return listing();
        most = std::max(most, ++underWay);
        QTimer::singleShot(0, qApp, [&underWay] { --underWay; });
        return parts({instanceBytes(numberOf(request))});
    });
    const auto sink = std::make_shared<MemorySink>();
    auto what = allOfIt();
    for (int i = 1; i <= kInstances; ++i)
        what.sopInstanceUids.append(u"1.2.3.%1"_s.arg(i));

    const auto transfer = brought(server, sink, what);

    QVERIFY(transfer && transfer->isWhole());
    QCOMPARE(sink->taken, kInstances);
    QVERIFY(most <= 4);
    QVERIFY(server.connections() <= 4);
}

void TestRetrieval::goesOnWhereItEnded()
{
    CannedServer server(good);
    const auto sink = std::make_shared<MemorySink>();
    for (int i = 1; i <= 7; ++i)
        sink->objects.insert(u"1.2.3.%1"_s.arg(i), instanceBytes(i));

    const auto transfer = brought(server, sink);

    QVERIFY(transfer && transfer->isWhole());
    QCOMPARE(transfer->count, (workflow::TransferCount{kInstances, 0, kInstances}));
    QCOMPARE(sink->taken, 3);
    QCOMPARE(timesAsked(server, kWhole), 0);
    QCOMPARE(server.seen().size(), 2 + 3); // how many there are, and which
}

void TestRetrieval::asksAgainForADamagedImage()
{
    CannedServer server([](const SeenRequest &request) {
        if (request.target != kWhole)
            return good(request);
        return parts({instanceBytes(1), "this is no image", instanceBytes(3).first(160)});
    });
    const auto sink = std::make_shared<MemorySink>();

    const auto transfer = brought(server, sink);

    QVERIFY(transfer && transfer->isWhole());
    QCOMPARE(sink->taken, kInstances);
}

void TestRetrieval::neverKeepsWhatWasNotAskedFor_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("detail");
    QTest::newRow("another patient's study") << dicomBytes("1.99", "1.2.3", "1.2.3.1") << u"another study"_s;
    QTest::newRow("another series") << dicomBytes("1.2", "1.2.99", "1.2.3.1") << u"another series"_s;
    QTest::newRow("another instance") << instanceBytes(2) << u"another instance"_s;
    QTest::newRow("a page") << QByteArray("<html>").repeated(200) << u"no DICOM file"_s;
}

void TestRetrieval::neverKeepsWhatWasNotAskedFor()
{
    QFETCH(QByteArray, file);
    CannedServer server([file](const SeenRequest &) { return parts({file}); });
    const auto sink = std::make_shared<MemorySink>();
    auto what = allOfIt();
    what.sopInstanceUids = QStringList{u"1.2.3.1"_s};

    const auto transfer = brought(server, sink, what);

    QVERIFY(transfer && !transfer->isWhole());
    QVERIFY(sink->objects.isEmpty());
    QCOMPARE(transfer->count, (workflow::TransferCount{0, 1, 1}));
    QCOMPARE(transfer->failures.front().sopInstanceUid, u"1.2.3.1"_s);
    QCOMPARE(transfer->failures.front().error.code, u"archive.object"_s);
    QTEST(transfer->failures.front().error.detail, "detail");
}

void TestRetrieval::endsWhenTheDiskIsFull()
{
    CannedServer server(good);
    const auto sink = std::make_shared<MemorySink>();
    sink->room = 4;

    const auto transfer = brought(server, sink);

    QVERIFY(transfer && transfer->endedBy);
    QCOMPARE(transfer->endedBy->code, u"disk.full"_s);
    QCOMPARE(transfer->count.done, 4);
    QCOMPARE(sink->objects.size(), 4);
    QCOMPARE(server.seen().size(), 1);
}

void TestRetrieval::endsWhenTheArchiveStaysAway()
{
    CannedServer server([](const SeenRequest &request) {
        auto canned = good(request);
        canned.cutAfter = request.target == kWhole ? 3000 : 0;
        return canned;
    });
    const auto sink = std::make_shared<MemorySink>();

    const auto transfer = brought(server, sink);

    QVERIFY(transfer && transfer->endedBy);
    QCOMPARE(transfer->endedBy->code, u"archive.cut"_s);
    QCOMPARE(transfer->count.done, sink->taken);
    QVERIFY(sink->taken > 0);
}

void TestRetrieval::namesWhatFails_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const auto status = [](int number) {
        return answer(number, "王小明 is not here", {"Retry-After: 60"}).bytes;
    };
    QTest::newRow("401") << status(401) << u"Forbidden archive.refused"_s;
    QTest::newRow("403") << status(403) << u"Forbidden archive.refused"_s;
    QTest::newRow("404") << status(404) << u"NotFound archive.missing"_s;
    QTest::newRow("429") << status(429) << u"Unavailable archive.busy"_s;
    QTest::newRow("500") << status(500) << u"Unavailable archive.failed"_s;
    QTest::newRow("503") << status(503) << u"Unavailable archive.busy"_s;
    QTest::newRow("a page") << answer(200, "<html>", {"Content-Type: text/html"}).bytes
                            << u"Invalid archive.answer"_s;
    QTest::newRow("no boundary") << answer(200, "x", {"Content-Type: multipart/related"}).bytes
                                 << u"Invalid archive.answer"_s;
    QTest::newRow("nothing in parts")
        << answer(200, QByteArray(20'000, 'x'), {"Content-Type: multipart/related; boundary=b"}).bytes
        << u"Invalid archive.answer"_s;
    QTest::newRow("silence") << QByteArray() << u"Unavailable archive.silent"_s;
}

void TestRetrieval::namesWhatFails()
{
    QFETCH(QByteArray, bytes);
    CannedServer server([bytes](const SeenRequest &) { return CannedAnswer{.bytes = bytes}; });

    const auto transfer =
        bytes.isEmpty() ? broughtFromSilence(server) : brought(server, std::make_shared<MemorySink>());

    QVERIFY(!transfer);
    QTEST(errorKindName(transfer.error().kind) + u' ' + transfer.error().code, "code");
    QVERIFY(!transfer.error().detail.contains(u'王'));
}

void TestRetrieval::waitsForABusyArchive()
{
    int asked = 0;
    CannedServer server([&asked](const SeenRequest &request) {
        return ++asked == 1 ? answer(503, {}, {"Retry-After: 1"}) : good(request);
    });

    const auto transfer = brought(server, std::make_shared<MemorySink>());

    QVERIFY(transfer && transfer->isWhole());
    QCOMPARE(asked, 2);
}

void TestRetrieval::asksPlainlyWhereItIsNotUnderstood()
{
    CannedServer server([](const SeenRequest &request) {
        return request.header("Accept").contains("transfer-syntax") ? answer(406) : good(request);
    });
    const auto sink = std::make_shared<MemorySink>();
    sink->objects.insert(u"1.2.3.1"_s, "here");
    auto what = allOfIt();
    what.sopInstanceUids = QStringList{u"1.2.3.1"_s, u"1.2.3.2"_s, u"1.2.3.3"_s};

    const auto whole = brought(server, std::make_shared<MemorySink>());
    const auto each = brought(server, sink, what);

    QVERIFY(whole && whole->isWhole());
    QVERIFY(each && each->isWhole());
    QCOMPARE(sink->taken, 2);
}

void TestRetrieval::endsWhenItIsStopped()
{
    CannedServer server([](const SeenRequest &) { return CannedAnswer{.bytes = whole().bytes.first(2000)}; });
    const auto archive = archiveAt(server);
    const auto sink = std::make_shared<MemorySink>();
    std::stop_source stop;
    auto retrieving = archive->retrieve(
        allOfIt(), sink,
        [&stop](const workflow::TransferCount &count) {
            if (count.done == 1)
                stop.request_stop();
        },
        stop.get_token());

    const auto transfer = QCoro::waitFor(std::move(retrieving));

    QVERIFY(transfer && transfer->endedBy);
    QVERIFY(transfer->endedBy->kind == ErrorKind::Cancelled);
    QCOMPARE(transfer->count.done, 1);
}

void TestRetrieval::endsWithTheArchive()
{
    CannedServer server([](const SeenRequest &) { return CannedAnswer{}; });
    auto archive = archiveAt(server);
    auto finding = archive->findStudies({}, {});
    QTRY_COMPARE(server.seen().size(), 1);

    archive.reset();

    const auto found = QCoro::waitFor(std::move(finding));
    QVERIFY(!found);
    QVERIFY(found.error().kind == ErrorKind::Cancelled);
}

void TestRetrieval::refusesQuestionsThatCannotBeAsked()
{
    CannedServer server(good);

    const auto transfer = brought(server, std::make_shared<MemorySink>(), {u"../1.2"_s, u"1.2.3"_s, {}, {}});

    QVERIFY(!transfer);
    QCOMPARE(transfer.error().code, u"archive.question"_s);
    QVERIFY(server.seen().isEmpty());
}

QTEST_GUILESS_MAIN(TestRetrieval)
#include "test_retrieval.moc"
