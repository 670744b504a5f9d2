#include "terminology/concept_index.h"

#include <QElapsedTimer>
#include <QTest>

using namespace simiao;
using namespace simiao::terminology;
using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    QString code;
    QString text;
};

ConceptIndex indexOf(const std::vector<Entry> &entries)
{
    IndexKeys keys;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        keys.addCode(entries[i].code, int(i));
        keys.addText(entries[i].text, int(i));
        keys.addPinyin(pinyinOf(entries[i].text), int(i));
    }
    return ConceptIndex(std::move(keys));
}

const std::vector<Entry> kEntries = {
    {u"I10"_s, u"原发性高血压"_s},    // 0 yfxgxy
    {u"I11"_s, u"高血压性心脏病"_s},  // 1 gxyxxzb
    {u"I15"_s, u"继发性高血压"_s},    // 2 jfxgxy
    {u"A17+"_s, u"神经系统的结核"_s}, // 3 sjxtdjh
    {u"R03"_s, u"高血压"_s},          // 4 gxy
    {u"GXY1"_s, u"肺炎"_s},           // 5 fy
    {u"E11"_s, u"2型糖尿病"_s},       // 6 2xtnb
};

/// 30 000 names of five characters with codes like those of the national edition.
std::vector<Entry> aNationalEdition()
{
    const QString characters = u"高血压性心脏病原发继肺炎结核神经系统糖尿急慢支气管胃溃疡肝硬化肾小球骨折"_s;
    std::vector<Entry> entries;
    for (int i = 0; i < 30'000; ++i) {
        QString text;
        for (int k = 0, seed = i * 7919; k < 10; ++k, seed = seed / 3 + i * (k + 1))
            text += characters[seed % characters.size()];
        entries.push_back(
            {QStringLiteral("%1%2.%3").arg(QChar(u'A' + i % 26)).arg(i / 26 % 100, 2, 10, QChar(u'0')).arg(i),
             text});
    }
    return entries;
}

} // namespace

class TestConceptIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void betterKindsOfMatchComeFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<std::vector<int>>("found");
        QTest::newRow("code") << u"i10"_s << std::vector{0};
        QTest::newRow("code's beginning") << u"I1"_s << std::vector{0, 1, 2};
        QTest::newRow("code without its mark") << u"A17"_s << std::vector{3};
        QTest::newRow("code, initials, part of initials") << u"gxy"_s << std::vector{5, 4, 1, 0, 2};
        QTest::newRow("text, its beginning, part of it") << u"高血压"_s << std::vector{4, 1, 0, 2};
        QTest::newRow("pinyin") << u"feiy"_s << std::vector{5};
        QTest::newRow("digits") << u"2x"_s << std::vector{6};
        QTest::newRow("full width and blanks") << u" Ｉ１０ "_s << std::vector{0};
        QTest::newRow("nothing") << u"zzz"_s << std::vector<int>{};
        QTest::newRow("blank") << u"  "_s << std::vector<int>{};
    }
    void betterKindsOfMatchComeFirst()
    {
        QFETCH(const QString, typed);
        QTEST(indexOf(kEntries).find(typed, 10), "found");
    }

    void keepsToTheLimit()
    {
        const auto index = indexOf(kEntries);
        QCOMPARE(index.find(u"高血压"_s, 2), (std::vector{4, 1}));
        QCOMPARE(index.find(u"高血压"_s, 0), std::vector<int>{});
    }

    void anEntryWithSeveralKeysIsFoundOnce()
    {
        IndexKeys keys;
        keys.addText(u"amoxicillin capsules"_s, 0);
        keys.addText(u"amoxil"_s, 0);
        QCOMPARE(ConceptIndex(std::move(keys)).find(u"amox"_s, 10), std::vector{0});
    }

    void matchesDoNotCrossFromOneEntryIntoTheNext()
    {
        QVERIFY(indexOf({{u"1"_s, u"肺炎"_s}, {u"2"_s, u"高热"_s}}).find(u"炎高"_s, 10).empty());
    }

    void theOrderOfEntriesBreaksTies()
    {
        const auto index = indexOf({{u"B"_s, u"肺炎"_s}, {u"A"_s, u"肺炎"_s}});
        QCOMPARE(index.find(u"肺炎"_s, 10), (std::vector{0, 1}));
    }

    void saysHowLongThirtyThousandEntriesTake()
    {
        const auto index = indexOf(aNationalEdition());
        for (const auto &typed :
             {u"i"_s, u"I10"_s, u"gxy"_s, u"g"_s, u"高"_s, u"压性心"_s, u"没有这个"_s, u"qqqq"_s}) {
            QElapsedTimer timer;
            timer.start();
            const auto found = index.find(typed, 20);
            qInfo("%s: %zu found in %lld us", qPrintable(typed), found.size(), timer.nsecsElapsed() / 1000);
        }
    }
};

QTEST_GUILESS_MAIN(TestConceptIndex)
#include "test_concept_index.moc"
