#include "core/json.h"
#include "support/canned_server.h"
#include "unit/dicomweb/dicom_bytes.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

struct Ending
{
    int exitCode = -1;
    QByteArray output;

    Json json() const { return Json::parse(output).value_or(Json()); }
};

bool written(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

CannedAnswer wholeSeries()
{
    QByteArray body;
    for (int i = 1; i <= 3; ++i)
        body += "--b\r\n\r\n" + instanceBytes(i) + "\r\n";
    return answer(200, body + "--b--", {"Content-Type: multipart/related; boundary=b"});
}

CannedAnswer archive(const SeenRequest &request)
{
    if (request.header("Authorization") != "Basic " + QByteArray("ws7:hidden").toBase64())
        return answer(401);
    if (request.method == "POST")
        return answer(request.header("Content-Type").startsWith("multipart") ? 200 : 415, "{}");
    if (request.target == "/web/studies/1.2/series/1.2.3")
        return wholeSeries();
    if (request.target.startsWith("/web/studies?"))
        return answer(200, R"([{"0020000D": {"vr": "UI", "Value": ["1.2"]}}])");
    if (request.target.startsWith("/web/studies/1.2/series"))
        return answer(
            200,
            R"([{"0020000E": {"vr": "UI", "Value": ["1.2.3"]}, "00080018": {"vr": "UI", "Value": ["1.2.3.1"]}}])");
    return answer(404);
}

} // namespace

/// `dicomweb probe`, `find`, `get`, `send` against a server of this test.
class TestCliDicomWeb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void probes();
    void finds();
    void bringsAndGoesOn();
    void sends();
    void leavesTheDirectoryOfAMedium();
    void endsWithTheReason_data();
    void endsWithTheReason();

private:
    Ending call(const QStringList &words, const QString &password = u"good"_s);

    QTemporaryDir m_folder;
    CannedServer m_server{archive};
};

void TestCliDicomWeb::initTestCase()
{
    for (const auto &[name, text] : {std::pair(u"good"_s, "hidden\n"), std::pair(u"bad"_s, "wrong\n")}) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) > 0);
    }
}

Ending TestCliDicomWeb::call(const QStringList &words, const QString &password)
{
    QProcess program;
    program.start(
        QCoreApplication::applicationDirPath() + u"/../bin/simiao-cli"_s,
        QStringList{u"dicomweb"_s} + words
            + QStringList{u"--user"_s, u"ws7"_s, u"--password-file"_s, m_folder.filePath(password)});
    // The server is in this event loop.
    if (!QTest::qWaitFor([&program] { return program.state() == QProcess::NotRunning; }, 30'000))
        qFatal("simiao-cli does not end");
    return {program.exitCode(), program.readAllStandardOutput()};
}

void TestCliDicomWeb::probes()
{
    const auto proof = call({u"probe"_s, m_server.url(u"/web"_s).toString()});

    QCOMPARE(proof.exitCode, 0);
    QCOMPARE(proof.json()[u"protocol"_s].toString(), u"DICOMweb, HTTP/1.1"_s);
    QCOMPARE(proof.json()[u"notices"_s].array().first()[u"code"_s].toString(), u"archive.not-encrypted"_s);
}

void TestCliDicomWeb::finds()
{
    const auto found = call({u"find"_s, m_server.url(u"/web"_s).toString(), u"--name"_s, u"王小明"_s,
                             u"--from"_s, u"2026-03-01"_s, u"--limit"_s, u"5"_s});

    QCOMPARE(found.exitCode, 0);
    QCOMPARE(found.json()[u"studies"_s].array().first()[u"studyInstanceUid"_s].toString(), u"1.2"_s);
    QVERIFY(m_server.seen().last().target.contains("StudyDate=20260301-"));
    QVERIFY(m_server.seen().last().target.contains("limit=5"));
}

void TestCliDicomWeb::bringsAndGoesOn()
{
    const QDir folder(m_folder.filePath(u"study"_s));
    const QStringList words{
        u"get"_s,  m_server.url(u"/web"_s).toString(), folder.path(), u"--study"_s, u"1.2"_s, u"--series"_s,
        u"1.2.3"_s};

    const auto first = call(words);
    const auto files = folder.entryList(QDir::Files);
    const auto second = call(words);

    QCOMPARE(first.exitCode, 0);
    QCOMPARE(first.json()[u"done"_s].toInteger(), 3);
    QCOMPARE(files.size(), 3);
    QVERIFY(std::ranges::none_of(files, [](const QString &name) { return name.contains(u"1.2"_s); }));
    QCOMPARE(second.exitCode, 0);
    QCOMPARE(folder.entryList(QDir::Files), files);
}

void TestCliDicomWeb::sends()
{
    const auto file = m_folder.filePath(u"one.dcm"_s);
    QVERIFY(written(file, instanceBytes(1)));

    const auto sent = call({u"send"_s, m_server.url(u"/web"_s).toString(), file});

    QCOMPARE(sent.exitCode, 0);
    QCOMPARE(sent.json()[u"done"_s].toInteger(), 1);
    QVERIFY(m_server.seen().last().body.contains(instanceBytes(1)));
}

void TestCliDicomWeb::leavesTheDirectoryOfAMedium()
{
    QDir folder(m_folder.path());
    QVERIFY(folder.mkpath(u"disc/DICOM"_s));
    auto directory = instanceBytes(2);
    directory.replace("1.2.840.10008.5.1.4.1.1.7",
                      QByteArray("1.2.840.10008.1.3.10").leftJustified(25, '\0'));
    QVERIFY(written(folder.filePath(u"disc/DICOMDIR"_s), directory));
    QVERIFY(written(folder.filePath(u"disc/DICOM/ONE"_s), instanceBytes(1)));

    const auto sent = call({u"send"_s, m_server.url(u"/web"_s).toString(), folder.filePath(u"disc"_s)});

    QCOMPARE(sent.exitCode, 0);
    QCOMPARE(sent.json()[u"total"_s].toInteger(), 1);
    QCOMPARE(m_server.seen().last().body.count("DICM"), 1);
    QVERIFY(m_server.seen().last().body.contains(instanceBytes(1)));
}

void TestCliDicomWeb::endsWithTheReason_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("code");
    QTest::newRow("wrong password") << m_server.url(u"/web"_s).toString() << u"bad"_s << 4
                                    << u"archive.refused"_s;
    QTest::newRow("no such place") << m_server.url(u"/elsewhere"_s).toString() << u"good"_s << 2
                                   << u"archive.missing"_s;
    QTest::newRow("nobody there") << u"http://127.0.0.1:1/web"_s << u"good"_s << 3
                                  << u"archive.unreachable"_s;
    QTest::newRow("no address") << u"pacs"_s << u"good"_s << 2 << u"http.url"_s;
    QTest::newRow("unencrypted") << u"http://pacs.example/"_s << u"good"_s << 4
                                 << u"http.plain-credentials"_s;
}

void TestCliDicomWeb::endsWithTheReason()
{
    QFETCH(QString, url);
    QFETCH(QString, password);

    const auto proof = call({u"probe"_s, url}, password);

    QTEST(proof.exitCode, "exitCode");
    QTEST(proof.json()[u"code"_s].toString(), "code");
    QVERIFY(!proof.json()[u"text"_s].toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestCliDicomWeb)
#include "test_cli_dicomweb.moc"
