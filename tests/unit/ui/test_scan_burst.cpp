#include "ui/input/scan_burst.h"

#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;
using ui::ScanBurst;
using ui::ScanDoubt;
using ui::ScanRules;

namespace {

/// The characters of `text`, one each `gapMs`, the first at `start`.
void type(ScanBurst &burst, const QString &text, int gapMs, qint64 start = 5'000)
{
    for (const QChar character : text) {
        burst.add(character, start);
        start += gapMs;
    }
}

ui::ScanVerdict typed(const QString &text, int gapMs, const ScanRules &rules = {})
{
    ScanBurst burst(rules);
    type(burst, text, gapMs);
    return burst.verdict();
}

ScanRules framed()
{
    ScanRules rules;
    rules.prefix = u"~"_s;
    rules.suffix = u"\r"_s;
    return rules;
}

} // namespace

class TestScanBurst : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFastBurstIsAScan()
    {
        const auto verdict = typed(u"6901234567892\r"_s, 8);
        QVERIFY(verdict.isScan());
        QCOMPARE(verdict.text, u"6901234567892"_s);
        QCOMPARE(verdict.longestGapMs, 8);
        QCOMPARE(verdict.meanGapMs, 8);
    }

    void aPersonIsNot()
    {
        const auto verdict = typed(u"100238"_s, 90);
        QVERIFY(verdict.doubt == ScanDoubt::TooSlow);
        QCOMPARE(verdict.text, u"100238"_s);
    }

    void oneSlowKeyAmongFastOnesIsAPerson()
    {
        ScanBurst burst;
        type(burst, u"1002"_s, 5);
        type(burst, u"38"_s, 5, 5'200);
        QVERIFY(burst.verdict().doubt == ScanDoubt::TooSlow);
        QCOMPARE(burst.verdict().longestGapMs, 185);
    }

    void theLongestGapStillFits()
    {
        const ScanRules rules;
        QVERIFY(typed(u"1234"_s, rules.longestGapMs).isScan());
        QVERIFY(!typed(u"1234"_s, rules.longestGapMs + 1).isScan());
    }

    void aFewFastKeysAreNoScan()
    {
        QVERIFY(typed(u"123\r"_s, 2).doubt == ScanDoubt::TooShort); // Enter is none of its characters
        QVERIFY(typed(u"1234\r"_s, 2).isScan());
        QVERIFY(ScanBurst().verdict().doubt == ScanDoubt::TooShort);
    }

    void afterAPauseSomethingNewBegins()
    {
        ScanBurst burst;
        type(burst, u"7"_s, 5);
        type(burst, u"690123\r"_s, 5, 5'301);
        QCOMPARE(burst.verdict().text, u"690123"_s);
        QVERIFY(burst.verdict().isScan());
    }

    void keysWithoutTextArePassedOver()
    {
        ScanBurst burst;
        type(burst, u"AB"_s, 5);
        burst.add({}, 5'200); // Shift goes down
        type(burst, u"12"_s, 5, 5'010);
        QCOMPARE(burst.verdict().text, u"AB12"_s);
        QVERIFY(burst.verdict().isScan());
    }

    void prefixAndSuffixAreAskedForAndTakenAway()
    {
        const auto verdict = typed(u"~690123\r"_s, 5, framed());
        QVERIFY(verdict.isScan());
        QCOMPARE(verdict.text, u"690123"_s);
        QVERIFY(typed(u"690123\r"_s, 5, framed()).doubt == ScanDoubt::NoPrefix);
        QVERIFY(typed(u"~690123"_s, 5, framed()).doubt == ScanDoubt::NoSuffix);
        QVERIFY(typed(u"~123\r"_s, 5, framed()).doubt == ScanDoubt::TooShort);
    }

    void clearingForgets()
    {
        ScanBurst burst;
        type(burst, u"690123"_s, 5);
        burst.clear();
        QVERIFY(burst.isEmpty());
        QCOMPARE(burst.verdict().text, QString());
    }

    void theMeanIsRounded()
    {
        ScanBurst burst;
        burst.add(u"1"_s, 0);
        burst.add(u"2"_s, 1);
        burst.add(u"3"_s, 3); // gaps 1 and 2
        QCOMPARE(burst.verdict().meanGapMs, 2);
        QCOMPARE(burst.verdict().longestGapMs, 2);
    }
};

QTEST_GUILESS_MAIN(TestScanBurst)
#include "test_scan_burst.moc"
