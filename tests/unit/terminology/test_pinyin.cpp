#include "terminology/pinyin.h"

#include <QFile>
#include <QTest>

#include <thread>

using namespace simiao;
using namespace simiao::terminology;
using namespace Qt::StringLiterals;

namespace {

SurnameReadings shippedSurnames()
{
    QFile file(qEnvironmentVariable("SIMIAO_RESOURCES") + u"/terminology/surname_pinyin.json"_s);
    const auto readings =
        SurnameReadings::parse(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    return readings ? *readings : SurnameReadings();
}

} // namespace

class TestPinyin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void termsAreReadAsTheyAreTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("initials");
        QTest::addColumn<QString>("full");
        QTest::newRow("plain") << u"肺炎"_s << u"fy"_s << u"feiyan"_s;
        QTest::newRow("digits and Latin stay") << u"2型糖尿病"_s << u"2xtnb"_s << u"2xingtangniaobing"_s;
        QTest::newRow("Latin inside") << u"维生素C片"_s << u"wsscp"_s << u"weishengsucpian"_s;
        QTest::newRow("Latin words") << u"HIV 感染"_s << u"hivgr"_s << u"hivganran"_s;
        QTest::newRow("punctuation goes")
            << u"血管瘤,任何部位(其他)"_s << u"xglrhbwqt"_s << u"xueguanliurenhebuweiqita"_s;
        QTest::newRow("full width") << u"ＣＴ检查Ⅱ"_s << u"ctjcii"_s << u"ctjianchaii"_s;
        QTest::newRow("lü") << u"绿脓杆菌"_s << u"lngj"_s << u"lvnongganjun"_s;
        QTest::newRow("nü") << u"女性"_s << u"nx"_s << u"nvxing"_s;
        QTest::newRow("nüe") << u"疟疾"_s << u"nj"_s << u"nueji"_s;
        QTest::newRow("empty") << QString() << QString() << QString();
        QTest::newRow("lone surrogate") << QString(QChar(0xd800)) + u"肺"_s << u"f"_s << u"fei"_s;
    }
    void termsAreReadAsTheyAreTyped()
    {
        QFETCH(const QString, text);
        QTEST(pinyinOf(text).initials, "initials");
        QTEST(pinyinOf(text).full, "full");
    }

    void surnamesHaveTheirOwnReading_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("full");
        QTest::newRow("shan") << u"单雄信"_s << u"shanxiongxin"_s;
        QTest::newRow("qiu") << u"仇英"_s << u"qiuying"_s;
        QTest::newRow("ou") << u"区志明"_s << u"ouzhiming"_s;
        QTest::newRow("xie") << u"解珍"_s << u"xiezhen"_s;
        QTest::newRow("zeng") << u"曾国藩"_s << u"zengguofan"_s;
        QTest::newRow("zha") << u"查良镛"_s << u"zhaliangyong"_s;
        QTest::newRow("ren") << u"任我行"_s << u"renwoxing"_s;
        QTest::newRow("hua") << u"华佗"_s << u"huatuo"_s;
        QTest::newRow("lv") << u"吕布"_s << u"lvbu"_s;
        QTest::newRow("two characters") << u"尉迟恭"_s << u"yuchigong"_s;
        QTest::newRow("ours before ICU's") << u"朴正熙"_s << u"piaozhengxi"_s;
        QTest::newRow("longest of ours") << u"单于明"_s << u"chanyuming"_s;
    }
    void surnamesHaveTheirOwnReading()
    {
        QFETCH(const QString, name);
        QTEST(pinyinOfName(name, shippedSurnames()).full, "full");
    }

    void surnameReadingStaysOutOfTerms()
    {
        QCOMPARE(pinyinOf(u"单纯疱疹"_s).full, u"danchunpaozhen"_s);
        QCOMPARE(pinyinOf(u"黑色素瘤"_s).full, u"heisesuliu"_s);
    }

    void refusesASurnameWithoutOneSyllableACharacter()
    {
        const auto readings = SurnameReadings::parse(R"({"surnames":[{"surname":"单于","pinyin":"chan"}]})");
        QCOMPARE(readings.error().code, u"surnames.shape"_s);
        QCOMPARE(readings.error().detail, u"surnames[0]"_s);
    }

    void threadsReadSideBySide()
    {
        QList<QString> read(4);
        std::vector<std::jthread> threads;
        for (auto &full : read)
            threads.emplace_back([&full] { full = pinyinOf(u"高血压"_s).full; });
        threads.clear();
        QCOMPARE(read, QList<QString>(4, u"gaoxueya"_s));
    }
};

QTEST_GUILESS_MAIN(TestPinyin)
#include "test_pinyin.moc"
