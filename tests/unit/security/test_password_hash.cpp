#include "security/password_hash.h"
#include "security/password_key.h"

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

    void keyIsWhatTheVerifierEndsWith()
    {
        const auto hash = *hashPassword(u"caf\u00e9"_s);
        const auto at = hash.lastIndexOf(u'$');
        const auto key = passwordKey(hash.left(at), u"cafe\u0301"_s);

        QVERIFY(key);
        QCOMPARE(key->toBase64(QByteArray::OmitTrailingEquals), hash.mid(at + 1).toLatin1());
        QVERIFY(*passwordKey(hash.left(at), u"cafe"_s) != *key);
    }

    // It comes from a server: it must not make this computer work for hours.
    void saltThatAsksForTooMuchIsRefused_data()
    {
        QTest::addColumn<QString>("salt");
        QTest::newRow("empty") << QString();
        QTest::newRow("memory") << u"$argon2id$v=19$m=9999999,t=2,p=1$AN2nnUXc4015QX9WQqw1dg"_s;
        QTest::newRow("passes") << u"$argon2id$v=19$m=65536,t=99,p=1$AN2nnUXc4015QX9WQqw1dg"_s;
        QTest::newRow("no passes") << u"$argon2id$v=19$m=65536,t=0,p=1$AN2nnUXc4015QX9WQqw1dg"_s;
        QTest::newRow("short salt") << u"$argon2id$v=19$m=65536,t=2,p=1$AN2nnUXc4015QX9"_s;
        QTest::newRow("another algorithm") << u"$argon2i$v=19$m=65536,t=2,p=1$AN2nnUXc4015QX9WQqw1dg"_s;
    }
    void saltThatAsksForTooMuchIsRefused()
    {
        QFETCH(const QString, salt);
        QCOMPARE(passwordKey(salt, u"x"_s).error().code, u"password.salt"_s);
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
