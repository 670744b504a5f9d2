#include "shell/command_match.h"

#include <QTest>

using namespace simiao::shell;
using namespace Qt::StringLiterals;

namespace {

CommandNames sign()
{
    return {
        u"Sign and finish"_s, u"签名并完成"_s, u"consult.sign"_s, {u"qmbwc"_s, u"qianmingbingwancheng"_s}};
}

} // namespace

class TestCommandMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByWhatIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("name") << u"Sign"_s;
        QTest::newRow("other case") << u"sIGN AND"_s;
        QTest::newRow("without blanks") << u"signand"_s;
        QTest::newRow("later word") << u"finish"_s;
        QTest::newRow("Chinese") << u"签名"_s;
        QTest::newRow("Chinese, in the middle") << u"完成"_s;
        QTest::newRow("initials") << u"qmb"_s;
        QTest::newRow("full pinyin") << u"qianming"_s;
        QTest::newRow("id") << u"consult.sign"_s;
        QTest::newRow("nothing yet") << QString();
    }

    void findsByWhatIsTyped()
    {
        QFETCH(const QString, typed);

        QVERIFY(commandRank(sign(), typed).has_value());
    }

    void leavesOutWhatDoesNotFit() { QVERIFY(!commandRank(sign(), u"print"_s)); }

    void putsABeginningBeforeAMiddle()
    {
        const CommandNames resign{u"Resign"_s, {}, u"x"_s, {}};

        QVERIFY(*commandRank(sign(), u"sign"_s) < *commandRank(resign, u"sign"_s));
    }

    void putsNamesBeforePinyin()
    {
        const CommandNames named{u"Qm report"_s, {}, u"x"_s, {}};

        QVERIFY(*commandRank(named, u"qm"_s) < *commandRank(sign(), u"qm"_s));
    }
};

QTEST_APPLESS_MAIN(TestCommandMatch)
#include "test_command_match.moc"
