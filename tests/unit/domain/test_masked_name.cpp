#include "domain/administration/masked_name.h"

#include <QTest>

using namespace Qt::StringLiterals;
using simiao::administration::maskedName;

class TestMaskedName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheFamilyNameAlone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("masked");
        const auto row = [](const char *title, const QString &name, const QString &masked) {
            QTest::newRow(title) << name << masked;
        };
        row("two characters", u"张伟"_s, u"张*"_s);
        row("three characters", u"王小明"_s, u"王*"_s);
        row("four characters", u"李明远一"_s, u"李*"_s);
        row("compound family name", u"欧阳修"_s, u"欧阳*"_s);
        row("compound, two given", u"司马相如"_s, u"司马*"_s);
        row("compound, traditional script", u"諸葛亮"_s, u"諸葛*"_s);
        row("compound or the whole name", u"夏侯"_s, u"夏*"_s);
        row("only a family name", u"张"_s, u"*"_s);
        row("blank between", u"张 伟"_s, u"张*"_s);
        row("wide blank in a compound", u"欧\u3000阳修"_s, u"欧阳*"_s);
        row("blanks around", u"  张伟 "_s, u"张*"_s);
        row("beyond the basic plane", u"𠮷田一郎"_s, u"𠮷*"_s);
        row("beyond the basic plane, alone", u"𠮷"_s, u"*"_s);
        row("middle dot", u"古丽·买买提"_s, u"古*"_s);
        row("child of", u"张伟之子"_s, u"张*"_s);
        row("Latin letters", u"John Smith"_s, u"J* S*"_s);
        row("one word", u"Li"_s, u"L*"_s);
        row("one letter", u"L"_s, u"*"_s);
        row("three words", u"Maria del Carmen"_s, u"M* d* C*"_s);
        row("hyphen and apostrophe", u"Anne-Marie O'Brien"_s, u"A* O*"_s);
        row("accent of two code points", u"E\u0301milie Noe\u0308l"_s, u"É* N*"_s);
        row("dash and brackets", u"- (John) -"_s, u"J*"_s);
        row("Latin before Chinese", u"David 王小明"_s, u"D* 王*"_s);
        row("Cyrillic", u"Иван Петров"_s, u"И* П*"_s);
        row("Arabic", u"محمد علي"_s, u"م* ع*"_s);
        row("Hangul", u"김민수"_s, u"김*"_s);
        row("nothing", u""_s, u"*"_s);
        row("no letter at all", u"123 456"_s, u"*"_s);
    }

    void showsTheFamilyNameAlone()
    {
        QFETCH(QString, name);
        QFETCH(QString, masked);
        QCOMPARE(maskedName(name), masked);
    }

    void neverShowsTheWholeName()
    {
        const QStringList families{u"张"_s, u"欧阳"_s, u"夏侯"_s, u"公孙"_s, u"𠮷"_s};
        const QStringList given{u""_s, u"伟"_s, u"侯"_s, u"小明"_s, u"𠮷"_s};
        for (const auto &family : families) {
            for (const auto &rest : given) {
                const QString name = family + rest;
                QVERIFY2(!maskedName(name).contains(name), qPrintable(name));
                QVERIFY2(maskedName(name).endsWith(u'*'), qPrintable(name));
            }
        }
    }

    void theLengthOfTheGivenNameDoesNotShow()
    {
        QCOMPARE(maskedName(u"张伟"_s), maskedName(u"张小伟伟"_s));
        QCOMPARE(maskedName(u"Jo Li"_s), maskedName(u"Johanna Lindqvist"_s));
    }
};

QTEST_GUILESS_MAIN(TestMaskedName)
#include "test_masked_name.moc"
