#include "domain/security/password_rules.h"
#include "unit/domain/refusal.h"

#include <QFile>
#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;
using security::PasswordRules;

class TestPasswordRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(qEnvironmentVariable("SIMIAO_RESOURCES") + u"/rules/passwords.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_rules = PasswordRules::parse(file.readAll()).value();
    }

    void judgesAPassword_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("code");
        QTest::newRow("sentence") << u"four geese over the lake"_s << QString();
        QTest::newRow("Chinese") << u"湖上四只大雁飞过去了1"_s << QString();
        QTest::newRow("nine") << u"abcdefg-1"_s << u"password.short"_s;
        QTest::newRow("one kind") << u"kgwzbvqxyt"_s << u"password.kinds"_s;
        QTest::newRow("aaaa") << u"good-aaaa-11"_s << u"password.repeated"_s;
        QTest::newRow("common") << u"Administrator"_s << u"password.common"_s;
        QTest::newRow("common with digits") << u"Password2026"_s << u"password.common"_s;
        QTest::newRow("own name") << u"for-LI.MING-only"_s << u"password.login-name"_s;
        QTest::newRow("NUL") << u"four geese"_s + QChar(0) + u"1"_s << u"text.nul"_s;
    }
    void judgesAPassword()
    {
        QFETCH(QString, password);
        QFETCH(QString, code);
        QCOMPARE(refusal(m_rules.check(password, u"li.ming"_s)), code);
    }

    void growsOldOnlyWhereTheHospitalSaysSo()
    {
        const Instant set{1'000'000'000'000'000};
        const auto later = set.plusSeconds(91LL * 86'400);
        QVERIFY(m_rules.isExpired({}, later));
        QVERIFY(!m_rules.isExpired(set, later));
        auto strict = m_rules;
        strict.maximumAgeDays = 90;
        QVERIFY(strict.isExpired(set, later));
        QVERIFY(!strict.isExpired(set, set.plusSeconds(89LL * 86'400)));
    }

    void aFileWithoutANumberIsRefused()
    {
        const auto rules = PasswordRules::parse(R"({"shortest": 8, "fewestKinds": "two"})");
        QCOMPARE(rules.error().code, u"passwords.shape"_s);
        QCOMPARE(rules.error().detail, u"fewestKinds"_s);
    }

private:
    PasswordRules m_rules;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPasswordRules)
#include "test_password_rules.moc"
