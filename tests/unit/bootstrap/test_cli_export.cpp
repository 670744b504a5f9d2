#include "core/json.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

const auto kDemoPassword = QByteArray("simiao-demo-2026\n");

/// How a call of simiao-cli ended.
struct Ending
{
    int exitCode = -1;
    QByteArray output;
    QByteArray words;

    Json json() const { return Json::parse(output).value_or(Json()); }
    QString code() const { return json()[u"code"_s].toString(); }
};

} // namespace

/// A hospital moves to another computer, on the real program.
class TestCliExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(call(u"old"_s, {u"demo"_s, u"seed"_s}).exitCode, 0);
        m_exported = as(u"admin"_s, u"old"_s, {u"export"_s, u"hospital"_s, folder()});
        QCOMPARE(m_exported.exitCode, 0);
    }

    void aNewProfileGetsEqualCountsAndHashes()
    {
        const auto imported = call(u"new"_s, {u"import"_s, u"hospital"_s, folder()});

        QCOMPARE(imported.exitCode, 0);
        QVERIFY(imported.json()[u"images"_s].toInteger() > 0);
        const auto held = call(u"old"_s, {u"db"_s, u"contents"_s}).json()[u"tables"_s];
        QCOMPARE(call(u"new"_s, {u"db"_s, u"contents"_s}).json()[u"tables"_s], held);
        QCOMPARE(m_exported.json()[u"tables"_s], held);
        QCOMPARE(call(u"new"_s, {u"db"_s, u"check"_s}).exitCode, 0);
        QCOMPARE(call(u"new"_s, {u"audit"_s, u"verify"_s}).json()[u"records"_s],
                 imported.json()[u"auditLinks"_s]);
        QCOMPARE(as(u"chen.guahao"_s, u"new"_s, {u"search"_s, u"zw"_s}).exitCode, 0);
        QCOMPARE(call(u"new"_s, {u"import"_s, u"hospital"_s, folder()}).code(), u"profile.not-empty"_s);
    }

    void theExportIsInItsOwnTrail()
    {
        const auto trail =
            as(u"admin"_s, u"old"_s, {u"audit"_s, u"show"_s, u"--act"_s, u"hospital.export"_s});
        QCOMPARE(trail.json()[u"events"_s].array().size(), 1);
        QFile audit(folder() + u"/audit.jsonl"_s);
        QVERIFY(audit.open(QIODevice::ReadOnly));
        QVERIFY(audit.readAll().contains("hospital.export"));
    }

    void saysHowFarItIs() { QVERIFY(m_exported.words.contains("  patient\n")); }

    void onlyWhoMaintainsTheDatabaseExports()
    {
        const QString other = m_folder.filePath(u"other"_s);
        QCOMPARE(as(u"chen.guahao"_s, u"old"_s, {u"export"_s, u"hospital"_s, other}).exitCode, 4);
        QCOMPARE(call(u"old"_s, {u"export"_s, u"hospital"_s, other}).code(), u"cli.user-missing"_s);
        QVERIFY(!QDir(other).exists());
    }

    void aSecondExportNeedsAFolderOfItsOwn()
    {
        const auto second = as(u"admin"_s, u"old"_s, {u"export"_s, u"hospital"_s, folder()});
        QCOMPARE(second.code(), u"export.exists"_s); // says what else it is
        QCOMPARE(second.exitCode, 2);
    }

    void aChangedLineIsNamed()
    {
        const QString copy = m_folder.filePath(u"copy"_s);
        QCOMPARE(QProcess::execute(u"cp"_s, {u"-r"_s, folder(), copy}), 0);
        QFile file(copy + u"/patient.jsonl"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        file.seek(0);
        file.write(text.replace("\"payer\":\"", "\"payer\":\"x"));
        file.close();

        const auto imported = call(u"third"_s, {u"import"_s, u"hospital"_s, copy});

        QCOMPARE(imported.exitCode, 2);
        QCOMPARE(imported.code(), u"export.changed"_s);
        QCOMPARE(imported.json()[u"detail"_s], Json(u"patient.jsonl:1"_s));
        QVERIFY(QDir(m_folder.filePath(u"third/data"_s)).isEmpty());
    }

private:
    QString folder() const { return m_folder.filePath(u"export"_s); }

    Ending call(const QString &profile, QStringList words, const QByteArray &input = {})
    {
        words += {u"--profile"_s, m_folder.filePath(profile)};
        QProcess program;
        program.start(qEnvironmentVariable("SIMIAO_BUILD") + u"/bin/simiao-cli"_s, words);
        program.write(input);
        program.closeWriteChannel();
        program.waitForFinished(60'000);
        return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
    }

    Ending as(const QString &user, const QString &profile, const QStringList &words)
    {
        return call(profile, words + QStringList{u"--user"_s, user}, kDemoPassword);
    }

    QTemporaryDir m_folder;
    Ending m_exported;
};

QTEST_GUILESS_MAIN(TestCliExport)
#include "test_cli_export.moc"
