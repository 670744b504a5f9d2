#include "contract/store/keyed_hospital.h"
#include "postgresql/key_store.h"

#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <future>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

/// A session of the system with a key store that is unlocked. The bus ends with this and with the test, and the store with the bus.
class KeyringSession
{
public:
    bool start()
    {
        m_bus.start(u"setpriv"_s,
                    {u"--pdeathsig"_s, u"KILL"_s, u"dbus-daemon"_s, u"--session"_s, u"--print-address"_s,
                     u"--nofork"_s});
        if (!m_bus.waitForReadyRead())
            return false;
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        qputenv("XDG_CURRENT_DESKTOP", "GNOME"); // QtKeychain asks the store of the desktop
        qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8());
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
        QProcess keyring; // goes on beside when it is ready
        keyring.start(u"gnome-keyring-daemon"_s, {u"--unlock"_s, u"--components=secrets"_s});
        keyring.write("of-the-test");
        keyring.closeWriteChannel();
        return keyring.waitForFinished() && keyring.exitCode() == 0;
    }
    ~KeyringSession()
    {
        m_bus.kill();
        m_bus.waitForFinished();
    }

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
};

bool hasPrograms()
{
    const QStringList programs{u"dbus-daemon"_s, u"gnome-keyring-daemon"_s, u"setpriv"_s};
    return std::ranges::none_of(
        programs, [](const QString &program) { return QStandardPaths::findExecutable(program).isEmpty(); });
}

} // namespace

/// The password of a desk in a real key store of the system.
class TestKeyStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        if (!hasPrograms())
            QSKIP("dbus-daemon and gnome-keyring-daemon are not installed");
        QVERIFY(m_session.start());
        const auto trouble = m_hospital.make();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

    void hasNothingAtFirst()
    {
        const auto refused = postgresql::openBackend(m_hospital.desk());
        QCOMPARE(KeyedHospital::outcome(refused), u"server.key-store-empty"_s);
        QVERIFY2(refused.error().detail.startsWith(u"program_1@"_s), qPrintable(refused.error().detail));
    }

    void givesWhatWasKept()
    {
        const auto desk = m_hospital.desk();
        QVERIFY(postgresql::keepPassword(addressOf(desk), u"of-program-1"_s));

        const auto opened = postgresql::openBackend(desk);

        QVERIFY2(opened, qPrintable(opened ? QString() : logLine(opened.error())));
    }

    // A start opens its store beside the window.
    void isAskedFromAnotherThread()
    {
        const auto desk = m_hospital.desk();
        QVERIFY(postgresql::keepPassword(addressOf(desk), u"of-program-1"_s));
        for (int start = 0; start < 3; ++start) { // each from a thread of its own
            auto reading =
                std::async(std::launch::async, [&desk] { return postgresql::keptPassword(addressOf(desk)); });
            QTRY_VERIFY(reading.wait_for(std::chrono::seconds(0)) == std::future_status::ready);
            const auto password = reading.get();
            QVERIFY(password);
            QCOMPARE(*password, u"of-program-1"_s);
        }
    }

    void isNotShownAnywhere()
    {
        auto address = addressOf(m_hospital.desk());
        address.password = u"of-program-1"_s;
        QVERIFY(!address.connectOptions().contains(u"of-program-1"_s));
        QVERIFY(!address.shown().contains(u"of-program-1"_s));
    }

private:
    static postgresql::ServerAddress addressOf(const sdk::BackendEnvironment &environment)
    {
        return postgresql::parseAddress(environment.config.value(u"backend"_s), u"DESK-1"_s)
            .value_or(postgresql::ServerAddress());
    }

    KeyringSession m_session;
    KeyedHospital m_hospital;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestKeyStore)
#include "test_key_store.moc"
