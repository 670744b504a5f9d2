#include "domain/medications/order_line.h"
#include "support/memory_store.h"
#include "support/world.h"

#include <QTest>

#include <algorithm>

namespace simiao::test {

using namespace Qt::StringLiterals;
using medications::OrderLine;
using medications::parseOrderLine;

namespace {

/// "drug|dose unit|route|frequency|days|unknown,unknown" with empty parts where nothing was understood; "x6" and "=12粒"
/// stand behind the days.
QString shown(const OrderLine &line)
{
    const QString dose = line.doseValue ? line.doseValue->toString() + line.doseUnit : QString();
    QString days = line.days ? QString::number(*line.days) : QString();
    days += line.maxDoses ? u"x%1"_s.arg(*line.maxDoses) : QString();
    days += line.quantity ? u"=%1%2"_s.arg(*line.quantity).arg(line.quantityUnit) : QString();
    const QStringList unknown(line.unknown.begin(), line.unknown.end());
    return QStringList{line.drug, dose, line.route, line.frequency, days, unknown.join(u',')}.join(u'|');
}

medications::DosageTerms terms()
{
    auto terms = someDosageTerms();
    terms.routes.front().aliases.push_back(u"口服"_s);
    return terms;
}

} // namespace

class TestOrderLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("understood");
        QTest::newRow("as in the guide") << "amxl 0.5 po tid 7d" << "amxl|0.5|oral|tid|7|";
        QTest::newRow("unit attached") << "amxl 500mg po tid 7d" << "amxl|500mg|oral|tid|7|";
        QTest::newRow("unit apart") << "amxl 0.5 g po tid 7d" << "amxl|0.5g|oral|tid|7|";
        QTest::newRow("pieces") << u"amxl 2粒 po tid 7d"_s << u"amxl|2粒|oral|tid|7|"_s;
        QTest::newRow("Chinese words")
            << u"阿莫西林 0.5g 口服 每日三次 7天"_s << u"阿莫西林|0.5g|oral|tid|7|"_s;
        QTest::newRow("upper case") << "AMXL 0.5G PO TID 7D" << "AMXL|0.5g|oral|tid|7|";
        QTest::newRow("times days") << u"amxl 0.5 tid ×7天"_s << "amxl|0.5||tid|7|";
        QTest::newRow("weeks") << u"amxl 0.5 tid 2周"_s << "amxl|0.5||tid|14|";
        QTest::newRow("drug of two words")
            << "amoxicillin capsules 0.5 tid" << "amoxicillin capsules|0.5||tid||";
        QTest::newRow("drug only") << "amxl" << "amxl|||||";
        QTest::newRow("drug that is also a route") << "po 0.5" << "po|0.5||||";
        QTest::newRow("number before the drug") << "0.5g amxl tid" << "amxl|0.5g||tid||";
        QTest::newRow("unknown word kept") << "amxl 0.5 tid 7d nightly" << "amxl|0.5||tid|7|nightly";
        QTest::newRow("unknown unit kept") << "amxl 5zz tid" << "amxl|||tid||5zz";
        QTest::newRow("second dose kept") << "amxl 0.5 1.5 tid" << "amxl|0.5||tid||1.5";
        QTest::newRow("second route kept") << u"amxl po 0.5 口服"_s << u"amxl|0.5|oral|||口服"_s;
        QTest::newRow("most doses") << "amxl 0.5 prn x6" << "amxl|0.5||prn|x6|";
        QTest::newRow("most doses in days") << u"amxl 0.5 prn ×6次 3d"_s << "amxl|0.5||prn|3x6|";
        QTest::newRow("quantity") << "amxl 0.5 prn =12" << "amxl|0.5||prn|=12|";
        QTest::newRow("quantity in pieces") << u"amxl 0.5 prn ×12粒"_s << u"amxl|0.5||prn|=12粒|"_s;
        QTest::newRow("quantity in packs") << u"amxl 0.5 prn =2盒"_s << u"amxl|0.5||prn|=2盒|"_s;
        QTest::newRow("quantity of a mass is none") << "amxl 0.5 prn x12g" << "amxl|0.5||prn||x12g";
        QTest::newRow("second number of doses kept") << "amxl 0.5 prn x6 x7" << "amxl|0.5||prn|x6|x7";
        QTest::newRow("wide blanks") << u"amxl\u30000.5\u3000po\u3000tid"_s << "amxl|0.5|oral|tid||";
        QTest::newRow("many blanks") << "  amxl \t 0.5   tid  " << "amxl|0.5||tid||";
        QTest::newRow("negative dose is no dose") << "amxl tid -0.5" << "amxl|||tid||-0.5";
        QTest::newRow("comma is no point") << "amxl tid 0,5" << "amxl|||tid||0,5";
    }
    void understandsWhatPeopleType()
    {
        QFETCH(QString, typed);
        QFETCH(QString, understood);
        QCOMPARE(shown(parseOrderLine(typed, m_terms)), understood);
    }

    void orderOfTheOtherWordsDoesNotMatter()
    {
        QStringList words{u"0.5g"_s, u"7d"_s, u"po"_s, u"tid"_s};
        const auto expected = parseOrderLine(u"amxl 0.5g 7d po tid"_s, m_terms);
        do {
            const QString typed = u"amxl "_s + words.join(u' ');
            QVERIFY2(parseOrderLine(typed, m_terms) == expected, qPrintable(typed));
        } while (std::ranges::next_permutation(words).found);
    }

    void noWordIsLost()
    {
        const QStringList words{u"amxl"_s, u"0.5"_s, u"tid"_s, u"8x"_s, u"po"_s, u"9y"_s, u"3d"_s, u"z"_s};

        const auto line = parseOrderLine(words.join(u' '), m_terms);

        QCOMPARE(shown(line), u"amxl|0.5|oral|tid|3|8x,9y,z"_s);
    }

    void survivesHostileInput_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("understood");
        QTest::newRow("empty") << "" << "|||||";
        QTest::newRow("blanks") << u" \t\u3000\n"_s << "|||||";
        QTest::newRow("numbers only") << "1 2 3" << "|1||||2,3";
        QTest::newRow("too many digits")
            << "amxl 1234567890123456789 tid" << "amxl|||tid||1234567890123456789";
        QTest::newRow("too many days") << "amxl tid 9999d" << "amxl|||tid||9999d";
        QTest::newRow("Arabic digits") << u"amxl tid ٥"_s << u"amxl|||tid||٥"_s;
        QTest::newRow("half a character")
            << u"amxl tid "_s + QChar(0xd83d) << u"amxl|||tid||"_s + QChar(0xd83d);
        QTest::newRow("regular expression") << "amxl tid (.*" << "amxl|||tid||(.*";
    }
    void survivesHostileInput()
    {
        QFETCH(QString, typed);
        QFETCH(QString, understood);
        QCOMPARE(shown(parseOrderLine(typed, m_terms)), understood);
    }

    void tenThousandWordsAreKept()
    {
        const auto line = parseOrderLine(u"amxl tid"_s + u" nonsense"_s.repeated(10'000), m_terms);
        QCOMPARE(line.unknown.size(), std::size_t(10'000));
        QCOMPARE(line.frequency, u"tid"_s);
    }

    void whatWasNotTypedIsUsualForTheDrug()
    {
        const auto drug = aWorld(std::make_shared<MemoryStore>()).amoxicillin;

        const auto usual = dosageFor(parseOrderLine(u"amxl"_s, m_terms), drug, m_terms);
        const auto typed = dosageFor(parseOrderLine(u"amxl 500mg bid 3d"_s, m_terms), drug, m_terms);

        QVERIFY((usual == medications::Dosage{drug.defaultDose, u"oral"_s, u"tid"_s, 7}));
        QVERIFY((typed == medications::Dosage{{Decimal(500), u"mg"_s}, u"oral"_s, u"bid"_s, 3}));
    }

    void bareNumberIsInTheDrugsUsualUnit()
    {
        const auto drug = aWorld(std::make_shared<MemoryStore>()).amoxicillin;
        QCOMPARE(dosageFor(parseOrderLine(u"amxl 0.25"_s, m_terms), drug, m_terms).dose.toString(),
                 u"0.25 g"_s);
    }

    void usualDaysAreOnlyOfWhatIsTakenRegularly()
    {
        const auto drug = aWorld(std::make_shared<MemoryStore>()).amoxicillin;
        const auto daysOf = [&](const QString &typed) {
            return dosageFor(parseOrderLine(typed, m_terms), drug, m_terms).days;
        };
        QCOMPARE(daysOf(u"amxl qd"_s), 7);
        QCOMPARE(daysOf(u"amxl st"_s), 1);
        QCOMPARE(daysOf(u"amxl prn x6"_s), 0);
        QCOMPARE(daysOf(u"amxl prn x6 3d"_s), 3);
    }

    void quantityIsCountedInPiecesOrPacks()
    {
        const auto drug = aWorld(std::make_shared<MemoryStore>()).amoxicillin;
        const auto quantityOf = [&](const QString &typed) {
            return medications::quantityFor(parseOrderLine(typed, m_terms), drug, m_terms);
        };
        QVERIFY(!*quantityOf(u"amxl prn"_s));
        QCOMPARE(**quantityOf(u"amxl prn =12"_s), 12);
        QCOMPARE(**quantityOf(u"amxl prn ×12粒"_s), 12);
        QCOMPARE(**quantityOf(u"amxl prn =2盒"_s), 48);
        QCOMPARE(quantityOf(u"amxl prn =2瓶"_s).error().code, u"dosage.quantity-unit"_s);
        QCOMPARE(quantityOf(u"amxl prn =0"_s).error().code, u"dosage.not-positive"_s);
    }

private:
    const medications::DosageTerms m_terms = terms();
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestOrderLine)
#include "test_order_line.moc"
