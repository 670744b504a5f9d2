#include "core/json.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

const auto kDemoPassword = QByteArray("simiao-demo-2026");

/// How a call of simiao-cli ended.
struct Ending
{
    int exitCode = -1;
    QByteArray output;

    Json json() const { return Json::parse(output).value_or(Json()); }
    QString code() const { return json()[u"code"_s].toString(); }
};

QString binary(const char *name)
{
    return qEnvironmentVariable("SIMIAO_BUILD") + u"/bin/"_s + QString::fromLatin1(name);
}

} // namespace

/// What the administrator of a small clinic does from a terminal, on the real program.
class TestCliCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(call({u"demo"_s, u"seed"_s}).exitCode, 0); }

    void theFirstAccountNeedsNobodyAndIsAnAdministrator()
    {
        const QString fresh = m_folder.filePath(u"fresh"_s);
        QDir().mkpath(fresh + u"/data"_s);
        const QStringList add{u"user"_s,   u"add"_s,     u"root.user"_s,    u"--name"_s,
                              u"王管理"_s, u"--roles"_s, u"administrator"_s};

        QCOMPARE(call(add, "short\n", fresh).code(), u"password.short"_s);
        const auto added = call(add, "four geese 1\n", fresh);
        QCOMPARE(added.exitCode, 0);
        QCOMPARE(added.json()[u"account"_s][u"mustChangePassword"_s], Json(false));

        QCOMPARE(call({u"user"_s, u"add"_s, u"second"_s, u"--name"_s, u"李"_s, u"--roles"_s, u"physician"_s},
                      "four geese 2\n", fresh)
                     .code(),
                 u"cli.user-missing"_s);
    }

    void anAdministratorManagesAccounts()
    {
        const auto added = as(u"admin"_s,
                              {u"user"_s, u"add"_s, u"new.nurse"_s, u"--name"_s, u"新护士"_s, u"--roles"_s,
                               u"nurse"_s, u"--department"_s, u"RESP"_s},
                              "over the lake 7\n");
        QCOMPARE(added.exitCode, 0);
        QCOMPARE(added.json()[u"account"_s][u"mustChangePassword"_s], Json(true));
        QCOMPARE(as(u"new.nurse"_s, {u"search"_s, u"zw"_s}, {}, "over the lake 7").code(),
                 u"password.must-change"_s);

        QCOMPARE(as(u"admin"_s, {u"user"_s, u"lock"_s, u"new.nurse"_s}).json()[u"account"_s][u"status"_s],
                 Json(u"locked"_s));
        QCOMPARE(as(u"new.nurse"_s, {u"search"_s, u"zw"_s}, {}, "over the lake 7").exitCode, 4);
        QCOMPARE(as(u"admin"_s, {u"user"_s, u"role"_s, u"new.nurse"_s, u"--roles"_s, u"king"_s}).code(),
                 u"account.role-unknown"_s);
        QCOMPARE(as(u"admin"_s, {u"user"_s, u"lock"_s, u"nobody"_s}).code(), u"account.unknown"_s);
        QCOMPARE(as(u"li.mingyuan"_s, {u"user"_s, u"lock"_s, u"admin"_s}).exitCode, 4);
    }

    void findsPatientsMasked()
    {
        const auto found = as(u"chen.guahao"_s, {u"search"_s, u"zw"_s});
        QCOMPARE(found.exitCode, 0);
        const auto patients = found.json()[u"patients"_s].array();
        const auto zhang =
            std::ranges::find(patients, Json(u"张伟"_s), [](const Json &p) { return p[u"name"_s]; });
        QVERIFY(zhang != patients.end());
        QCOMPARE((*zhang)[u"phone"_s], Json(u"199****0001"_s));
        QCOMPARE((*zhang)[u"identityNumber"_s], Json(u"110***********0110"_s));
        QCOMPARE(as(u"admin"_s, {u"search"_s, u"zw"_s}).exitCode, 4);
    }

    void showsTheTrailOfOnePatient()
    {
        const auto trail =
            as(u"admin"_s, {u"audit"_s, u"show"_s, u"--act"_s, u"demo.seed"_s, u"--limit"_s, u"1"_s});
        QCOMPARE(trail.exitCode, 0);
        QCOMPARE(trail.json()[u"events"_s].array().size(), 1);
        QCOMPARE(as(u"chen.guahao"_s, {u"audit"_s, u"show"_s}).exitCode, 4);
        QCOMPARE(as(u"admin"_s, {u"audit"_s, u"show"_s, u"--patient"_s, u"999999999"_s}).code(),
                 u"store.not-found"_s);
    }

    void aDeskIsGivenAPrinterAndItsTestPage()
    {
        const auto set = as(u"admin"_s,
                            {u"devices"_s, u"set"_s, u"front-1"_s, u"label"_s, u"标签机 1"_s, u"--paper"_s,
                             u"50x30"_s, u"--offset"_s, u"-1.5,2"_s, u"--copies"_s, u"2"_s});
        QCOMPARE(set.exitCode, 0);
        QCOMPARE(set.json()[u"device"_s][u"paper"_s], Json(u"50x30"_s));
        QCOMPARE(set.json()[u"device"_s][u"offset"_s], Json(u"-1.5,2"_s));
        QCOMPARE(set.json()[u"device"_s][u"orientation"_s], Json(u"portrait"_s));

        const auto moved =
            as(u"admin"_s,
               {u"devices"_s, u"set"_s, u"front-1"_s, u"label"_s, u"标签机 2"_s, u"--offset"_s, u"0,0"_s});
        QCOMPARE(moved.json()[u"device"_s][u"version"_s].toInteger(), qint64(2));
        QCOMPARE(moved.json()[u"device"_s][u"paper"_s], Json(u"50x30"_s)); // what nothing names stays
        const auto listed = as(u"admin"_s, {u"devices"_s, u"list"_s, u"--json"_s});
        QCOMPARE(listed.json()[u"devices"_s].array().size(), 1U);
        QVERIFY(
            as(u"admin"_s, {u"devices"_s, u"list"_s}).output.contains("50x30 portrait offset 0,0 copies 2"));

        const QString file = m_folder.filePath(u"label.pdf"_s);
        QCOMPARE(as(u"admin"_s, {u"devices"_s, u"test"_s, u"front-1"_s, u"label"_s, file}).exitCode, 0);
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.read(5) == "%PDF-");
        const auto trail = as(u"admin"_s, {u"audit"_s, u"show"_s, u"--act"_s, u"device.manage"_s});
        QCOMPARE(trail.json()[u"events"_s].array().front()[u"detail"_s],
                 Json(u"test front-1 label=标签机 2"_s));

        const auto withdrawn = as(u"admin"_s, {u"devices"_s, u"withdraw"_s, u"front-1"_s, u"label"_s});
        QCOMPARE(withdrawn.json()[u"device"_s][u"active"_s], Json(false));
    }

    void whatIsWrongWithADeviceIsNamed_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QStringList &words, const QString &code) {
            QTest::newRow(name) << words << code;
        };
        const QStringList set{u"set"_s, u"front-9"_s, u"label"_s, u"x"_s};
        row("use", {u"set"_s, u"front-9"_s, u"toaster"_s, u"x"_s}, u"device.role-unknown"_s);
        row("paper", set + QStringList{u"--paper"_s, u"A4"_s}, u"device.millimetres"_s);
        row("tiny", set + QStringList{u"--paper"_s, u"5x30"_s}, u"device.paper"_s);
        row("offset", set + QStringList{u"--offset"_s, u"1.25,0"_s}, u"device.millimetres"_s);
        row("way", set + QStringList{u"--orientation"_s, u"up"_s}, u"device.orientation-unknown"_s);
        row("copies", set + QStringList{u"--copies"_s, u"two"_s}, u"device.copies"_s);
        row("not there", {u"withdraw"_s, u"front-9"_s, u"label"_s}, u"device.unknown"_s);
        row("no test", {u"test"_s, u"front-9"_s, u"label"_s, u"x.pdf"_s}, u"device.unknown"_s);
    }
    void whatIsWrongWithADeviceIsNamed()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, code);
        const auto ended = as(u"admin"_s, QStringList{u"devices"_s} + words);
        QCOMPARE(ended.code(), code);
        QCOMPARE(ended.exitCode, 2);
    }

    void onlyAnAdministratorSetsDevicesUp()
    {
        QCOMPARE(as(u"chen.guahao"_s, {u"devices"_s, u"list"_s}).exitCode, 4);
        QCOMPARE(as(u"chen.guahao"_s, {u"devices"_s, u"set"_s, u"front-1"_s, u"label"_s, u"x"_s}).exitCode,
                 4);
    }

    void aBackupIsRestoredWithEqualCountsAndHashes()
    {
        const QString file = m_folder.filePath(u"monday.db"_s);
        const auto backup = call({u"db"_s, u"backup"_s, file});
        QCOMPARE(backup.exitCode, 0);
        QCOMPARE(as(u"admin"_s, {u"user"_s, u"password"_s, u"wang.yaoshi"_s}, "another one 55\n").exitCode,
                 0);
        QVERIFY(call({u"db"_s, u"contents"_s}).json()[u"tables"_s] != backup.json()[u"tables"_s]);

        const auto restored = call({u"db"_s, u"restore"_s, file});

        QCOMPARE(restored.exitCode, 0);
        QCOMPARE(restored.json()[u"tables"_s], backup.json()[u"tables"_s]);
        QCOMPARE(call({u"db"_s, u"contents"_s}).json()[u"tables"_s], backup.json()[u"tables"_s]);
        QCOMPARE(call({u"db"_s, u"check"_s}).exitCode, 0);
        QCOMPARE(as(u"wang.yaoshi"_s, {u"search"_s, u"zw"_s}).exitCode, 0);
    }

    void aFileThatIsNoBackupReplacesNothing()
    {
        const auto before = call({u"db"_s, u"contents"_s}).json();
        QFile file(m_folder.filePath(u"text.db"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(9000, 'x')) == 9000);
        file.close();

        QCOMPARE(call({u"db"_s, u"restore"_s, file.fileName()}).exitCode, 2);
        QCOMPARE(call({u"db"_s, u"restore"_s, u"not-there.db"_s}).code(), u"disk.open"_s);
        QCOMPARE(call({u"db"_s, u"contents"_s}).json(), before);
    }

    void theDatabaseIsUpToDate()
    {
        const auto migrated = call({u"db"_s, u"migrate"_s, u"--dry-run"_s}).json();
        QVERIFY(migrated[u"to"_s].toInteger() >= 2);
        QCOMPARE(migrated[u"from"_s], migrated[u"to"_s]);
    }

    void diagnosticsHoldNoPatient()
    {
        const QString file = m_folder.filePath(u"support.json"_s);
        QCOMPARE(call({u"diagnostics"_s, file}).exitCode, 0);
        QFile bundle(file);
        QVERIFY(bundle.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(bundle.readAll());
        QVERIFY(text.contains(u"\"plugins\""_s));
        QFile people(qEnvironmentVariable("SIMIAO_RESOURCES") + u"/demo/patients.json"_s);
        QVERIFY(people.open(QIODevice::ReadOnly));
        const auto json = Json::parse(people.readAll()).value_or(Json());
        for (const auto &patient : json[u"patients"_s].array()) {
            for (const auto &key : {u"name"_s, u"identityNumber"_s, u"phone"_s}) {
                const auto secret =
                    patient[key].isString() ? patient[key].toString() : patient[key][u"zh"_s].toString();
                QVERIFY2(secret.isEmpty() || !text.contains(secret), qPrintable(key));
            }
        }
    }

    void runsInsideTheWorkstationThatHasTheProfileOpen()
    {
        QProcess workstation;
        workstation.start(binary("simiao"), {u"--profile"_s, m_folder.filePath(u"demo"_s), u"--demo"_s});
        QVERIFY(workstation.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(isListening(), 20'000);

        const auto contents = call({u"db"_s, u"contents"_s});
        const auto found = as(u"chen.guahao"_s, {u"search"_s, u"zw"_s});
        const auto restored = call({u"db"_s, u"restore"_s, u"x.db"_s});

        QCOMPARE(contents.exitCode, 0);
        QVERIFY(!found.json()[u"patients"_s].array().isEmpty());
        QCOMPARE(restored.exitCode, 3); // the workstation has it
        workstation.terminate();
        QVERIFY(workstation.waitForFinished());
    }

private:
    bool isListening() const
    {
        QLocalSocket socket;
        socket.connectToServer(m_folder.filePath(u"demo/socket"_s));
        return socket.waitForConnected(100);
    }

    Ending call(QStringList words, const QByteArray &input = {}, const QString &profile = {})
    {
        words += {u"--profile"_s, profile.isEmpty() ? m_folder.filePath(u"demo"_s) : profile};
        QProcess program;
        program.start(binary("simiao-cli"), words);
        program.write(input);
        program.closeWriteChannel();
        program.waitForFinished(60'000);
        return {program.exitCode(), program.readAllStandardOutput()};
    }

    /// Logged in; `input` follows the password.
    Ending as(const QString &user,
              const QStringList &words,
              const QByteArray &input = {},
              const QByteArray &password = kDemoPassword)
    {
        return call(words + QStringList{u"--user"_s, user}, password + "\n" + input);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCliCommands)
#include "test_cli_commands.moc"
