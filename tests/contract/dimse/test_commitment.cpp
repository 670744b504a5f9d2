#include "integration/dicom/header.h"
#include "integration/dimse/commitment.h"
#include "integration/dimse/store.h"
#include "peers.h"
#include "support/free_port.h"
#include "support/orthanc.h"

#include <QJsonArray>
#include <QTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

const QString kCtImageStorage = u"1.2.840.10008.5.1.4.1.1.2"_s;

} // namespace

/// An archive that answers for what was sent to it.
class TestCommitment : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Orthanc m_archive;
    quint16 m_listening = 0;

    std::optional<dimse::ListeningPlace> place() const
    {
        return dimse::ListeningPlace{u"127.0.0.1"_s, m_listening};
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
    }

    void saysWhatItKeepsAndWhatItDoesNotHave()
    {
        const auto peer = destinationAt(m_archive.dicomPort());
        const auto files = writtenStudy(m_folder.path(), u"2.25.4001"_s, u"Wang^Xiaoming=王^小明"_s, 2);
        const auto sent = dimse::store(peer, files, {}, {});
        QVERIFY(sent);
        QVERIFY(sent->isWhole());
        std::vector<dimse::SentObject> objects;
        for (const auto &path : files)
            objects.push_back({kCtImageStorage, dicom::readHeader(path)->instance.sopInstanceUid});
        objects.push_back({kCtImageStorage, u"2.25.4999"_s});

        const auto commitment = dimse::commit(peer, place(), objects, {});

        QVERIFY2(commitment, commitment ? "" : qPrintable(logLine(commitment.error())));
        auto committed = commitment->committed;
        committed.sort();
        QStringList expected{objects.at(0).sopInstanceUid, objects.at(1).sopInstanceUid};
        expected.sort();
        QCOMPARE(committed, expected);
        QCOMPARE(commitment->failures.size(), 1);
        QCOMPARE(commitment->failures.front().sopInstanceUid, u"2.25.4999"_s);
        QCOMPARE(commitment->failures.front().error.code, u"archive.not-committed"_s);
    }

    void saysThatNoReportCame()
    {
        auto peer = destinationAt(m_archive.dicomPort());
        peer.patience.answering = std::chrono::milliseconds(700);

        const auto commitment = dimse::commit(peer, std::nullopt, {{kCtImageStorage, u"2.25.4999"_s}}, {});

        QVERIFY(!commitment);
        QCOMPARE(commitment.error().kind, ErrorKind::Unavailable);
        QVERIFY2(commitment.error().code == u"archive.silent"_s
                     || commitment.error().code == u"archive.cut"_s,
                 qPrintable(logLine(commitment.error())));
    }
};

QTEST_GUILESS_MAIN(TestCommitment)
#include "test_commitment.moc"
