#include "core/json.h"
#include "peers.h"
#include "support/free_port.h"
#include "support/orthanc.h"

#include <QDir>
#include <QProcess>
#include <QTcpServer>
#include <QTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

const auto kDemoPassword = QByteArray("simiao-demo-2026");
const QString kStudy = u"2.25.7001"_s;

/// How a call of simiao-cli ended.
struct Ending
{
    int exitCode = -1;
    QByteArray output;

    Json json() const { return Json::parse(output).value_or(Json()); }
    QString code() const { return json()[u"code"_s].toString(); }
};

} // namespace

/// What somebody at a terminal does with an archive, on the real program.
class TestCliPacs : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Orthanc m_archive;
    quint16 m_listening = 0;

    QString address() const { return u"dicom://ORTHANC@127.0.0.1:%1"_s.arg(m_archive.dicomPort()); }

    Ending call(QStringList arguments, const QByteArray &input = {}) const
    {
        arguments += {u"--profile"_s, m_folder.filePath(u"demo"_s),
                      u"--set"_s,     u"dicom.archives="_s + address() + u"?name=Radiology;wrong"_s,
                      u"--set"_s,     u"dicom.listen=127.0.0.1:%1"_s.arg(m_listening)};
        QProcess program;
        program.start(qEnvironmentVariable("SIMIAO_BUILD") + u"/bin/simiao-cli"_s, arguments);
        program.write(input);
        program.closeWriteChannel();
        if (!program.waitForFinished(60'000))
            return {};
        return {program.exitCode(), program.readAllStandardOutput()};
    }
    Ending as(const QString &user, QStringList arguments) const
    {
        arguments += {u"--user"_s, user};
        return call(arguments, kDemoPassword + '\n');
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (Orthanc::program().isEmpty())
            QSKIP("needs Orthanc");
        m_listening = freePort();
        const QJsonObject us{{u"AET"_s, u"SIMIAO"_s},
                             {u"Host"_s, u"127.0.0.1"_s},
                             {u"Port"_s, m_listening},
                             {u"AllowStorageCommitment"_s, true}};
        QVERIFY(m_archive.start({{u"DicomModalities"_s, QJsonObject{{u"simiao"_s, us}}}}));
        QCOMPARE(call({u"demo"_s, u"seed"_s}).exitCode, 0);
    }

    void listsWhatIsConfiguredAndWhatIsWrong()
    {
        const auto list = call({u"pacs"_s, u"list"_s});

        QCOMPARE(list.exitCode, 2);
        QCOMPARE(list.json()[u"archives"_s].array().size(), 1);
        QCOMPARE(list.json()[u"archives"_s].array().front()[u"name"_s], Json(u"Radiology"_s));
        QCOMPARE(list.json()[u"faults"_s].array().front()[u"code"_s], Json(u"archive.address"_s));
    }

    void testsTheConnection()
    {
        for (const auto &archive : {u"Radiology"_s, address()}) {
            const auto echo = call({u"pacs"_s, u"echo"_s, archive});
            QCOMPARE(echo.exitCode, 0);
            QCOMPARE(echo.json()[u"ok"_s], Json(true));
            QCOMPARE(echo.json()[u"protocol"_s], Json(u"DIMSE"_s));
        }
        const auto wrongTitle =
            call({u"pacs"_s, u"echo"_s, u"dicom://NOBODY@127.0.0.1:%1"_s.arg(m_archive.dicomPort())});
        QCOMPARE(wrongTitle.exitCode, 4);
        QCOMPARE(wrongTitle.code(), u"archive.refused"_s);
        const auto nobody = call({u"pacs"_s, u"echo"_s, u"dicom://NOBODY@127.0.0.1:%1"_s.arg(freePort())});
        QCOMPARE(nobody.exitCode, 3);
        QCOMPARE(nobody.code(), u"archive.unreachable"_s);
        QCOMPARE(call({u"pacs"_s, u"echo"_s, u"Cardiology"_s}).code(), u"archive.unknown"_s);
    }

    void patientsAreShownToThoseWhoMaySeeImages()
    {
        QCOMPARE(call({u"pacs"_s, u"find"_s, u"Radiology"_s}).code(), u"cli.user-missing"_s);
        QCOMPARE(as(u"chen.guahao"_s, {u"pacs"_s, u"find"_s, u"Radiology"_s}).exitCode, 4);
    }

    void sendsFindsAndBringsAStudy()
    {
        const auto study = m_folder.filePath(u"study"_s);
        QCOMPARE(writtenStudy(study, kStudy, u"Wang^Xiaoming=王^小明"_s, 2).size(), 2);
        const QString physician = u"li.mingyuan"_s;

        const auto sent = as(physician, {u"pacs"_s, u"send"_s, u"Radiology"_s, study});
        QVERIFY2(sent.exitCode == 0, sent.output.constData());
        QCOMPARE(sent.json()[u"done"_s], Json(2));

        const auto promised = as(physician, {u"pacs"_s, u"send"_s, u"Radiology"_s, study, u"--commit"_s});
        QVERIFY2(promised.exitCode == 0, promised.output.constData());
        QCOMPARE(promised.json()[u"committed"_s], Json(2));

        {
            QTcpServer other; // where the archive would report
            QVERIFY(other.listen(QHostAddress::LocalHost, m_listening));
            const auto unheard = as(physician, {u"pacs"_s, u"send"_s, u"Radiology"_s, study, u"--commit"_s});
            QCOMPARE(unheard.exitCode, 3);
            QCOMPARE(unheard.code(), u"archive.listener"_s);
            QCOMPARE(unheard.json()[u"done"_s], Json(2));
            QCOMPARE(unheard.json()[u"total"_s], Json(2));
            QCOMPARE(unheard.json()[u"committed"_s], Json());
        }

        const auto found = as(physician,
                              {u"pacs"_s, u"find"_s, u"Radiology"_s, u"--name"_s, u"王小明"_s,
                               u"--modality"_s, u"CT"_s, u"--from"_s, u"2026-11-20"_s});
        QVERIFY2(found.exitCode == 0, found.output.constData());
        QCOMPARE(found.json()[u"studies"_s].array().size(), 1);
        QCOMPARE(found.json()[u"studies"_s].array().front()[u"studyInstanceUid"_s], Json(kStudy));
        QCOMPARE(found.json()[u"studies"_s].array().front()[u"modalities"_s].array().front(), Json(u"CT"_s));
        QCOMPARE(as(physician, {u"pacs"_s, u"find"_s, u"Radiology"_s, u"--from"_s, u"yesterday"_s}).exitCode,
                 1);

        const auto folder = m_folder.filePath(u"brought"_s);
        const auto brought = as(physician, {u"pacs"_s, u"get"_s, u"Radiology"_s, kStudy, u"--out"_s, folder});
        QVERIFY2(brought.exitCode == 0, brought.output.constData());
        QCOMPARE(brought.json()[u"done"_s], Json(2));
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 2);
        QCOMPARE(
            as(physician, {u"pacs"_s, u"get"_s, u"Radiology"_s, u"2.25.4711"_s, u"--out"_s, folder}).code(),
            u"archive.nothing"_s);
    }
};

QTEST_GUILESS_MAIN(TestCliPacs)
#include "test_cli_pacs.moc"
