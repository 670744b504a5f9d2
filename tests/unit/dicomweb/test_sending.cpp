#include "integration/dicomweb/dicomweb_archive.h"
#include "support/canned_server.h"
#include "unit/dicomweb/dicom_bytes.h"

#include <QCoroTask>
#include <QTemporaryDir>
#include <QtTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray itemsOf(const QByteArray &tag, const QByteArrayList &items)
{
    return "\"" + tag + "\": {\"vr\": \"SQ\", \"Value\": [" + items.join(',') + "]}";
}

QByteArray itemFor(int number, const QByteArray &reason = {})
{
    QByteArray item =
        "{\"00081155\": {\"vr\": \"UI\", \"Value\": [\"1.2.3." + QByteArray::number(number) + "\"]}";
    if (!reason.isEmpty())
        item += ", \"00081197\": {\"vr\": \"US\", \"Value\": [" + reason + "]}";
    return item + "}";
}

Result<workflow::ImageTransfer> sent(const CannedServer &server, const QStringList &files)
{
    auto archive = dicomweb::DicomWebArchive::create(
        {.name = u"web"_s, .http = {.server = server.url(u"/dicom-web"_s)}});
    return QCoro::waitFor((*archive)->send(files, {}, {}));
}

} // namespace

class TestSending : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsFilesAsTheyAre();
    void tellsWhatWasNotStored();
    void doesNotTrustAnAnswerThatLeavesOneOut();
    void sendsLessAtATimeToASmallArchive();
    void oneThatIsRefusedDoesNotCostTheOthers();
    void sendsAgainAfterACut();
    void namesWhatFails_data();
    void namesWhatFails();
    void tellsWhichFilesCannotBeSent();

private:
    QStringList files(int count);

    QTemporaryDir m_folder;
};

QStringList TestSending::files(int count)
{
    QStringList paths;
    for (int i = 1; i <= count; ++i) {
        QFile file(m_folder.filePath(u"%1.dcm"_s.arg(i)));
        if (!file.open(QIODevice::WriteOnly) || file.write(instanceBytes(i)) < 0)
            qFatal("cannot write the test's own file");
        paths.append(file.fileName());
    }
    return paths;
}

void TestSending::sendsFilesAsTheyAre()
{
    CannedServer server([](const SeenRequest &) { return answer(200, "{}"); });

    const auto transfer = sent(server, files(40));

    QVERIFY(transfer && transfer->isWhole());
    QCOMPARE(transfer->count, (workflow::TransferCount{40, 0, 40}));
    QCOMPARE(server.seen().size(), 2);
    const auto &first = server.seen().first();
    QCOMPARE(first.target, "/dicom-web/studies");
    QVERIFY(
        first.header("Content-Type").startsWith("multipart/related; type=\"application/dicom\"; boundary="));
    const auto boundary = first.header("Content-Type").split('=').last();
    QVERIFY(first.body.startsWith("--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n"
                                  + instanceBytes(1)));
    QVERIFY(first.body.endsWith(instanceBytes(32) + "\r\n--" + boundary + "--\r\n"));
}

void TestSending::tellsWhatWasNotStored()
{
    CannedServer server([](const SeenRequest &) {
        return answer(202,
                      "{" + itemsOf("00081199", {itemFor(1), itemFor(3)}) + ","
                          + itemsOf("00081198", {itemFor(2, "42752"), itemFor(4, "49442")}) + "}");
    });

    const auto transfer = sent(server, files(4));

    QVERIFY(transfer && !transfer->isWhole());
    QCOMPARE(transfer->count, (workflow::TransferCount{2, 2, 4}));
    QCOMPARE(transfer->failures[0].sopInstanceUid, u"1.2.3.2"_s);
    QCOMPARE(transfer->failures[0].error.detail, u"A700"_s);
    QVERIFY(transfer->failures[0].error.kind == ErrorKind::Unavailable);
    QCOMPARE(transfer->failures[1].error.detail, u"C122"_s);
    QVERIFY(transfer->failures[1].error.kind == ErrorKind::Invalid);
}

void TestSending::doesNotTrustAnAnswerThatLeavesOneOut()
{
    CannedServer server(
        [](const SeenRequest &) { return answer(200, "{" + itemsOf("00081199", {itemFor(1)}) + "}"); });

    const auto transfer = sent(server, files(2));

    QVERIFY(transfer);
    QCOMPARE(transfer->count, (workflow::TransferCount{1, 1, 2}));
    QCOMPARE(transfer->failures.front().sopInstanceUid, u"1.2.3.2"_s);
}

void TestSending::sendsLessAtATimeToASmallArchive()
{
    CannedServer server([](const SeenRequest &request) {
        return request.body.count("DICM") > 1 ? answer(413) : answer(200, "{}");
    });

    const auto transfer = sent(server, files(4));

    QVERIFY(transfer && transfer->isWhole());
    QCOMPARE(server.seen().size(), 7); // 4, 2, 1, 1, 2, 1, 1
}

/// Most archives refuse a whole request for one object that they do not understand.
void TestSending::oneThatIsRefusedDoesNotCostTheOthers()
{
    CannedServer server([](const SeenRequest &request) {
        return request.body.contains("1.2.3.2") ? answer(400) : answer(200, "{}");
    });

    const auto transfer = sent(server, files(4));

    QVERIFY(transfer);
    QCOMPARE(transfer->count, (workflow::TransferCount{3, 1, 4}));
    QCOMPARE(transfer->failures.front().sopInstanceUid, u"1.2.3.2"_s);
}

void TestSending::sendsAgainAfterACut()
{
    int asked = 0;
    CannedServer server([&asked](const SeenRequest &) {
        auto canned = answer(200, "{}");
        canned.cutAfter = ++asked == 1 ? 5 : -1;
        return canned;
    });

    const auto transfer = sent(server, files(2));

    QVERIFY(transfer && transfer->isWhole());
    QCOMPARE(asked, 2);
    QCOMPARE(server.seen()[1].body.count("DICM"), 2);
}

void TestSending::namesWhatFails_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("401") << 401 << QByteArray() << u"archive.refused"_s;
    QTest::newRow("500") << 500 << QByteArray("<html>") << u"archive.failed"_s;
    QTest::newRow("bad JSON") << 200 << QByteArray("{") << QString();
    QTest::newRow("409 without reasons") << 409 << QByteArray() << QString();
}

void TestSending::namesWhatFails()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    CannedServer server([&](const SeenRequest &) { return answer(status, body); });

    const auto transfer = sent(server, files(2));

    // What concerns the archive ends it; what concerns the files is told for each.
    QCOMPARE(transfer ? QString() : transfer.error().code, code);
    QVERIFY(!transfer || transfer->count == (workflow::TransferCount{0, 2, 2}));
}

void TestSending::tellsWhichFilesCannotBeSent()
{
    CannedServer server([](const SeenRequest &) { return answer(200, "{}"); });
    auto paths = files(1);
    paths.append(m_folder.filePath(u"missing.dcm"_s));

    const auto transfer = sent(server, paths);

    QVERIFY(transfer);
    QCOMPARE(transfer->count, (workflow::TransferCount{1, 1, 2}));
    QCOMPARE(transfer->failures.front().error.code, u"disk.open"_s);
}

QTEST_GUILESS_MAIN(TestSending)
#include "test_sending.moc"
