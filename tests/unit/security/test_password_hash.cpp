#include "security/password_hash.h"

#include <QTest>

using namespace simiao;
using namespace simiao::security;
using namespace Qt::StringLiterals;

namespace {

const auto kParameters = u"$argon2id$v=19$m=65536,t=2,p=1$"_s;

} // namespace

class TestPasswordHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsOnlyTheSamePassword()
    {
        const auto hash = *hashPassword(u"思邈-demo 2026"_s);

        QVERIFY(verifyPassword(hash, u"思邈-demo 2026"_s));
        QVERIFY(!verifyPassword(hash, u"思邈-demo 2027"_s));
        QVERIFY(!verifyPassword(hash, {}));
    }

    void saltsEachHash() { QVERIFY(*hashPassword(u"same"_s) != *hashPassword(u"same"_s)); }

    void composedAndDecomposedLettersAreOnePassword()
    {
        const auto hash = *hashPassword(u"caf\u00e9"_s);
        QVERIFY(verifyPassword(hash, u"cafe\u0301"_s));
    }

    void decoyCostsAsMuchAsARealVerifier()
    {
        QVERIFY(hashPassword(u"x"_s)->startsWith(kParameters));
        QVERIFY(decoyVerifier().startsWith(kParameters));
        QVERIFY(!verifyPassword(decoyVerifier(), {}));
    }

    void refusesWhatIsNoVerifier_data()
    {
        QTest::addColumn<QString>("hash");
        QTest::newRow("empty") << QString();
        QTest::newRow("words") << u"not a verifier"_s;
        QTest::newRow("cut") << decoyVerifier().chopped(10);
        QTest::newRow("too long") << QString(4096, u'$');
    }
    void refusesWhatIsNoVerifier()
    {
        QFETCH(const QString, hash);
        QVERIFY(!verifyPassword(hash, u"x"_s));
    }

    void answersTheSameFromThePool()
    {
        const auto hash = QCoro::waitFor(hashPasswordAsync(u"x"_s));

        QVERIFY(QCoro::waitFor(verifyPasswordAsync(*hash, u"x"_s)));
        QVERIFY(!QCoro::waitFor(verifyPasswordAsync(*hash, u"y"_s)));
    }
};

QTEST_GUILESS_MAIN(TestPasswordHash)
#include "test_password_hash.moc"
