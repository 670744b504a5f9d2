#include "security/role_policy.h"

#include <QFile>
#include <QTest>

using namespace simiao;
using namespace simiao::security;
using namespace Qt::StringLiterals;

namespace {

QByteArray shippedRoles()
{
    QFile file(qEnvironmentVariable("SIMIAO_RESOURCES") + u"/rules/roles.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Error refusalOf(const QByteArray &json)
{
    const auto policy = RolePolicy::parse(json);
    return policy ? Error{} : policy.error();
}

} // namespace

class TestRolePolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedRolesAreUnderstood()
    {
        const auto policy = RolePolicy::parse(shippedRoles());

        QVERIFY2(policy, policy ? "" : qPrintable(policy.error().detail));
        QVERIFY((*policy)->isGranted({u"physician"_s}, u"medication-request.sign"_s));
        QVERIFY(!(*policy)->isGranted({u"cashier"_s}, u"medication-request.sign"_s));
        QCOMPARE((*policy)->desksOf({u"physician"_s}), (QStringList{u"consult"_s, u"records"_s}));
        QCOMPARE((*policy)->rolesFor(u"terminology.import"_s),
                 (QStringList{u"administrator"_s, u"system-administrator"_s}));
    }

    // Who runs the system, who lets people in and who reads what they did are three, where a hospital wants it so.
    void threeAdministratorsShareNothing()
    {
        const auto policy = RolePolicy::parse(shippedRoles());
        const QStringList three{u"system-administrator"_s, u"security-administrator"_s,
                                u"audit-administrator"_s};
        for (const auto &permission : (*policy)->permissions()) {
            const auto granted = std::ranges::count_if(
                three, [&](const QString &role) { return (*policy)->isGranted({role}, permission.code); });
            const bool isOfThem = (*policy)->isGranted({u"administrator"_s}, permission.code);
            QVERIFY2(granted == (isOfThem ? 1 : 0), qPrintable(permission.code));
        }
    }

    void deniesWhatNobodyGranted()
    {
        const auto policy = RolePolicy::parse(shippedRoles());

        QVERIFY(!(*policy)->isGranted({}, u"patient.read"_s));
        QVERIFY(!(*policy)->isGranted({u"visitor"_s}, u"patient.read"_s));
        QVERIFY(!(*policy)->isGranted({u"physician"_s}, u"no.such-act"_s));
        QVERIFY(!(*policy)->isGranted({u"physician"_s}, {}));
    }

    void severalRolesAddUp()
    {
        const auto policy = RolePolicy::parse(shippedRoles());
        const QStringList both{u"cashier"_s, u"registrar"_s};

        QVERIFY((*policy)->isGranted(both, u"payment.take"_s));
        QVERIFY((*policy)->isGranted(both, u"patient.register"_s));
        QCOMPARE((*policy)->desksOf(both), (QStringList{u"cashier"_s, u"registration"_s}));
        QCOMPARE((*policy)->desksOf({u"registrar"_s, u"nurse"_s}), QStringList{u"registration"_s});
    }

    void refusesAnUndeclaredPermissionWithItsPlace()
    {
        const auto error = refusalOf(R"({"permissions":[{"code":"a.read"}],
                                         "roles":[{"code":"one","permissions":["a.read"]},
                                                  {"code":"two","permissions":["a.read","a.raed"]}]})");

        QCOMPARE(error.kind, ErrorKind::Invalid);
        QCOMPARE(error.code, u"roles.permission-unknown"_s);
        QCOMPARE(error.detail, u"roles[1].permissions[1]: a.raed"_s);
    }

    void refusesARoleThatStandsTwice()
    {
        const auto error = refusalOf(R"({"permissions":[],"roles":[{"code":"one"},{"code":"one"}]})");
        QCOMPARE(error.code, u"roles.duplicate"_s);
        QCOMPARE(error.detail, u"roles[1]"_s);
    }

    void refusesAFileWithoutRoles_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("code");
        QTest::newRow("no roles") << QByteArray("{}") << u"roles.shape"_s;
        QTest::newRow("no code") << QByteArray(R"({"roles":[{}]})") << u"roles.shape"_s;
        QTest::newRow("no JSON") << QByteArray("roles:") << u"json.syntax"_s;
    }
    void refusesAFileWithoutRoles()
    {
        QFETCH(const QByteArray, json);
        QTEST(refusalOf(json).code, "code");
    }
};

QTEST_GUILESS_MAIN(TestRolePolicy)
#include "test_role_policy.moc"
