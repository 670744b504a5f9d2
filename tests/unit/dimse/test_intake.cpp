#include "contract/dimse/memory_sink.h"
#include "integration/dimse/intake.h"
#include "unit/dicomweb/dicom_bytes.h"

#include <QTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

const QString kStudy = u"1.2"_s;
const QString kSeries = u"1.2.3"_s;
const QString kSecondaryCapture = u"1.2.840.10008.5.1.4.1.1.7"_s;
const Error kRefusal{ErrorKind::Unavailable, u"archive.not-sent"_s, u"status A702"_s};

QString uidOf(int number)
{
    return u"1.2.3.%1"_s.arg(number);
}

dimse::ImageList images(int count)
{
    dimse::ImageList list;
    for (int i = 1; i <= count; ++i)
        list.images.push_back(
            {.seriesInstanceUid = kSeries, .sopInstanceUid = uidOf(i), .sopClassUid = kSecondaryCapture});
    return list;
}

/// The C-STORE that brings an image.
dimse::Message storeOf(int number)
{
    auto file = instanceBytes(number);
    const auto dataSet = file.mid(file.indexOf(element(0x00080016, "UI", kSecondaryCapture.toLatin1())));
    return {.context = {.id = 1,
                        .sopClass = kSecondaryCapture,
                        .transferSyntax = u"1.2.840.10008.1.2.1"_s,
                        .role = dimse::Role::Provider},
            .command = {.field = dimse::CommandField::CStoreRq,
                        .messageId = 1,
                        .sopClass = kSecondaryCapture,
                        .sopInstance = uidOf(number),
                        .hasDataSet = true},
            .data = dataSet};
}

QStringList uidsOf(const std::vector<dimse::ArchivedImage> &batch)
{
    QStringList uids;
    for (const auto &image : batch)
        uids.append(image.sopInstanceUid);
    return uids;
}

} // namespace

/// What is wanted of an archive, and what has become of it.
class TestIntake : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<MemorySink> m_sink;
    std::unique_ptr<dimse::Intake> m_intake;

    void want(const dimse::ImageList &list)
    {
        m_sink = std::make_shared<MemorySink>();
        m_intake = std::make_unique<dimse::Intake>(kStudy, list, m_sink, workflow::TransferProgress(),
                                                   std::stop_source());
    }

private Q_SLOTS:
    /// It comes behind the end of its C-MOVE.
    void countsAnImageOnceThatComesLate()
    {
        want(images(1));
        const auto batch = m_intake->nextBatch(1);
        m_intake->notBrought(batch, kRefusal);
        QCOMPARE(m_intake->transfer().count, (workflow::TransferCount{0, 1, 1}));

        QCOMPARE(m_intake->take(storeOf(1), u"ORTHANC"_s), quint16(0));

        const auto transfer = m_intake->transfer();
        QCOMPARE(transfer.count, (workflow::TransferCount{1, 0, 1}));
        QVERIFY(transfer.failures.empty());
        QVERIFY(transfer.isWhole());
    }

    void asksOneByOneForWhatABatchDidNotBring()
    {
        want(images(4));
        const auto batch = m_intake->nextBatch(4);
        QCOMPARE(m_intake->take(storeOf(2), u"ORTHANC"_s), quint16(0));
        m_intake->giveUp({uidOf(3)}, kRefusal);

        m_intake->notBrought(batch, kRefusal);

        QCOMPARE(uidsOf(m_intake->nextBatch(4)), QStringList{uidOf(1)});
        QCOMPARE(uidsOf(m_intake->nextBatch(4)), QStringList{uidOf(4)});
        QVERIFY(m_intake->nextBatch(4).empty());
        QCOMPARE(m_intake->transfer().count, (workflow::TransferCount{1, 1, 4}));
    }

    /// An archive that refuses everything is not asked six hundred times.
    void givesUpWhereOneAfterTheOtherIsRefused()
    {
        constexpr int kMany = 600;
        want(images(kMany));
        int questions = 0;
        for (auto batch = m_intake->nextBatch(50); !batch.empty(); batch = m_intake->nextBatch(50)) {
            ++questions;
            m_intake->notBrought(batch, kRefusal);
        }

        QVERIFY2(questions < 30, qPrintable(QString::number(questions)));
        QCOMPARE(m_intake->transfer().count, (workflow::TransferCount{0, kMany, kMany}));
        QCOMPARE(m_intake->transfer().failures.size(), std::size_t(kMany));
    }

    void takesImagesOfAWholeSeriesThatNobodyNamed()
    {
        auto list = images(2);
        list.wholes.push_back({.seriesInstanceUid = kSeries});
        list.stated = 4;
        want(list);
        const auto batch = m_intake->nextBatch(50);
        QCOMPARE(batch.size(), 1);
        QVERIFY(batch.front().isWhole());

        for (int i = 1; i <= 3; ++i)
            QCOMPARE(m_intake->take(storeOf(i), u"ORTHANC"_s), quint16(0));
        m_intake->notBrought(batch, kRefusal);

        QCOMPARE(m_intake->transfer().count, (workflow::TransferCount{3, 0, 4}));
        QVERIFY(!m_intake->transfer().isWhole());
        QCOMPARE(m_intake->shortfall()->code, u"archive.not-sent"_s);
    }

    void refusesWhatNobodyAskedFor()
    {
        want(images(1));

        QCOMPARE(m_intake->take(storeOf(9), u"ORTHANC"_s), quint16(0xA900));

        QVERIFY(m_sink->files().isEmpty());
        QCOMPARE(m_intake->transfer().count, (workflow::TransferCount{0, 0, 1}));
    }
};

QTEST_GUILESS_MAIN(TestIntake)
#include "test_intake.moc"
