#include "unit/workflow/clinic.h"
#include "workflow/administration/settings.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;
using administration::SettingLevel;

namespace {

SettingCatalogue catalogue()
{
    return {{u"idle"_s,
             {},
             SettingRule::Type::Number,
             {},
             0,
             120,
             u"10"_s,
             {SettingLevel::Hospital, SettingLevel::Department}},
            {u"density"_s,
             {},
             SettingRule::Type::Choice,
             {u"compact"_s, u"wide"_s},
             0,
             0,
             u"compact"_s,
             {SettingLevel::Hospital, SettingLevel::Department, SettingLevel::User}},
            {u"mask"_s, {}, SettingRule::Type::Truth, {}, 0, 0, u"true"_s, {SettingLevel::Hospital}}};
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsHoldUntilSomebodyChooses()
    {
        Clinic clinic;
        QCOMPARE(settings(clinic).number(u"idle"_s), 10);
        QVERIFY(settings(clinic).isTrue(u"mask"_s));
        QCOMPARE(settings(clinic).text(u"density"_s), u"compact"_s);
    }

    void theNearerChoiceWins()
    {
        Clinic clinic;
        choose(clinic, SettingLevel::User, u"density"_s, u"wide"_s);
        choose(clinic, SettingLevel::Department, u"idle"_s, u"3"_s);
        choose(clinic, SettingLevel::Hospital, u"idle"_s, u"20"_s);
        choose(clinic, SettingLevel::Hospital, u"density"_s, u"compact"_s);

        QCOMPARE(settings(clinic).number(u"idle"_s), 3);
        QCOMPARE(settings(clinic).text(u"density"_s), u"wide"_s);
        clinic.context.session.department = {};
        clinic.context.session.account = clinic.context.newId<security::Account>();
        QCOMPARE(settings(clinic).number(u"idle"_s), 20);
        QCOMPARE(settings(clinic).text(u"density"_s), u"compact"_s);
    }

    void anEmptyValueTakesTheChoiceBack()
    {
        Clinic clinic;
        choose(clinic, SettingLevel::Hospital, u"idle"_s, u"20"_s);
        choose(clinic, SettingLevel::Department, u"idle"_s, u"3"_s);
        choose(clinic, SettingLevel::Department, u"idle"_s, {});
        QCOMPARE(settings(clinic).number(u"idle"_s), 20);
    }

    void whatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<SettingLevel>("level");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("code");
        QTest::newRow("unknown") << SettingLevel::Hospital << u"colour"_s << u"red"_s << u"setting.unknown"_s;
        QTest::newRow("not by each") << SettingLevel::User << u"mask"_s << u"false"_s << u"setting.level"_s;
        QTest::newRow("no number") << SettingLevel::Hospital << u"idle"_s << u"soon"_s << u"setting.value"_s;
        QTest::newRow("too many") << SettingLevel::Hospital << u"idle"_s << u"121"_s << u"setting.value"_s;
        QTest::newRow("no choice") << SettingLevel::User << u"density"_s << u"huge"_s << u"setting.value"_s;
        QTest::newRow("no truth") << SettingLevel::Hospital << u"mask"_s << u"yes"_s << u"setting.value"_s;
    }
    void whatDoesNotFitIsRefused()
    {
        QFETCH(SettingLevel, level);
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, code);
        Clinic clinic;
        QCOMPARE(refusal(change(clinic, level, key, value)), code);
        QVERIFY(clinic.announced.empty());
    }

    void onlyOnesOwnNeedsNoPermission()
    {
        Clinic clinic;
        clinic.world.policy->refused.insert(u"setting.manage"_s);
        QCOMPARE(refusal(change(clinic, SettingLevel::Hospital, u"idle"_s, u"5"_s)), u"access.denied"_s);
        QCOMPARE(refusal(change(clinic, SettingLevel::Department, u"idle"_s, u"5"_s)), u"access.denied"_s);
        QCOMPARE(refusal(change(clinic, SettingLevel::User, u"density"_s, u"wide"_s)), QString());
    }

private:
    static Result<administration::Setting> change(const Clinic &clinic,
                                                  SettingLevel level,
                                                  const QString &key,
                                                  const QString &value)
    {
        return await(changeSetting(clinic.context, clinic.command(), catalogue(), level, key, value));
    }
    static void choose(const Clinic &clinic, SettingLevel level, const QString &key, const QString &value)
    {
        Clinic::must(change(clinic, level, key, value));
    }
    static Settings settings(const Clinic &clinic)
    {
        return {catalogue(), Clinic::must(await(settingRows(clinic.context)))};
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestSettings)
#include "test_settings.moc"
