#include "draft_builders.h"
#include "drafts/journal_scan.h"

#include <QTest>

using namespace simiao;
using namespace simiao::drafts;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

using Records = std::vector<DraftRecord>;

const Records kThree = {aRecord(1, u"咳嗽 3 天"_s), aRecord(2, u"SMDJ is no record"_s, u"note.10154-3"_s),
                        aDiscard(1)};

QByteArray bytesOf(const Records &records)
{
    QByteArray bytes;
    for (const auto &record : records)
        bytes += journalBytes(record);
    return bytes;
}

} // namespace

class TestJournalScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasWritten()
    {
        const auto scan = scanJournal(bytesOf(kThree));

        QCOMPARE(scan.records, kThree);
        QCOMPARE(scan.damage, JournalDamage());
    }

    void anEmptyJournalIsWhole() { QCOMPARE(scanJournal({}).damage, JournalDamage()); }

    void theHeaderIsAsDocumented()
    {
        const auto bytes = journalBytes(aRecord(1, u"x"_s));
        const qsizetype payload = bytes.size() - 42;

        QCOMPARE(bytes.first(6), QByteArray("SMDJ\1\0", 6));
        QCOMPARE(bytes.mid(6, 4), (QByteArray{}.append(char(payload)).append(3, '\0')));
        QCOMPARE(bytes.mid(42),
                 QByteArray("{\"at\":\"2026-11-22T02:30:00.000000Z\","
                            "\"draft\":\"00000000-0000-0000-0000-000000000001\",\"field\":\"note\","
                            "\"patient\":\"00000000-0000-0000-0000-000000000001\",\"text\":\"x\"}"));
    }

    void cutAnywhereItKeepsEveryWholeRecordAndCountsTheRest()
    {
        const auto whole = bytesOf(kThree);
        for (qsizetype size = 0; size <= whole.size(); ++size) {
            std::size_t complete = 0;
            qsizetype completeBytes = 0;
            while (complete < kThree.size() && completeBytes + journalBytes(kThree[complete]).size() <= size)
                completeBytes += journalBytes(kThree[complete++]).size();

            const auto scan = scanJournal(whole.first(size));

            QCOMPARE(scan.records, Records(kThree.begin(), kThree.begin() + std::ptrdiff_t(complete)));
            QCOMPARE(scan.damage.tornBytes, size - completeBytes);
            QCOMPARE(scan.damage.corruptRegions, 0);
        }
    }

    void aFlippedBitCostsOneRecordAndIsCounted()
    {
        const auto whole = bytesOf(kThree);
        const qsizetype from = journalBytes(kThree[0]).size();
        const qsizetype size = journalBytes(kThree[1]).size();
        for (qsizetype i = from; i < from + size; ++i) {
            auto damaged = whole;
            damaged[i] = char(damaged[i] ^ 0x10);

            const auto scan = scanJournal(damaged);

            QCOMPARE(scan.records, (Records{kThree[0], kThree[2]}));
            QCOMPARE(scan.damage.corruptRegions + scan.damage.foreignRecords, 1);
            QCOMPARE(scan.damage.corruptBytes + scan.foreign.size(), size);
        }
    }

    void goesOnBehindATornRecord()
    {
        const auto torn = journalBytes(kThree[0]).chopped(5);

        const auto scan = scanJournal(torn + journalBytes(kThree[1]));

        QCOMPARE(scan.records, Records{kThree[1]});
        QCOMPARE(scan.damage.corruptBytes, torn.size());
    }

    void keepsRecordsOfANewerProgramByteForByte()
    {
        auto newer = journalBytes(kThree[0]);
        newer[4] = 2;
        auto sealed = journalBytes(kThree[1]);
        sealed[5] = 1;

        const auto scan = scanJournal(newer + journalBytes(kThree[2]) + sealed);

        QCOMPARE(scan.records, Records{kThree[2]});
        QCOMPARE(scan.foreign, newer + sealed);
        QCOMPARE(scan.damage.foreignRecords, 2);
        QVERIFY(!scan.damage.hasInvalidBytes());
    }

    void aCharacterNoFileCanHoldCostsOnlyItself()
    {
        const QString typed = u"a"_s + QChar(0) + u"b"_s + QChar(0xd83d);

        const auto scan = scanJournal(journalBytes(aRecord(1, typed)));

        QCOMPARE(scan.records.front().entry.text, u"a\ufffdb\ufffd"_s);
    }
};

QTEST_GUILESS_MAIN(TestJournalScan)
#include "test_journal_scan.moc"
