#include "postgresql/postgres_connector.h"
#include "postgresql/server_tools.h"
#include "support/false_server.h"
#include "support/patience.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 10'000;
const auto kPassword = u"of-desk-1"_s;

/// What stands in the environment of a program, for the length of a test; `%port%` is that of the false server, `%folder%` the test's.
using Variables = QMap<QString, QString>;

} // namespace

/// Only the address says which server a desk talks to, and how. Somebody else listens.
class TestServerSurroundings : public QObject
{
    Q_OBJECT

private:
    QString filled(QString text) const
    {
        return text.replace("%port%"_L1, QString::number(m_false.port()))
            .replace("%folder%"_L1, m_folder.path());
    }

    void write(const QString &name, const QString &text) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(filled(text).toUtf8());
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }

    void surroundWith(const Variables &variables) const
    {
        for (auto at = variables.cbegin(); at != variables.cend(); ++at)
            qputenv(at.key().toLatin1().constData(), filled(at.value()).toUtf8());
    }

    static Result<postgresql::OpenServer> open(const postgresql::ServerAddress &address)
    {
        return postgresql::openServer({address, {}}, QDeadlineTimer(kPatienceMs));
    }

    QTemporaryDir m_folder;
    FalseServer m_false;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        write(u"services"_s,
              u"[other]\nhost=127.0.0.1\nport=%port%\nsslmode=disable\npassword=of-desk-1\n"_s);
        write(u"pass"_s, u"*:*:*:*:of-desk-1\n"_s);
    }

    // Else none of what follows would say anything.
    void falseServerIsToldAPasswordByWhoeverDemandsNothing()
    {
        FalseServer other;
        const auto refused = open({.parameters = {{u"host"_s, u"127.0.0.1"_s},
                                                  {u"port"_s, QString::number(other.port())},
                                                  {u"user"_s, u"desk_1"_s},
                                                  {u"dbname"_s, u"simiao"_s}},
                                   .password = kPassword});
        QVERIFY(!refused);
        QTRY_VERIFY(other.heard().contains(kPassword.toUtf8()));
    }

    void nothingAroundDecidesWhereTheWayGoes_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<Variables>("variables");
        const auto nowhere =
            u"postgresql://desk_1@:%port%/simiao"_s; // this machine's usual socket, of that number
        QTest::newRow("PGHOST") << nowhere << Variables{{u"PGHOST"_s, u"127.0.0.1"_s}};
        QTest::newRow("PGHOSTADDR") << nowhere << Variables{{u"PGHOSTADDR"_s, u"127.0.0.1"_s}};
        QTest::newRow("PGHOSTADDR beside a socket")
            << u"postgresql://desk_1@/simiao?host=%folder%&port=%port%"_s
            << Variables{{u"PGHOSTADDR"_s, u"127.0.0.1"_s}};
        QTest::newRow("PGPORT") << u"postgresql://desk_1@127.0.0.1/simiao"_s
                                << Variables{{u"PGPORT"_s, u"%port%"_s}};
        QTest::newRow("PGSERVICE") << u"postgresql://desk_1@/simiao"_s
                                   << Variables{{u"PGSERVICE"_s, u"other"_s},
                                                {u"PGSERVICEFILE"_s, u"%folder%/services"_s}};
    }

    void nothingAroundDecidesWhereTheWayGoes()
    {
        QFETCH(const QString, address);
        QFETCH(const Variables, variables);
        surroundWith(variables);

        auto parsed = postgresql::parseAddress(filled(address), u"DESK-1"_s);
        QVERIFY(parsed);
        parsed->password = kPassword;
        const auto refused = open(*parsed);

        QVERIFY(!refused);
        QCOMPARE(m_false.heard(), QByteArray());
        for (const auto &name : variables.keys())
            QVERIFY2(!qEnvironmentVariableIsSet(name.toLatin1().constData()), qPrintable(name));
    }

    void otherMachineIsToldNothingWithoutTls_data()
    {
        QTest::addColumn<Variables>("variables");
        QTest::newRow("nothing") << Variables{};
        QTest::newRow("PGSSLMODE") << Variables{{u"PGSSLMODE"_s, u"disable"_s}};
        QTest::newRow("PGREQUIRESSL") << Variables{{u"PGREQUIRESSL"_s, u"0"_s}};
        QTest::newRow("PGGSSENCMODE") << Variables{{u"PGGSSENCMODE"_s, u"prefer"_s}};
    }

    void otherMachineIsToldNothingWithoutTls()
    {
        QFETCH(const Variables, variables);
        surroundWith(variables);
        FalseServer other;

        auto parsed = postgresql::parseAddress(
            u"postgresql://desk_1@db.hospital.example:%1/simiao?hostaddr=127.0.0.1"_s.arg(other.port()),
            u"DESK-1"_s);
        QVERIFY(parsed);
        parsed->password = kPassword;
        const auto refused = open(*parsed);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"server.tls"_s);
        QTRY_VERIFY(!other.heard().isEmpty());
        QVERIFY(other.heard().contains("\x04\xd2\x16\x2f")); // asks for TLS
        QVERIFY(!other.heard().contains("desk_1"));          // and says no more
    }

    void nothingAroundIsSent_data()
    {
        QTest::addColumn<Variables>("variables");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("PGPASSWORD") << Variables{{u"PGPASSWORD"_s, u"of-desk-1"_s}}
                                    << QByteArray("of-desk-1");
        QTest::newRow("PGPASSFILE") << Variables{{u"PGPASSFILE"_s, u"%folder%/pass"_s}}
                                    << QByteArray("of-desk-1");
        QTest::newRow("PGOPTIONS") << Variables{{u"PGOPTIONS"_s, u"-crow_security=off"_s}}
                                   << QByteArray("row_security");
        QTest::newRow("PGTZ") << Variables{{u"PGTZ"_s, u"Asia/Urumqi"_s}} << QByteArray("Urumqi");
    }

    void nothingAroundIsSent()
    {
        QFETCH(const Variables, variables);
        QFETCH(const QByteArray, sent);
        surroundWith(variables);
        FalseServer other;

        // Before a pooler nothing is sent as `options`.
        const auto parsed = postgresql::parseAddress(
            u"postgresql://desk_1@127.0.0.1:%1/simiao?direct=127.0.0.1:%1"_s.arg(other.port()), u"DESK-1"_s);
        QVERIFY(parsed);
        QVERIFY(!open(*parsed));

        QTRY_VERIFY(other.heard().contains("desk_1"));
        QVERIFY2(!other.heard().contains(sent), other.heard().toPercentEncoding().constData());
    }

    void programsThatAreStartedHaveNoneOfIt()
    {
        const auto parsed = postgresql::parseAddress(u"postgresql://desk_1@127.0.0.1/simiao"_s, u"DESK-1"_s);
        QVERIFY(parsed);
        surroundWith({{u"PGHOSTADDR"_s, u"127.0.0.1"_s}, {u"PGSERVICE"_s, u"other"_s}}); // later than that
        const auto seen = m_folder.filePath(u"seen"_s);

        QVERIFY(postgresql::runTool(u"/bin/sh"_s, {u"-c"_s, u"env > \"$0\""_s, seen}, seen, {}, {}));

        QFile file(seen);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto environment = file.readAll();
        QVERIFY(environment.contains("PATH="));
        QVERIFY2(!environment.contains("PGHOSTADDR") && !environment.contains("PGSERVICE"),
                 environment.constData());
        const auto argument = postgresql::databaseArgument(*parsed);
        QVERIFY2(argument.contains("hostaddr=''"_L1) && argument.contains("sslmode="_L1),
                 qPrintable(argument));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestServerSurroundings)
#include "test_server_surroundings.moc"
